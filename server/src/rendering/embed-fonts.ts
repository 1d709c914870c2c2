import { subsetOf, wordsOf } from './font-subset.ts';
import { SANS, type Face } from './fonts.ts';
import { FAMILIES, namedWords } from './svg-faces.ts';

const BOLD = /<text[^>]* font-weight="(?:[6-9]00|bold)"[^>]*>[\s\S]*?<\/text>/g;

/** A face with the glyphs of these words and no others. */
async function fontFace(face: Face, family: string, weight: string, words: string): Promise<string> {
  if (words === '') return '';
  const data = (await subsetOf(face, words, 'woff2')).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

/** The picture with the glyphs it draws in it, so that it shows Chinese where no Chinese font is; text stays text. */
export async function embedFonts(svg: string): Promise<string> {
  const drawn = svg.replace(/<title>[\s\S]*?<\/metadata>/, '');
  const bold = wordsOf((drawn.match(BOLD) ?? []).join(''));
  const faces = await Promise.all([
    fontFace('sans', SANS, '400', wordsOf(drawn.replaceAll(BOLD, ''))),
    fontFace('sansBold', SANS, '600 900', bold),
    ...[...namedWords(drawn)].map(([face, words]) => fontFace(face, FAMILIES[face], '400 900', words)),
  ]);
  return svg.replace('</metadata>', () => `</metadata><style>${faces.join('')}</style>`);
}
