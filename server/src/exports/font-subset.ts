import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { FONT_FILES } from './fonts.ts';

export type SubsetFace = 'sans' | 'sansBold' | 'symbols';

const whole = new Map<SubsetFace, Promise<Buffer>>();

function wholeFace(face: SubsetFace): Promise<Buffer> {
  const found = whole.get(face) ?? readFile(FONT_FILES[face]);
  whole.set(face, found);
  return found;
}

/**
 * The part of a bundled face that some words need: of 10 MB there remain some 20 kB. The same words give the same bytes.
 *
 * @param format `truetype` for whoever draws, `woff2` for what is embedded
 */
export async function subsetOf(face: SubsetFace, words: string, format: 'truetype' | 'woff2'): Promise<Buffer> {
  const characters = [...new Set(words)].toSorted().join('');
  return subsetFont(await wholeFace(face), characters, {
    targetFormat: format,
    keepFeatures: ['kern'],
    noLayoutClosure: true,
    noHinting: true,
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words that an SVG draws, entities resolved. */
export function wordsOf(svg: string): string {
  return [...svg.matchAll(/>([^<>]+)</g)]
    .map(([, text = '']) => text)
    .join(' ')
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return ENTITIES[name ?? ''] ?? entity;
    });
}
