import subsetFont from 'subset-font';
import type { Face } from './fonts.ts';
import { wholeFace } from './whole-face.ts';

/** What a script needs to be joined is kept of the layout; of Chinese only the kerning of its Latin letters. */
const SHAPED: ReadonlySet<Face> = new Set(['emoji', 'arabic']);

/**
 * The part of a bundled face that some words need: of 10 MB there remain some 20 kB. The same words give the same bytes.
 *
 * @param format `truetype` for renderers, `woff2` for embedding
 */
export async function subsetOf(face: Face, words: string, format: 'truetype' | 'woff2'): Promise<Buffer> {
  const characters = [...new Set(words)].toSorted().join('');
  const layout = SHAPED.has(face) ? {} : { keepFeatures: ['kern'], noLayoutClosure: true };
  return subsetFont(await wholeFace(face), characters, { targetFormat: format, noHinting: true, ...layout });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of markup as it is read, entities resolved. */
export const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name ?? ''] ?? entity;
  });

/** The words that an SVG draws. */
export const wordsOf = (svg: string): string =>
  unescaped([...svg.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text).join(' '));
