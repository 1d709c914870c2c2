import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Noon on the first day of MS-DOS time, in whatever zone: the packer writes local time, which this makes the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1, 12, 0, 0);
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/** Packs the parts again, in one order and with one time, by a deflate of its own: the same parts give the same bytes. */
export function packStably(zip: Uint8Array, changes: ReadonlyMap<string, (written: string) => string>): Buffer {
  const parts = new Map(Object.entries(unzipSync(zip)));
  for (const [name, change] of changes) {
    parts.set(name, new TextEncoder().encode(change(new TextDecoder().decode(parts.get(name)))));
  }
  const names = [...parts.keys()].filter((name) => !FIRST.includes(name)).sort();
  const zippable: Zippable = {};
  for (const name of [...FIRST, ...names]) {
    const bytes = parts.get(name);
    if (bytes) zippable[name] = [bytes, { mtime: FIXED_TIME, level: name.endsWith('.png') ? 0 : 6, os: 0 }];
  }
  return Buffer.from(zipSync(zippable));
}
