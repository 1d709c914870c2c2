import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SystemDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import type { Upload, UploadKind } from './upload.ts';
import { fetchUpload, findUpload, forgetUploads, isUploadId, storeUpload, uploadPath } from './upload-rows.ts';

export type { Upload, UploadKind };

export const UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024;
const KEEP_MS = 60 * 60 * 1000;
const KINDS: Readonly<Record<string, UploadKind>> = {
  '.xlsx': 'import',
  '.zip': 'import',
  '.csv': 'import',
  '.geojson': 'import',
  '.json': 'import',
  '.docx': 'document',
};

/** A file on its way in, as the multipart reader gives it. */
export interface IncomingFile {
  readonly file: Readable & { readonly truncated: boolean };
  /** As the form gives it; a form may give none. */
  readonly filename: string | undefined;
}

export interface UploadStore {
  /** The folders of this server whose disks fill up: of uploads, and of the embedded database where there is one. */
  readonly disks: readonly string[];
  /** Streams a file to disk. UPLOAD_TOO_LARGE above 50 MB, UPLOAD_REFUSED for what is of no known kind, BAD_INPUT without a name. */
  readonly receive: (incoming: IncomingFile) => Promise<Upload>;
  /**
   * An upload of whatever process, its file at hand. UNKNOWN_UPLOAD for an id that was never given or is more than an hour
   * old; UPLOAD_REFUSED for another kind.
   */
  readonly find: (id: string, kind: UploadKind) => Promise<Upload>;
  /** A file of our own beside an upload; gone with it. */
  readonly beside: (upload: Upload, name: string) => string;
  readonly read: (path: string) => Readable;
  readonly close: () => Promise<void>;
}

/**
 * Uploads in the database, for an hour, so that every process and every machine finds them; those that are worked with are
 * files in a folder of this process under the data folder.
 */
export async function openUploadStore(dataDir: string, db: SystemDb): Promise<UploadStore> {
  const shared = join(dataDir, 'uploads');
  await mkdir(shared, { recursive: true, mode: 0o700 });
  await removeLeftovers(shared);
  const folder = join(shared, randomUUID());
  await mkdir(folder, { mode: 0o700 });
  const here = new Map<string, { readonly upload: Promise<Upload>; readonly timer: NodeJS.Timeout }>();
  const drop = async (id: string): Promise<void> => {
    clearTimeout(here.get(id)?.timer);
    here.delete(id);
    await rm(join(folder, id), { recursive: true, force: true });
  };
  const keep = (id: string, upload: Promise<Upload>): Promise<Upload> => {
    const timer = setTimeout(() => void Promise.all([drop(id), forgetUploads(db)]).catch(() => undefined), KEEP_MS);
    here.set(id, { upload, timer: timer.unref() });
    return upload;
  };
  const fetched = async (id: string): Promise<Upload> => {
    const row = await findUpload(db, id);
    if (row) return fetchUpload(db, folder, row);
    throw unknown(id);
  };
  return {
    disks: [shared, join(dataDir, 'postgres')],
    receive: async (incoming) => {
      const upload = await writeUpload(folder, incoming);
      try {
        await storeUpload(db, upload);
      } catch (error) {
        await drop(upload.id);
        throw error;
      }
      return keep(upload.id, Promise.resolve(upload));
    },
    find: async (id, kind) => {
      if (!isUploadId(id)) throw unknown(id);
      const upload = await (here.get(id)?.upload ?? keep(id, fetched(id))).catch(async (error: unknown) => {
        await drop(id);
        throw error;
      });
      if (upload.kind !== kind) throw otherKind(upload, kind);
      return upload;
    },
    beside: (upload, name) => join(folder, upload.id, name),
    read: (path) => createReadStream(path),
    close: async () => {
      await Promise.all([...here.keys()].map(drop));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const unknown = (id: string): WallchartError =>
  new WallchartError('UNKNOWN_UPLOAD', `No upload has the id "${id}"; uploads are kept for an hour. 请重新上传。`);

const otherKind = ({ fileName }: Upload, kind: UploadKind): WallchartError =>
  kind === 'import'
    ? new WallchartError(
        'UPLOAD_REFUSED',
        `"${fileName}" is a document; a workbook or a map can be imported. 这是文档，不能作为台账或地图导入。`,
      )
    : new WallchartError('UPLOAD_REFUSED', `"${fileName}" is not a .docx document. 请上传 .docx 文档。`);

async function writeUpload(folder: string, { file, filename }: IncomingFile): Promise<Upload> {
  const fileName = nameOf(filename ?? '');
  const extension = extname(fileName).toLowerCase();
  const kind = KINDS[extension];
  if (!kind) {
    file.resume();
    if (fileName === '') throw new WallchartError('BAD_INPUT', 'The file has no name. 文件没有名称。');
    throw new WallchartError(
      'UPLOAD_REFUSED',
      `"${fileName}" cannot be used: upload a workbook (.xlsx, .csv, or a .zip of .csv files), a map (.geojson) or a ` +
        'document (.docx). 请上传 .xlsx、.csv、含 .csv 的 .zip；地图用 .geojson，文档用 .docx。',
    );
  }
  const id = randomUUID();
  const path = uploadPath(folder, id, fileName);
  await mkdir(join(folder, id), { mode: 0o700 });
  try {
    await pipeline(file, createWriteStream(path, { mode: 0o600 }));
    if (file.truncated) {
      throw new WallchartError(
        'UPLOAD_TOO_LARGE',
        'The file is larger than 50 MB: split it into several files, or save it without pictures and blank rows. ' +
          '文件超过 50 MB。请拆成几个文件分别导入，或去掉图片和空行后再存。',
      );
    }
    return { id, kind, fileName, path, bytes: (await stat(path)).size };
  } catch (error) {
    await rm(join(folder, id), { recursive: true, force: true });
    throw error;
  }
}

/** The name alone, without a folder and without characters that nothing shows. */
const nameOf = (given: string): string =>
  basename(
    given
      .toWellFormed()
      .replaceAll(/\p{Cc}/gu, '')
      .replaceAll('\\', '/'),
  ).slice(0, 200);

/** What a crashed predecessor left; younger folders may belong to another process on the same data folder. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > KEEP_MS) await rm(join(folder, name), { recursive: true, force: true });
  }
}
