import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** The entries of a backup by name. There is no limit to their sizes: the seal says that we wrote them. */
export interface Entries {
  readonly sizeOf: (name: string) => number | undefined;
  readonly open: (name: string) => Promise<Readable>;
  readonly readWhole: (name: string) => Promise<Buffer>;
  readonly close: () => void;
}

/** @throws Error of yauzl, when the archive does not hold together */
export async function openEntries(path: string): Promise<Entries> {
  const zip = await openZip(path);
  try {
    const entries = await listEntries(zip);
    const open = (name: string): Promise<Readable> =>
      new Promise((resolve, reject) => {
        const entry = entries.get(name);
        if (!entry) reject(new RangeError(`${name} is missing`));
        else zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
      });
    return {
      sizeOf: (name) => entries.get(name)?.uncompressedSize,
      open,
      readWhole: async (name) => buffer(await open(name)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
