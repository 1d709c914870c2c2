import { posix } from 'node:path';
import { readPart, type Archive } from '../../../reading/archive.ts';
import { xmlWriter } from '../../../reading/xml-stream.ts';
import { attribute } from './style-levels.ts';

/** A part that another one refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: image, header. */
  readonly type: string;
  readonly target: string;
}

/** The parts within the file that a part refers to (ECMA-376-2, 6.5). */
export async function relationshipsOf(archive: Archive, part: string): Promise<readonly Relationship[]> {
  const { dir, base } = posix.parse(part);
  const entry = archive.part(posix.join(dir, '_rels', `${base}.rels`));
  const found: Relationship[] = [];
  if (!entry) return found;
  const write = xmlWriter(
    {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
        const target = attribute(attributes, 'Target') ?? '';
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: posix.basename(attribute(attributes, 'Type') ?? ''),
          target: posix.resolve('/', dir, target).slice(1),
        });
      },
    },
    entry.name,
  );
  write(await readPart(entry));
  write(null);
  return found;
}
