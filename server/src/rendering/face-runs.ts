import type { Font } from 'fontkit';
import type { Lang } from '../domain/text.ts';
import type { Face } from './fonts.ts';
import { wholeFace } from './whole-face.ts';

/** A run of text, and the bundled face that has its characters; null where none has. */
export interface FaceRun {
  readonly text: string;
  readonly face: Face | null;
}

/** Set for what no bundled face has (a full-width sign of printers for a type that is missing). */
export const MISSING = '〓';

/** Characters that each face for Chinese has: nothing is looked up for a text of these. */
export const COMMON = /^[\u0020-\u007e·×÷—‘’“”…\u3000-\u3011〓〔〕\u4e00-\u9fa5\uff01-\uff5e]*$/u;
/** Has no glyph of its own: joiners, marks of direction, variation selectors, controls. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\s]/u;
/** Where a character is looked for that the face of the text lacks, first to last. */
const FALLBACKS = ['symbols', 'kai', 'emoji', 'arabic'] as const satisfies Face[];

const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const opened = new Map<Face, Promise<Font>>();

/** Splits a text by the faces that have its characters: its own, or the first of the others that has a cluster whole. */
export async function faceRuns(text: string, own: 'sans' | 'serif'): Promise<FaceRun[]> {
  if (COMMON.test(text)) return text === '' ? [] : [{ text, face: own }];
  const runs: { text: string; face: Face | null }[] = [];
  for (const { segment } of clusters.segment(text)) {
    const face = await faceOf(segment, own);
    const last = runs.at(-1);
    if (last && face !== null && last.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}

/** The faces that some texts take, null for characters that no bundled face has. */
export const facesIn = async (texts: Iterable<string>, own: 'sans' | 'serif'): Promise<ReadonlySet<Face | null>> =>
  new Set((await rareRuns(texts, own)).map(({ face }) => face));

/** The characters of some texts that no bundled face has, each once. */
export const missingIn = async (texts: Iterable<string>, own: 'sans' | 'serif'): Promise<string[]> =>
  (await rareRuns(texts, own)).filter(({ face }) => face === null).map(({ text }) => text);

/** Each character once that is not among the common ones, apart from the others. */
function rareRuns(texts: Iterable<string>, own: 'sans' | 'serif'): Promise<FaceRun[]> {
  const characters = new Set<string>();
  for (const text of texts) if (!COMMON.test(text)) for (const one of text) characters.add(one);
  return faceRuns([...characters].filter((one) => !COMMON.test(one)).join('\u200b'), own);
}

/** U+1FAE9, as a character is named that cannot be shown. */
export const codePointOf = (character: string): string =>
  Array.from(character, (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

async function faceOf(cluster: string, own: Face): Promise<Face | null> {
  const seen = Array.from(cluster).filter((one) => !INVISIBLE.test(one));
  for (const face of [own, ...FALLBACKS]) {
    if (face === own && seen.every((one) => COMMON.test(one))) return face;
    const font = await openFace(face);
    if (seen.every((one) => font.hasGlyphForCodePoint(one.codePointAt(0)!))) return face;
  }
  return null;
}

/** How wide a run is set, in its size. */
export async function emsOf({ text, face }: FaceRun): Promise<number> {
  const font = await openFace(face ?? 'sans');
  return font.layout(face === null ? MISSING : text).advanceWidth / font.unitsPerEm;
}

function openFace(face: Face): Promise<Font> {
  const found = opened.get(face) ?? readFace(face);
  opened.set(face, found);
  return found;
}

async function readFace(face: Face): Promise<Font> {
  const [{ create }, bytes] = await Promise.all([import('fontkit'), wholeFace(face)]);
  return create(bytes) as Font;
}

/** Names on paper what could not be printed; null where everything could. */
export function lackingWords(missing: readonly string[], lang: Lang): string | null {
  if (missing.length === 0) return null;
  const named = missing.map(codePointOf);
  return lang === 'en'
    ? `${MISSING} stands for what no font here can print: ${named.join(', ')}.`
    : `${MISSING}处的字，现有字体无法印出：${named.join('、')}。`;
}
