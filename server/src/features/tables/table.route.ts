import type { FastifyInstance } from 'fastify';
import { WallchartError } from '../../domain/errors.ts';
import { contentDisposition } from '../../rendering/file-name.ts';
import { readReportQuery } from '../reports/index.ts';
import { workbookStream } from '../../rendering/workbook/write-workbook.ts';
import { openTable, tableOf, type TableSources } from './index.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FILE = /^([a-z-]+)\.xlsx$/;

/**
 * `GET /exports/table/{ledger|weekly|ranking|chart-…}.xlsx?campaign=…&unit=…&asOf=…&knownAt=…&tree=then|now&lang=zh|en`: a
 * workbook, written while it is sent, so that a ledger of any size takes little memory.
 */
export function addTableRoute(app: FastifyInstance, sourcesOf: () => Promise<TableSources>): void {
  app.get<{ Params: { file: string } }>('/exports/table/:file', async (request, reply) => {
    const [, name] = FILE.exec(request.params.file) ?? [];
    if (name === undefined) {
      throw new WallchartError('NOT_FOUND', `Table "${request.params.file}" does not exist. 没有这种表。`);
    }
    const table = tableOf(name);
    const file = await openTable(await sourcesOf(), table, readReportQuery(request.query, {}));
    const stream = workbookStream(file.sheets);
    stream.once('close', () => void file.close());
    return reply
      .headers({
        'content-type': XLSX,
        'content-disposition': contentDisposition('attachment', file.name, request.params.file),
        'cache-control': 'no-store',
      })
      .send(stream);
  });
}
