import type { FastifyInstance } from 'fastify';
import { WallchartError } from '../../domain/errors.ts';
import { contentDisposition } from '../../rendering/file-name.ts';
import { renderingQueue } from '../../rendering/rendering-queue.ts';
import { readReportQuery } from '../reports/index.ts';
import type { TableSources } from '../tables/index.ts';

const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'";
/** More sheets than any wall holds. */
const SHEETS = Array.from({ length: 99 }, (_, at) => String(at + 1)) as unknown as readonly [string, ...string[]];

/**
 * `GET /exports/poster.{pdf|svg}?campaign=…&unit=…&asOf=…&knownAt=…&tree=then|now&lang=zh|en&size=A0|A1|A2|A3` and, of an SVG,
 * `sheet=1`: the wall chart on paper. `x-wallchart-sheets` says how many sheets there are.
 */
export function addPosterRoute(app: FastifyInstance, sourcesOf: () => Promise<TableSources>): void {
  const queue = renderingQueue();
  for (const format of ['pdf', 'svg'] as const) {
    app.get(`/exports/poster.${format}`, async (request, reply) => {
      const { size, sheet, ...report } = readReportQuery(request.query, {
        size: ['A1', 'A0', 'A2', 'A3'],
        sheet: SHEETS,
      });
      const { makePoster } = await import('./index.ts');
      const poster = await makePoster(await sourcesOf(), report, size);
      const bytes = await queue(async () =>
        format === 'pdf' ? poster.pdf() : asSvg(sheetOf(poster.sheets, Number(sheet))),
      );
      return reply
        .headers({
          'content-type': format === 'pdf' ? 'application/pdf' : 'image/svg+xml; charset=utf-8',
          'content-disposition': contentDisposition('inline', poster.name(format), `poster.${format}`),
          'cache-control': 'no-cache',
          'x-wallchart-digest': poster.digest,
          'x-wallchart-sheets': poster.sheets.length,
          ...(format === 'svg' ? { 'content-security-policy': SVG_POLICY } : {}),
        })
        .send(bytes);
    });
  }
}

async function asSvg(sheet: string): Promise<Buffer> {
  const { embedFonts } = await import('../../rendering/embed-fonts.ts');
  return Buffer.from(await embedFonts(sheet));
}

function sheetOf(sheets: readonly string[], number: number): string {
  const svg = sheets[number - 1];
  if (svg !== undefined) return svg;
  throw new WallchartError(
    'NOT_FOUND',
    `The poster has ${sheets.length} sheets; there is no sheet ${number}. 没有这一张。`,
  );
}
