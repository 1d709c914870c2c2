import type { EvidenceRow, MetricId, Part, ReportKey } from '../../../metrics/index.ts';
import type { FigureSource } from '../../circulars/index.ts';

const BATCH = 1000;

/** Every row behind a figure, or behind one cell of a breakdown, in their order. */
export async function evidenceRows(
  { engine, scope }: FigureSource,
  key: ReportKey,
  id: MetricId,
  part: Part | null = null,
): Promise<EvidenceRow[]> {
  const rows: EvidenceRow[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof engine.rows>> = await engine.rows(scope, key, id, part, {
      first: BATCH,
      after,
    });
    rows.push(...page.rows);
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return rows;
}

/** A cell of a row, by its column in the ledger's sheet; '' when empty. */
export const cellOf = ({ cells }: EvidenceRow, column: string): string =>
  cells.find((cell) => cell.column === column)?.value ?? '';
