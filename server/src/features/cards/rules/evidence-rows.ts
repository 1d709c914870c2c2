import type { EvidenceRow, MetricId, Part, ReportKey } from '../../../metrics/index.ts';
import type { FigureSource } from '../../circulars/index.ts';

/** Every row behind a figure, or behind one cell of a breakdown, in their order. */
export const evidenceRows = (
  { engine, scope }: FigureSource,
  key: ReportKey,
  id: MetricId,
  part: Part | null = null,
): Promise<EvidenceRow[]> => engine.everyRow(scope, key, id, part);

/** A cell of a row, by its column in the ledger's sheet; '' when empty. */
export const cellOf = ({ cells }: EvidenceRow, column: string): string =>
  cells.find((cell) => cell.column === column)?.value ?? '';
