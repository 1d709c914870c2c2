import type { GraphContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { MetricId, Page, Part, ReportKey } from '../../metrics/index.ts';
import type { Report, RowConnection } from './report.types.ts';

type EngineContext = Pick<GraphContext, 'engine'>;

/** A page of the rows behind a figure; their contributions sum to it. */
export async function evidencePage(
  { engine }: EngineContext,
  report: Report,
  id: MetricId,
  part: Part | null,
  page: Page,
): Promise<RowConnection> {
  const found = await engine.rows(report.key, id, part, page);
  return {
    totalCount: found.totalCount,
    sum: found.sum,
    edges: found.rows.map(({ cursor, unit, cells, ...row }) => ({
      cursor,
      node: { ...row, cells: [...cells], unitKey: { code: unit, on: report.treeDay } },
    })),
    pageInfo: { hasNextPage: found.hasNextPage, endCursor: found.endCursor },
  };
}

/**
 * Numbers of the cases that a figure counts: of a figure over measures or visits, the cases that those rows belong to.
 *
 * @throws WallchartError BAD_INPUT for a figure whose rows belong to no case
 */
export async function caseNumbersCountedIn({ engine }: EngineContext, key: ReportKey, id: MetricId): Promise<string[]> {
  const numbers = new Set<string>();
  for (const { caseNo, sheet } of (await engine.everyRow([key], id, null))[0] ?? []) {
    if (caseNo === null) {
      throw new WallchartError(
        'BAD_INPUT',
        `${id} counts rows of "${sheet}", which belong to no case; use rows(id: ${id}).`,
      );
    }
    numbers.add(caseNo);
  }
  return [...numbers];
}
