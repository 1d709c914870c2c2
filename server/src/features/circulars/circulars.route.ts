import type { FastifyInstance, FastifyReply } from 'fastify';
import { createContext, type Services } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { requireCircular } from './circular.service.ts';
import { contextOfRequest } from './context-of-request.ts';
import { draftPage } from './pages/draft-page.ts';
import { FORMATS, renderAs, type Format } from './pages/render-files.ts';
import { sealedFile } from './sealing/edition.store.ts';

const TYPES: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};

/** `GET /circulars/:id/draft.:format` and `GET /circulars/:id/editions/:edition.:format`; format docx, pdf or html. */
export function addCircularRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { id: string; file: string } }>('/circulars/:id/:file', async (request, reply) => {
    const { format } = nameParts(request.params.file, /^draft\.(?<format>\w+)$/);
    const ctx = await createContext(services, request.log);
    const row = await requireCircular(ctx, request.params.id);
    const { document } = await draftPage(contextOfRequest(ctx), row);
    const name = `${document.lang === 'zh' ? '草稿 ' : 'draft '}${document.title}`;
    return sendFile(reply, name, format).send(await renderAs(format, document));
  });
  app.get<{ Params: { id: string; file: string } }>('/circulars/:id/editions/:file', async (request, reply) => {
    const { format, edition } = nameParts(request.params.file, /^(?<edition>\d{1,6})\.(?<format>\w+)$/);
    const ctx = await createContext(services, request.log);
    const { id } = await requireCircular(ctx, request.params.id);
    const { bytes, number, title, digest } = await sealedFile(ctx, id, Number(edition), format);
    const copy = edition === '1' ? '' : ` (${edition})`;
    return sendFile(reply, `${number} ${title}${copy}`, format).header('etag', `"${digest}-${format}"`).send(bytes);
  });
}

/** Parts of a file's name in an address. @throws WallchartError NOT_FOUND, BAD_INPUT for a format that is none */
function nameParts(file: string, pattern: RegExp): { format: Format; edition?: string } {
  const parts = pattern.exec(file)?.groups;
  if (!parts) throw new WallchartError('NOT_FOUND', `Circular file ${file} does not exist. 没有这个文件。`);
  const format = FORMATS.find((known) => known === parts['format']);
  if (format) return { format, edition: parts['edition'] };
  throw new WallchartError('BAD_INPUT', `${file}: expected ${FORMATS.join(', ')}. 格式应为 ${FORMATS.join('、')}。`);
}

/** A page to look at opens in the browser; a document to work on is downloaded. */
function sendFile(reply: FastifyReply, name: string, format: Format): FastifyReply {
  const safe = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return reply.headers({
    'content-type': TYPES[format],
    'content-disposition': `${format === 'docx' ? 'attachment' : 'inline'}; filename="circular.${format}"; filename*=UTF-8''${encodeURIComponent(`${safe}.${format}`)}`,
    'cache-control': 'no-store',
  });
}
