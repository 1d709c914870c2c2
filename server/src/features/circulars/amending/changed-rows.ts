import type { Dimension, EvidenceRow, MetricId, Part, ReportKey } from '../../../metrics/index.ts';
import { registry } from '../../../metrics/index.ts';
import type { FigureSource } from '../subject.ts';

/** Units and cases whose rows a figure counts otherwise at a later moment. */
export interface ChangedRows {
  readonly units: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  /** Rows that were moved into the unit of the report or out of it. */
  readonly moved: number;
}

/** The figures whose rows are compared: a metric, one cell of its breakdown, or what its units come to each. */
export interface RowsOfFigure {
  readonly metric: MetricId;
  readonly by: { readonly dimension: Dimension; readonly key: string } | null;
  readonly perUnit: boolean;
}

/** Holds the rows behind a figure, of numerator and denominator, against those at a later moment. */
export async function changedRows(
  source: FigureSource,
  key: ReportKey,
  until: string,
  { metric: id, by, perUnit }: RowsOfFigure,
): Promise<ChangedRows> {
  const later: ReportKey = { ...key, knownAt: until };
  const parts = registry.get(id)?.denominator ? [false, true] : [false];
  const [[changes = []], ...sides] = await Promise.all([
    source.engine.compare([{ key, to: key.asOf, toKnownAt: until }], [id]),
    ...parts.flatMap((den) => {
      const part: Part = { den, ...(by && { by: by.dimension, key: by.key }) };
      return [allRows(source, key, id, part), allRows(source, later, id, part)];
    }),
  ]);
  const differing = (what: (row: EvidenceRow) => string): EvidenceRow[] =>
    parts.flatMap((_, i) => difference(sides[i * 2] ?? [], sides[i * 2 + 1] ?? [], what));
  // A row that is corrected and counts as before is no reason, unless there is no other.
  const counted = differing((row) =>
    JSON.stringify([row.sheet, row.caseNo ?? row.unit, perUnit && row.unit, row.contribution]),
  );
  const rows = counted.length > 0 ? counted : differing(saying);
  return {
    units: new Set(rows.map(({ unit }) => unit)),
    cases: new Set(rows.flatMap(({ caseNo }) => caseNo ?? [])),
    moved: changes[0]?.parts.find(({ kind }) => kind === 'MOVED')?.rows ?? 0,
  };
}

async function allRows({ engine }: FigureSource, key: ReportKey, id: MetricId, part: Part): Promise<EvidenceRow[]> {
  const [rows = []] = await engine.everyRow([key], id, part);
  return rows;
}

/** What a row says, whatever row of the database says it. */
const saying = ({ sheet, unit, caseNo, effectiveOn, contribution, cells }: EvidenceRow): string =>
  JSON.stringify([sheet, unit, caseNo, effectiveOn, contribution, cells]);

/** Rows of either side that the other lacks, each as often as it is there. */
function difference(
  before: readonly EvidenceRow[],
  after: readonly EvidenceRow[],
  what: (row: EvidenceRow) => string,
): EvidenceRow[] {
  return [...without(before, after, what), ...without(after, before, what)];
}

function without(
  rows: readonly EvidenceRow[],
  others: readonly EvidenceRow[],
  what: (row: EvidenceRow) => string,
): EvidenceRow[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(what(other), (left.get(what(other)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(what(row)) ?? 0;
    left.set(what(row), count - 1);
    return count <= 0;
  });
}
