import { readAbout } from '@wallchart/db';
import type { GraphContext } from '../../graphql-types/context.ts';
import type { MetricId, Page, Part } from '../../metrics/index.ts';
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
  const found = await readAbout([report.key.unit], () => engine.rows(report.key, id, part, page));
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
