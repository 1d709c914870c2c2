import { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { refuse } from './file-refused.ts';
import { LIMITS } from './limits.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: number;
  open(): Promise<Readable>;
}

/** A zip read by its central directory: each entry can be opened any number of times, nothing is unpacked ahead. */
export interface Archive {
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  close(): void;
}

/**
 * Opens a zip, a file by its path or bytes, and checks what it declares about itself before anything is unpacked; yauzl
 * then holds each entry to its declared size. An entry that unpacks to more ends in ZIP_BOMB, a damaged one in NOT_A_ZIP.
 *
 * @throws FileRefused NOT_A_ZIP, ZIP_BOMB, ZIP_ENCRYPTED
 */
export async function openArchive(source: string | Buffer): Promise<Archive> {
  const zip = await openZip(source);
  try {
    const entries = await listEntries(zip);
    checkSizes([...entries.values()]);
    return {
      entries: new Map([...entries].map(([name, entry]) => [name, toEntry(zip, name, entry)])),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const broken = (error: unknown) =>
  refuse(
    'NOT_A_ZIP',
    '文件已损坏，无法解开',
    `the file is damaged: ${error instanceof Error ? error.message : 'unknown'}`,
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
      if (entry.isEncrypted()) return reject(refuse('ZIP_ENCRYPTED', '压缩包有密码', 'the archive has a password'));
      if (entries.has(name))
        return reject(refuse('NOT_A_ZIP', '压缩包内有重名文件', `the archive holds ${name} twice`));
      if (entries.size >= LIMITS.entries) return reject(bomb());
      if (!name.endsWith('/')) entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Names from Chinese Windows are GBK without a flag that says so. */
function entryName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(raw).replaceAll('\\', '/');
  }
}

const bomb = () => refuse('ZIP_BOMB', '解开后过大，不予处理', 'it would unpack to far more than a ledger can hold');

function checkSizes(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const tight = entries.some(
    (entry) =>
      entry.uncompressedSize > LIMITS.ratioFrom &&
      entry.uncompressedSize > LIMITS.ratio * Math.max(entry.compressedSize, 1),
  );
  if (total > LIMITS.unpackedBytes || tight) throw bomb();
}

function toEntry(zip: ZipFile, name: string, entry: Entry): ArchiveEntry {
  return {
    name,
    bytes: entry.uncompressedSize,
    open: () =>
      new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) =>
          error ? reject(broken(error)) : resolve(Readable.from(unpacked(stream), { objectMode: false })),
        );
      }),
  };
}

async function* unpacked(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    // yauzl gives words only.
    const grew = error instanceof Error && error.message.startsWith('too many bytes in the stream');
    throw grew ? bomb() : broken(error);
  }
}

/**
 * Reads a small entry whole, as UTF-8.
 *
 * @throws FileRefused PART_TOO_LARGE
 */
export async function readPart(entry: ArchiveEntry): Promise<string> {
  if (entry.bytes > LIMITS.partBytes) {
    throw refuse('PART_TOO_LARGE', `${entry.name} 过大`, `${entry.name} is larger than any real workbook needs`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of await entry.open()) chunks.push(chunk as Buffer);
  return new TextDecoder().decode(Buffer.concat(chunks));
}
