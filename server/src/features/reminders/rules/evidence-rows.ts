import type { EvidenceRow, MetricId, Part, ReportKey } from '../../../metrics/index.ts';
import type { DocumentContext } from '../../circulars/index.ts';

/** Every row behind a figure, or behind one cell of a breakdown, in their order. */
export const evidenceRows = (
  { reports }: Pick<DocumentContext, 'reports'>,
  key: ReportKey,
  id: MetricId,
  part: Part | null = null,
): Promise<readonly EvidenceRow[]> => reports.evidence.load({ key, id, part });

/** A cell of a row, by its column in the ledger's sheet; '' when empty. */
export const cellOf = ({ cells }: EvidenceRow, column: string): string =>
  cells.find((cell) => cell.column === column)?.value ?? '';
