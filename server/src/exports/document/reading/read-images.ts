import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readPart, type Archive, type ArchiveEntry } from '../../../reading/archive.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { xmlWriter } from '../../../reading/xml-stream.ts';
import type { ReadImage } from './read-document.ts';
import { attribute } from './style-levels.ts';

/** The images of a part by the names that it has for them; what lies outside the file, or is too large, is left out. */
export async function readImages(
  archive: Archive,
  part: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadImage>> {
  const images = new Map<string, ReadImage>();
  if (wanted.size === 0) return images;
  for (const [id, target] of await relationshipsOf(archive, part)) {
    const entry = wanted.has(id) ? archive.part(target) : undefined;
    if (entry && entry.bytes <= LIMITS.partBytes) images.set(id, await readImage(entry));
  }
  return images;
}

async function readImage(entry: ArchiveEntry): Promise<ReadImage> {
  const bytes = await buffer(await entry.open());
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}

/** Parts within the file that a part refers to, by name (ECMA-376-2, 6.5). */
async function relationshipsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, string>> {
  const { dir, base } = posix.parse(part);
  const entry = archive.part(posix.join(dir, '_rels', `${base}.rels`));
  const targets = new Map<string, string>();
  if (!entry) return targets;
  const write = xmlWriter(
    {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
        const target = attribute(attributes, 'Target') ?? '';
        targets.set(attribute(attributes, 'Id') ?? '', posix.resolve('/', dir, target).slice(1));
      },
    },
    entry.name,
  );
  write(await readPart(entry));
  write(null);
  return targets;
}
