import { deflateSync } from 'node:zlib';
import { chunk } from '../../server/src/rendering/png-chunks.ts';

/** Colours that a palette has room for. */
const MOST = 256;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A picture as four bytes a pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** So many of the most frequent colours, which are the grounds and the inks, stay as they are. */
const EXACT = 24;
/** How far a pixel may be from its colour, of 1, as pixelmatch measures it: about five levels of grey. */
export const PALETTE_ERROR = 0.02;
const FARTHEST = PALETTE_ERROR ** 2 * 35_215;

/** The square of how different two colours look: in the brightness and hues of YIQ, which pixelmatch weighs so. */
function difference(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  const y = red * 0.299 + green * 0.587 + blue * 0.114;
  const i = red * 0.596 - green * 0.274 - blue * 0.322;
  const q = red * 0.211 - green * 0.523 + blue * 0.311;
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}

/** Frequent colours first; a rarer one, which is the edge of a letter or a line, takes the place of one that looks like it. */
function paletteOf(colours: Uint32Array): {
  readonly palette: readonly number[];
  readonly indexOf: Map<number, number>;
} {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette: number[] = [];
  const indexOf = new Map<number, number>();
  for (const [colour] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    const like = palette.length < EXACT ? -1 : palette.findIndex((one) => difference(one, colour) <= FARTHEST);
    indexOf.set(colour, like < 0 ? palette.push(colour) - 1 : like);
  }
  if (palette.length > MOST) throw new RangeError(`a picture of ${palette.length} colours; ${MOST} fit`);
  return { palette, indexOf };
}

/**
 * A PNG with a palette, a quarter of the size of the one that a browser makes.
 *
 * @param texts a keyword and a text each, both of Latin letters
 */
export function indexedPng({ width, height, data }: Pixels, texts: Readonly<Record<string, string>> = {}): Buffer {
  const colours = Uint32Array.from(
    { length: width * height },
    (_, at) => (data[at * 4]! << 16) | (data[at * 4 + 1]! << 8) | data[at * 4 + 2]!,
  );
  const { palette, indexOf } = paletteOf(colours);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of colours.entries()) rows[at + Math.floor(at / width) + 1] = indexOf.get(colour)!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, which are places in a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...Object.entries(texts).map(([keyword, text]) => chunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1'))),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
