/** The dated history of a case: each thing said, and what a correction replaced. */

export interface RecordedCell {
  readonly column: string;
  readonly value?: string | null;
}

export interface RecordedEntry {
  readonly id: string;
  readonly sheet: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly supersededAt?: string | null;
  readonly withdrawn: boolean;
  readonly withdrawnBy?: string | null;
  readonly recordedBy: string;
  readonly source?: string | null;
  readonly cells: readonly RecordedCell[];
  readonly changed: readonly string[];
}

export interface Correction {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface HistoryLine<E extends RecordedEntry> {
  readonly entry: E;
  /** Empty for what was said the first time. */
  readonly corrections: readonly Correction[];
  readonly superseded: boolean;
}

/** All that one import or form recorded at one moment. */
interface HistoryMoment<E extends RecordedEntry> {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly lines: readonly HistoryLine<E>[];
  readonly corrected: number;
}

const valueOf = (entry: RecordedEntry, column: string): string | null =>
  entry.cells.find((cell) => cell.column === column)?.value ?? null;

/** The version that `entry` replaced: closed at the moment it was recorded, and the same in every column not changed. */
function replacedBy(entry: RecordedEntry, entries: readonly RecordedEntry[]): RecordedEntry | undefined {
  if (entry.changed.length === 0) return undefined;
  const kept = entry.cells.filter((cell) => !entry.changed.includes(cell.column));
  return entries.find(
    (old) =>
      old !== entry &&
      old.sheet === entry.sheet &&
      old.supersededAt === entry.recordedAt &&
      kept.every((cell) => valueOf(old, cell.column) === (cell.value ?? null)),
  );
}

/** Groups entries by the moment of recording, newest first; inside, by day of effect, newest first. */
export function recordHistory<E extends RecordedEntry>(entries: readonly E[]): HistoryMoment<E>[] {
  const moments = new Map<string, HistoryLine<E>[]>();
  for (const entry of entries) {
    const old = replacedBy(entry, entries);
    const corrections = entry.changed.map((column) => ({
      column,
      before: old ? valueOf(old, column) : null,
      after: valueOf(entry, column),
    }));
    const lines = moments.get(entry.recordedAt) ?? [];
    lines.push({ entry, corrections, superseded: !!entry.supersededAt });
    moments.set(entry.recordedAt, lines);
  }
  return [...moments.entries()]
    .sort(([a], [b]) => Date.parse(b) - Date.parse(a))
    .map(([recordedAt, lines]) => ({
      recordedAt,
      recordedBy: lines[0]?.entry.recordedBy ?? '',
      lines: lines.sort((a, b) => b.entry.effectiveOn.localeCompare(a.entry.effectiveOn)),
      corrected: lines.filter((line) => line.corrections.length > 0).length,
    }));
}
