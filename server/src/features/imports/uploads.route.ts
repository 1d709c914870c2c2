import multipart from '@fastify/multipart';
import { SAMPLE_IDS } from '@wallchart/db/seeds';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { stat } from 'node:fs/promises';
import type { ReadContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { UPLOAD_LIMIT_BYTES, type Upload, type UploadStore } from '../../jobs/uploads/upload-store.ts';
import type { ImportJobs } from './job-store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * `POST /uploads` (multipart, field "file"), `GET /imports/:job/annotated.xlsx`, `GET /template.xlsx?lang=zh|en`,
 * which with `sample=county-2014` is filled in with that sample.
 * An upload must come from one of our own pages (an `Origin`, which is checked before) or carry a header that a foreign
 * page cannot set without a preflight, as GraphQL requests must.
 */
export async function addImportRoutes(
  app: FastifyInstance,
  { uploads, jobs }: { readonly uploads: UploadStore; readonly jobs: ImportJobs },
  contextOf: () => Promise<Pick<ReadContext, 'db'>>,
): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT_BYTES, files: 1, fields: 5, parts: 6 },
    throwFileSizeLimit: false,
  });
  app.post('/uploads', async (request, reply) => {
    if (!request.headers.origin && !request.headers['apollo-require-preflight']) {
      throw new WallchartError('FORBIDDEN_ORIGIN', 'Send the header "apollo-require-preflight: 1" with an upload.');
    }
    if (!request.isMultipart())
      throw new WallchartError('BAD_INPUT', 'Send multipart/form-data with the field "file".');
    const { id, fileName, bytes } = await receive(request, uploads);
    return reply.code(201).send({ upload: id, fileName, bytes });
  });
  app.get<{ Params: { job: string } }>('/imports/:job/annotated.xlsx', async (request, reply) => {
    const { path, fileName } = await jobs.annotated((await contextOf()).db.viewer, request.params.job);
    reply.header('content-length', (await stat(path)).size);
    return sendWorkbook(reply, `${fileName}-marked`).send(uploads.read(path));
  });
  app.get<{ Querystring: { lang?: string; sample?: string } }>('/template.xlsx', async (request, reply) => {
    const { lang = 'zh', sample } = request.query;
    if (lang !== 'zh' && lang !== 'en') throw new WallchartError('BAD_INPUT', `lang=${lang}: expected zh or en.`);
    const { writeSample, writeTemplate } = await import('./index.ts');
    if (sample === undefined)
      return sendWorkbook(reply, lang === 'zh' ? '挂图台账模板' : 'wallchart-template').send(await writeTemplate(lang));
    const id = SAMPLE_IDS.find((known) => known === sample);
    if (!id) throw new WallchartError('BAD_INPUT', `sample=${sample}: expected ${SAMPLE_IDS.join(' or ')}.`);
    return sendWorkbook(reply, lang === 'zh' ? `挂图台账样本-${id}` : `wallchart-sample-${id}`).send(
      await writeSample(id, lang),
    );
  });
}

/** @throws WallchartError BAD_INPUT for a form that is broken, cut off or without the file, and what the store refuses */
async function receive(request: FastifyRequest, uploads: UploadStore): Promise<Upload> {
  try {
    const part = await request.file();
    // What is read of a form that is refused is of no interest any more, nor how it ends.
    part?.file.on('error', () => undefined);
    if (part?.fieldname === 'file') return await uploads.receive(part);
    part?.file.resume();
  } catch (error) {
    if (error instanceof WallchartError || isOfSystem(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new WallchartError('BAD_INPUT', `The upload is incomplete: ${why}. 上传的内容不完整，请重新上传。`);
  }
  throw new WallchartError('BAD_INPUT', 'The field "file" is missing. 缺少文件。');
}

/** Whether the machine failed (a full disk), and not the form: reading a form makes no system call. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && !('code' in error && error.code === 'ECONNRESET');

function sendWorkbook(reply: FastifyReply, name: string): FastifyReply {
  return reply.headers({
    'content-type': XLSX,
    'content-disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    'cache-control': 'no-store',
  });
}
