import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { refused } from './refused.ts';
import { DIGEST_LENGTH, HEAD, SEAL } from './format.ts';

/** The comment under which an archive is closed, before its digest is known. */
export const OPEN_SEAL = `${SEAL}${'0'.repeat(DIGEST_LENGTH)}`;

/** The end of the local file header of a zip, where the name of the first entry stands. */
const NAME_AT = 30;
const ZIP = 'PK\u0003\u0004';

/** An archive that ends in OPEN_SEAL, with the digest of everything before put into its end. */
export function sealing(onSealed: (sha256: string, bytes: number) => void) {
  return async function* (archive: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let held: Buffer = Buffer.alloc(0);
    let bytes = 0;
    for await (const chunk of archive) {
      const all = Buffer.concat([held, chunk]);
      const sure = all.subarray(0, Math.max(0, all.length - DIGEST_LENGTH));
      held = all.subarray(sure.length);
      if (sure.length === 0) continue;
      hash.update(sure);
      bytes += sure.length;
      yield sure;
    }
    const digest = hash.digest('hex');
    onSealed(digest, bytes + digest.length);
    yield Buffer.from(digest, 'latin1');
  };
}

/** Bytes that can be read at any place, as those of a file. */
export interface Bytes {
  readonly size: number;
  /** Latin-1, and shorter than asked for at the end. */
  readonly textAt: (position: number, length: number) => Promise<string>;
  /** All up to a position. */
  readonly upTo: (end: number) => AsyncIterable<Buffer>;
}

/**
 * Reads a whole file and makes sure that it is a backup, from its first byte to its last, as it was written.
 *
 * @returns the digest that it is sealed with, and its size
 * @throws WallchartError BACKUP_REFUSED
 */
export async function checkSeal(
  path: string,
  onBytes: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes: Bytes = {
      size,
      textAt: async (position, length) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
        return buffer.toString('latin1', 0, bytesRead);
      },
      upTo: (end) => createReadStream(path, { end: end - 1, highWaterMark: 1 << 20, signal }) as AsyncIterable<Buffer>,
    };
    return { sha256: await checkBytes(path, bytes, (done) => onBytes(done, size)), bytes: size };
  } finally {
    await file.close();
  }
}

/**
 * @param path for messages
 * @returns the digest that the bytes are sealed with
 * @throws WallchartError BACKUP_REFUSED
 */
export async function checkBytes(
  path: string,
  { size, textAt, upTo }: Bytes,
  onBytes: (done: number) => void = () => undefined,
): Promise<string> {
  const magic = await textAt(0, ZIP.length);
  if (magic !== ZIP || (await textAt(NAME_AT, HEAD.length)) !== HEAD)
    throw refused(path, 'it is not a Wallchart backup.');
  const digestAt = size - DIGEST_LENGTH;
  const sealAt = digestAt - SEAL.length;
  if (sealAt <= 0 || (await textAt(sealAt, SEAL.length)) !== SEAL)
    throw refused(
      path,
      'its end is missing, perhaps because copying was interrupted or a disk was full. Use another copy.',
    );
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of upTo(digestAt)) {
    hash.update(chunk);
    onBytes((done += chunk.length));
  }
  const digest = hash.digest('hex');
  if (digest !== (await textAt(digestAt, DIGEST_LENGTH)))
    throw refused(path, 'it is damaged (the SHA-256 differs). Use another copy.');
  return digest;
}
