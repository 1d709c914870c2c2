import { renderAsync } from '@resvg/resvg-js';
import type { ReadImage } from './read-document.ts';

/** Both are drawn to one size: fine enough that a figure in a chart has several squares of its own. */
const [WIDTH, HEIGHT] = [960, 720];
const SQUARE = 8;
/** Of 255; what scaling and packing with loss change stays below. */
const MOST = 24;

/**
 * Whether two images look the same to the eye: programs scale and pack pictures again on saving. An SVG
 * shows the same only if it is the same.
 */
export async function isSamePicture(one: ReadImage, other: ReadImage): Promise<boolean> {
  if (one.digest === other.digest) return true;
  const [a, b] = [await squaresOf(one), await squaresOf(other)];
  return a !== null && b !== null && a.every((level, i) => Math.abs(level - b[i]!) <= MOST);
}

const TYPES: readonly (readonly [type: string, opening: Buffer])[] = [
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['gif', Buffer.from('GIF8')],
];

/** Mean brightness of the squares of an image; null for what is no picture of points. */
async function squaresOf({ bytes }: ReadImage): Promise<Float64Array | null> {
  const type = TYPES.find(([, opening]) => bytes.subarray(0, opening.length).equals(opening))?.[0];
  if (!type) return null;
  const { pixels, width, height } = await renderAsync(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><image width="${WIDTH}" height="${HEIGHT}" ` +
      `preserveAspectRatio="none" href="data:image/${type};base64,${bytes.toString('base64')}"/></svg>`,
    { background: '#ffffff', font: { loadSystemFonts: false } },
  );
  const across = width / SQUARE;
  const means = new Float64Array(across * (height / SQUARE));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const level = (pixels[at]! + pixels[at + 1]! + pixels[at + 2]!) / 3;
      const square = Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE);
      means[square]! += level / (SQUARE * SQUARE);
    }
  }
  return means;
}
