import { escapeXml } from '@wallchart/charts/svg-text';
import { emsOf, faceRuns, MISSING, type FaceRun } from './face-runs.ts';
import { unescaped } from './font-subset.ts';
import { ARABIC, EMOJI, KAI, SYMBOLS, type Face } from './fonts.ts';

/** Faces that a picture names for single characters, by their families. */
export const FAMILIES = { symbols: SYMBOLS, kai: KAI, emoji: EMOJI, arabic: ARABIC } as const satisfies Partial<
  Record<Face, string>
>;
export type NamedFace = keyof typeof FAMILIES;

const nameable = (face: Face): face is NamedFace => Object.hasOwn(FAMILIES, face);

/** An SVG that names a face for each character that its own lacks, and the characters that no face has. */
export interface FacedSvg {
  readonly svg: string;
  readonly missing: readonly string[];
}

/** Text of an element; that of one which names its face already is skipped. */
const TEXT = /<tspan[^>]* font-family=[^>]*>[^<]*<|(?<=>)[^<>]+(?=<)/g;
/** Title, description and metadata, which are not drawn. */
const HEAD = /<title>[\s\S]*?<\/metadata>/;

/**
 * Names the face of each character in an SVG set in the bundled sans serif: a renderer would leave out what that
 * face lacks, or take another face for the whole line. What no face has becomes 〓.
 */
export async function nameFaces(svg: string): Promise<FacedSvg> {
  const [head = ''] = HEAD.exec(svg) ?? [];
  const at = svg.indexOf(head) + head.length;
  const missing = new Set<string>();
  const body = await placeJoined(svg.slice(at), missing);
  let out = svg.slice(0, at);
  let done = 0;
  for (const { 0: found, index } of body.matchAll(TEXT)) {
    if (found.startsWith('<')) continue;
    const runs = await faceRuns(unescaped(found), 'sans');
    if (runs.every(({ face }) => face === 'sans')) continue;
    for (const { text, face } of runs) if (face === null) missing.add(text);
    out += body.slice(done, index) + runs.map(runMarkup).join('');
    done = index + found.length;
  }
  return { svg: out + body.slice(done), missing: [...missing] };
}

/** A line of text in which letters are joined, from right to left, beside others. */
const JOINED = /<text([^>]*)>([^<]*\p{sc=Arab}[^<]*)<\/text>/gu;

/** Gives each run of such a line a place of its own: drawn together they are left out by what makes PNGs. */
async function placeJoined(svg: string, missing: Set<string>): Promise<string> {
  let out = '';
  let done = 0;
  for (const { 0: found, 1: tag = '', 2: text = '', index } of svg.matchAll(JOINED)) {
    const runs = await faceRuns(unescaped(text), 'sans');
    for (const run of runs) if (run.face === null) missing.add(run.text);
    const size = Number(/ font-size="([\d.]+)"/.exec(tag)?.[1] ?? 12);
    const widths = await Promise.all(runs.map(async (run) => (await emsOf(run)) * size));
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const share = { end: 1, middle: 0.5, start: 0 }[/ text-anchor="(\w+)"/.exec(tag)?.[1] ?? 'start'] ?? 0;
    let x = Number(/ x="([-\d.]+)"/.exec(tag)?.[1] ?? 0) - whole * share;
    const placed = runs.map((run, at) => {
      const left = x;
      x += widths[at]!;
      return `<tspan x="${left.toFixed(2)}" text-anchor="start">${runMarkup(run)}</tspan>`;
    });
    out += `${svg.slice(done, index)}<text${tag}>${placed.join('')}</text>`;
    done = index + found.length;
  }
  return out + svg.slice(done);
}

function runMarkup({ text, face }: FaceRun): string {
  if (face === null) return MISSING;
  const words = escapeXml(text);
  return nameable(face) ? `<tspan font-family="'${FAMILIES[face]}'">${words}</tspan>` : words;
}

/** The words that an SVG sets in each face that it names for single characters. */
export function namedWords(svg: string): ReadonlyMap<NamedFace, string> {
  const words = new Map<NamedFace, string>();
  for (const [face, family] of Object.entries(FAMILIES) as [NamedFace, string][]) {
    const spans = svg.matchAll(new RegExp(`<tspan[^>]* font-family="'${family}'"[^>]*>([^<]*)<`, 'g'));
    const found = [...spans].map(([, text = '']) => unescaped(text)).join('');
    if (found !== '') words.set(face, found);
  }
  return words;
}
