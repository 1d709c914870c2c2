import { readFile } from 'node:fs/promises';
import { FONT_FILES, type Face } from './fonts.ts';

const read = new Map<Face, Promise<Buffer>>();

/** A bundled face as TrueType, read when it is first asked for. */
export function wholeFace(face: Face): Promise<Buffer> {
  const found = read.get(face) ?? readFace(FONT_FILES[face]);
  read.set(face, found);
  return found;
}

async function readFace(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  if (path.endsWith('.ttf')) return bytes;
  const { convert } = await import('fontverter');
  return convert(bytes, 'truetype');
}
