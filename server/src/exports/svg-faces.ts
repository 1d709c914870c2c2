import { escapeXml } from '../../../dashboard/src/charts/sheet-text.ts';
import { faceRuns, MISSING, type FaceRun } from './face-runs.ts';
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

/** Text of an element; that of one which names its face already is passed over. */
const TEXT = /<tspan[^>]* font-family=[^>]*>[^<]*<|(?<=>)[^<>]+(?=<)/g;
/** Title, description and metadata, which are not drawn. */
const HEAD = /<title>[\s\S]*?<\/metadata>/;

/**
 * Names the face of each character in an SVG set in the bundled sans serif: whoever draws it would leave out what that
 * face lacks, or take another face for the whole line. What no face has becomes 〓.
 */
export async function nameFaces(svg: string): Promise<FacedSvg> {
  const [head = ''] = HEAD.exec(svg) ?? [];
  const at = svg.indexOf(head) + head.length;
  const body = svg.slice(at);
  const missing = new Set<string>();
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
