import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { partKey, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { watched, writeZipFile } from '../../../rendering/workbook/write-workbook.ts';
import { copyXml, type CopyEdits } from './xml-copy.ts';

/** A part of the new workbook, in place of the old one of that name or beside it. */
export type Part = () => Promise<Readable>;

/** Parts by name, which compare as names of parts do; they are written in the order in which they were set. */
export class Parts {
  private readonly parts = new Map<string, { name: string; open: Part }>();

  set(name: string, open: Part): void {
    this.parts.set(partKey(name), { name, open });
  }

  get names(): ReadonlySet<string> {
    return new Set(this.parts.keys());
  }

  [Symbol.iterator](): IterableIterator<{ name: string; open: Part }> {
    return this.parts.values();
  }
}

export const whole =
  (text: string): Part =>
  async () =>
    Readable.from([Buffer.from(text)]);

const copied =
  (open: () => Promise<AsyncIterable<Buffer>>, name: string, edits: CopyEdits): Part =>
  async () =>
    Readable.from(copyXml(await open(), name, edits), { objectMode: false });

export const edited = (entry: ArchiveEntry, edits: CopyEdits): Part => copied(() => entry.open(), entry.name, edits);

export const writtenAs = (xml: string, name: string, edits: CopyEdits): Part =>
  copied(async () => Readable.from([Buffer.from(xml)]), name, edits);

interface Packed {
  readonly content: string;
  readonly replaced: Parts;
  readonly removed: ReadonlySet<string>;
}

/** Writes the archive again, one part after the other: those that stay as they are, then those that are set. */
export async function pack(archive: Archive, { content, replaced, removed }: Packed, outPath: string): Promise<void> {
  const zip = new ZipFile();
  const add = (name: string, open: Part): void =>
    zip.addReadStreamLazy(name, (done) => {
      open().then(
        (stream) => done(null, watched(zip, stream)),
        (error: unknown) => done(error, Readable.from([])),
      );
    });
  const types = archive.part('[Content_Types].xml')?.name ?? '[Content_Types].xml';
  add(types, whole(content));
  const replacing = replaced.names;
  for (const [key, entry] of archive.entries)
    if (key !== partKey(types) && !replacing.has(key) && !removed.has(key)) add(entry.name, () => entry.open());
  for (const { name, open } of replaced) add(name, open);
  zip.end();
  await writeZipFile(zip, outPath);
}
