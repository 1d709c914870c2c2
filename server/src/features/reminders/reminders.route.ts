import type { FastifyInstance, FastifyReply } from 'fastify';
import { createContext, type Services } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { batchFile, cardFile, type IssuedFile } from './issuing/issued-file.ts';
import { CARD_FORMATS, type CardFormat } from './issuing/render-cards.ts';

const TYPES: Readonly<Record<CardFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** `GET /cards/:id.:format` and `GET /cards/batch/:id.:format`; format docx or pdf. */
export function addCardRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { file: string } }>('/cards/:file', async (request, reply) => {
    const { id, format } = nameParts(request.params.file);
    const ctx = await createContext(services, request.log);
    return sendFile(reply, await cardFile(ctx, id, format), format);
  });
  app.get<{ Params: { file: string } }>('/cards/batch/:file', async (request, reply) => {
    const { id, format } = nameParts(request.params.file);
    const ctx = await createContext(services, request.log);
    return sendFile(reply, await batchFile(ctx, id, format), format);
  });
}

/** @throws WallchartError NOT_FOUND, BAD_INPUT for a format that is none */
function nameParts(file: string): { readonly id: string; readonly format: CardFormat } {
  const [, id, extension] = /^(\d{1,18})\.(\w+)$/.exec(file) ?? [];
  if (!id) throw new WallchartError('NOT_FOUND', `Reminder card file ${file} does not exist. 没有这个文件。`);
  const format = CARD_FORMATS.find((known) => known === extension);
  if (format) return { id, format };
  throw new WallchartError(
    'BAD_INPUT',
    `${file}: expected ${CARD_FORMATS.join(', ')}. 格式应为 ${CARD_FORMATS.join('、')}。`,
  );
}

function sendFile(reply: FastifyReply, { bytes, name, digest }: IssuedFile, format: CardFormat): FastifyReply {
  const safe = name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return reply
    .headers({
      'content-type': TYPES[format],
      'content-disposition': `${format === 'docx' ? 'attachment' : 'inline'}; filename="reminder.${format}"; filename*=UTF-8''${encodeURIComponent(`${safe}.${format}`)}`,
      'cache-control': 'no-store',
      etag: `"${digest}-${format}"`,
    })
    .send(bytes);
}
