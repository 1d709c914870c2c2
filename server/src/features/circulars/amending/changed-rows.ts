import type { EvidenceRow, MetricId, ReportKey } from '../../../metrics/index.ts';
import { registry } from '../../../metrics/index.ts';
import type { FigureSource } from '../subject.ts';

/** Units and cases whose rows a figure counts otherwise at a later moment. */
export interface ChangedRows {
  readonly units: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  /** Rows that were moved into the unit of the report or out of it. */
  readonly moved: number;
}

const BATCH = 1000;

/** Holds the rows behind a figure, of numerator and denominator, against those at a later moment. */
export async function changedRows(
  source: FigureSource,
  key: ReportKey,
  until: string,
  id: MetricId,
): Promise<ChangedRows> {
  const later: ReportKey = { ...key, knownAt: until };
  const parts = registry.get(id)?.denominator ? [false, true] : [false];
  const [changes, ...sides] = await Promise.all([
    source.engine.compare(source.scope, key, key.asOf, until, [id]),
    ...parts.flatMap((den) => [allRows(source, key, id, den), allRows(source, later, id, den)]),
  ]);
  const differing = parts.flatMap((_, i) => difference(sides[i * 2] ?? [], sides[i * 2 + 1] ?? []));
  return {
    units: new Set(differing.map(({ unit }) => unit)),
    cases: new Set(differing.flatMap(({ caseNo }) => caseNo ?? [])),
    moved: changes[0]?.parts.find(({ kind }) => kind === 'MOVED')?.rows ?? 0,
  };
}

async function allRows(
  { engine, scope }: FigureSource,
  key: ReportKey,
  id: MetricId,
  den: boolean,
): Promise<EvidenceRow[]> {
  const rows: EvidenceRow[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof engine.rows>> = await engine.rows(
      scope,
      key,
      id,
      { den },
      { first: BATCH, after },
    );
    rows.push(...page.rows);
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return rows;
}

/** What a row says, whatever row of the database says it. */
const saying = ({ sheet, unit, caseNo, effectiveOn, contribution, cells }: EvidenceRow): string =>
  JSON.stringify([sheet, unit, caseNo, effectiveOn, contribution, cells]);

/** Rows of either side that the other lacks. */
function difference(before: readonly EvidenceRow[], after: readonly EvidenceRow[]): EvidenceRow[] {
  const [earlier, later] = [new Set(before.map(saying)), new Set(after.map(saying))];
  return [...before.filter((row) => !later.has(saying(row))), ...after.filter((row) => !earlier.has(saying(row)))];
}
