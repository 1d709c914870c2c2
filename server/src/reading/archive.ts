import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { damaged, refuse } from './file-refused.ts';
import { LIMITS } from './limits.ts';
import { decodeXml } from './xml-stream.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

/** A zip read by its central directory: each entry can be opened any number of times, nothing is unpacked ahead. */
export interface Archive {
  /** by {@link partKey} */
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** The part of a package: names of parts compare without case, and may be written percent-encoded (ECMA-376-2, 6.2.2). */
  part(name: string): ArchiveEntry | undefined;
  close(): void;
}

/** What names of parts are compared by. */
export const partKey = (name: string): string => slashed(name).toLowerCase();

const slashed = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '');

/**
 * Opens a zip, a file by its path or bytes, and checks what it declares about itself before anything is unpacked. Each
 * entry is then held to the size and the checksum that it declares: one that is not what it declares is DAMAGED.
 *
 * @throws FileRefused NOT_A_ZIP, ZIP_BOMB, ZIP_ENCRYPTED, DAMAGED
 */
export async function openArchive(source: string | Buffer): Promise<Archive> {
  const zip = await openZip(source);
  try {
    const entries = await listEntries(zip);
    checkSizes([...entries.values()]);
    return archiveOf(zip, new Map([...entries].map(([key, entry]) => [key, toEntry(zip, entry)])));
  } catch (error) {
    zip.close();
    throw error;
  }
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, ArchiveEntry>): Archive {
  const part = (name: string): ArchiveEntry | undefined => entries.get(partKey(name)) ?? entries.get(decoded(name));
  return { entries, part, close: () => zip.close() };
}

function decoded(name: string): string {
  try {
    return partKey(decodeURIComponent(name));
  } catch {
    return ''; // a % that encodes nothing
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

const broken = (error: unknown) =>
  refuse(
    'NOT_A_ZIP',
    '文件不完整或已损坏，无法解开；请重新复制或下载一份，或用 Excel、WPS 打开后另存',
    `the file is incomplete or damaged (${reasonOf(error)}): copy it again, or open it in Excel or WPS and save it again`,
  );

function openZip(source: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile): void => (error ? reject(broken(error)) : resolve(zip));
    if (typeof source === 'string') yauzl.open(source, options, opened);
    else yauzl.fromBuffer(source, options, opened);
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', (error) => reject(broken(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const name = entryName(entry);
      const key = partKey(name);
      if (entry.isEncrypted()) return reject(refuse('ZIP_ENCRYPTED', '压缩包有密码', 'the archive has a password'));
      if (entries.has(key))
        return reject(refuse('NOT_A_ZIP', '压缩包内有重名文件', `the archive contains ${name} twice`));
      if (entries.size >= LIMITS.entries) return reject(bomb());
      if (!name.endsWith('/')) entries.set(key, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Names from Chinese Windows are GBK without a flag that says so. */
function entryName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  try {
    return slashed(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return slashed(new TextDecoder('gb18030').decode(raw));
  }
}

const bomb = () => refuse('ZIP_BOMB', '解开后过大，不予处理', 'its unpacked size is far larger than any ledger');

function checkSizes(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const tight = entries.some(
    (entry) =>
      entry.uncompressedSize > LIMITS.ratioFrom &&
      entry.uncompressedSize > LIMITS.ratio * Math.max(entry.compressedSize, 1),
  );
  if (total > LIMITS.unpackedBytes || tight) throw bomb();
}

function toEntry(zip: ZipFile, entry: Entry): ArchiveEntry {
  const name = entryName(entry);
  return {
    name,
    bytes: entry.uncompressedSize,
    open: () =>
      new Promise((resolve, reject) => {
        if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
          reject(otherMethod(name));
          return;
        }
        zip.openReadStream(entry, (error, stream) =>
          error
            ? reject(damaged(name, reasonOf(error)))
            : resolve(Readable.from(unpacked(stream, name, entry.crc32), { objectMode: false })),
        );
      }),
  };
}

const STORED = 0;
const DEFLATED = 8;

const otherMethod = (name: string) =>
  refuse(
    'NOT_A_ZIP',
    `压缩包用了特殊的压缩方式（${name}）；请用普通 zip 方式重新压缩，或用 Excel、WPS 打开后另存`,
    `${name} is packed in an unusual way: pack it again as a plain zip, or open it in Excel or WPS and save it again`,
  );

async function* unpacked(stream: Readable, name: string, checksum: number): AsyncGenerator<Buffer> {
  let seen = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      seen = crc32(chunk, seen);
      yield chunk;
    }
  } catch (error) {
    throw damaged(name, reasonOf(error));
  }
  if (seen !== checksum) throw damaged(name, 'its bytes are not those that were packed');
}

/**
 * Reads a small part whole, in the encoding of XML parts.
 *
 * @throws FileRefused PART_TOO_LARGE, DAMAGED
 */
export async function readPart(entry: ArchiveEntry): Promise<string> {
  if (entry.bytes > LIMITS.partBytes) {
    throw refuse('PART_TOO_LARGE', `${entry.name} 过大`, `${entry.name} is larger than any real workbook needs`);
  }
  let text = '';
  for await (const piece of decodeXml((await entry.open()) as AsyncIterable<Buffer>, entry.name)) text += piece;
  return text;
}
