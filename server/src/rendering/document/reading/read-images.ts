import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Archive, ArchiveEntry } from '../../../reading/archive.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { ReadImage } from './read-document.ts';
import type { Relationship } from './relationships.ts';

/** The images that a text shows, by the names that it has for them; one that is too large is left out. */
export async function readImages(
  archive: Archive,
  relationships: readonly Relationship[],
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadImage>> {
  const images = new Map<string, ReadImage>();
  for (const { id, target } of relationships) {
    const entry = wanted.has(id) ? archive.part(target) : undefined;
    if (entry && entry.bytes <= LIMITS.partBytes) images.set(id, await readImage(entry));
  }
  return images;
}

async function readImage(entry: ArchiveEntry): Promise<ReadImage> {
  const bytes = await buffer(await entry.open());
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}
