import type { FastifyInstance } from 'fastify';
import { CHART_KINDS, kindInAddress, kindOfAddress, type ChartKind } from '@wallchart/charts/cards';
import { WallchartError } from '../../domain/errors.ts';
import { contentDisposition } from '../../rendering/file-name.ts';
import { readReportQuery } from '../reports/index.ts';
import type { ChartSources } from './chart-request.ts';
import { pictureFiles, type PictureFormat } from './picture-files.ts';

const FILE = /^([a-z-]+)\.(svg|png)$/;

/**
 * `GET /exports/chart/{kind}.{svg|png}?campaign=…&unit=…&asOf=…&knownAt=…&tree=then|now&lang=zh|en` and
 * `theme=print|light|dark`, `form=sheet|bare`: a chart of the overview as a picture of 156 mm, at 300 dpi as PNG. Asked
 * again with the tag that it gave, it is not drawn again.
 */
export function addChartRoute(app: FastifyInstance, sourcesOf: () => Promise<ChartSources>): void {
  const fileOf = pictureFiles();
  app.get<{ Params: { file: string } }>('/exports/chart/:file', async (request, reply) => {
    const { kind, format } = readFile(request.params.file);
    const { theme, form, ...report } = readReportQuery(request.query, {
      theme: ['print', 'light', 'dark'],
      form: ['sheet', 'bare'],
    });
    // Only who asks for a picture loads what draws it.
    const { chartPicture } = await import('./picture.ts');
    const picture = await chartPicture(await sourcesOf(), { kind, ...report }, { theme, form });
    const file = fileOf(picture, format);
    const tag = `"${file.tag}"`;
    reply.headers({ etag: tag, 'cache-control': 'no-cache', 'x-wallchart-digest': picture.digest });
    if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
    const bytes = await file.bytes();
    return reply
      .headers({
        'content-type': file.contentType,
        'content-disposition': contentDisposition('inline', file.name, request.params.file),
        ...(format === 'svg' ? { 'content-security-policy': SVG_POLICY } : {}),
      })
      .send(bytes);
  });
}

/** A picture opened on its own runs nothing and loads nothing but the font in it. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'";

function readFile(text: string): { kind: ChartKind; format: PictureFormat } {
  const [, name = '', format] = FILE.exec(text) ?? [];
  const kind = kindOfAddress(name);
  if (kind !== null && format !== undefined) return { kind, format: format as PictureFormat };
  const known = CHART_KINDS.map(kindInAddress).join(', ');
  throw new WallchartError(
    'NOT_FOUND',
    `There is no chart "${text}". Known, each as .svg or .png: ${known}. 没有这种图。`,
  );
}

/** `If-None-Match` (RFC 9110, 13.1.2): weak comparison, several tags, or any. */
const matches = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
