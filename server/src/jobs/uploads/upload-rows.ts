import { sql } from 'kysely';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { SYSTEM } from '../../access/principals.ts';
import type { SystemDb } from '../../database/handles.ts';
import type { Upload } from './upload.ts';

const CHUNK_BYTES = 1024 * 1024;
const KEPT = sql`interval '1 hour'`;

export type UploadRow = Omit<Upload, 'path'>;

/** Ids become names of folders: nothing else may. */
export const isUploadId = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);

/** Copies an upload into the database, all or nothing, and removes those that are more than an hour old. */
export async function storeUpload(db: SystemDb, { id, kind, fileName, path, bytes }: Upload): Promise<void> {
  await forgetUploads(db);
  await db.recording(SYSTEM, async (transaction) => {
    await sql`/* uploads.store */ insert into upload (id, kind, file_name, bytes, received_at)
      values (${id}::uuid, ${kind}, ${fileName}, ${bytes}, clock_timestamp())`.execute(transaction);
    let place = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      await sql`/* uploads.store_chunk */ insert into upload_chunk (upload_id, place, bytes)
        values (${id}::uuid, ${place++}, ${chunk as Buffer})`.execute(transaction);
    }
  });
}

/** An upload that is less than an hour old. */
export async function findUpload(db: SystemDb, id: string): Promise<UploadRow | null> {
  const { rows } = await sql<UploadRow>`/* uploads.find */
    select id::text as id, kind, file_name as "fileName", bytes from upload
    where id = ${id}::uuid and received_at > clock_timestamp() - ${KEPT}`.execute(db);
  return rows[0] ?? null;
}

/** Writes the file of an upload from the database into a folder of its own. */
export async function fetchUpload(db: SystemDb, folder: string, row: UploadRow): Promise<Upload> {
  const path = uploadPath(folder, row.id, row.fileName);
  await mkdir(join(folder, row.id), { mode: 0o700, recursive: true });
  const file = await open(path, 'w', 0o600);
  try {
    for (let place = 0; ; place++) {
      const { rows } = await sql<{ bytes: Buffer }>`/* uploads.chunk */
        select bytes from upload_chunk where upload_id = ${row.id}::uuid and place = ${place}`.execute(db);
      if (!rows[0]) return { ...row, path };
      await file.writeFile(rows[0].bytes);
    }
  } finally {
    await file.close();
  }
}

export const uploadPath = (folder: string, id: string, fileName: string): string =>
  join(folder, id, `upload${extname(fileName).toLowerCase()}`);

export async function forgetUploads(db: SystemDb): Promise<void> {
  await sql`/* uploads.forget */ delete from upload where received_at < clock_timestamp() - ${KEPT}`.execute(db);
}
