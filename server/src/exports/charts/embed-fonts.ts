import { subsetOf, wordsOf, type SubsetFace } from '../font-subset.ts';
import { SANS, SYMBOLS } from '../fonts.ts';

const BOLD = /<text[^>]* font-weight="(?:[6-9]00|bold)"[^>]*>[^<]*</g;
/** Signs for which the picture names their own face. */
const SIGNS = new RegExp(`<tspan[^>]* font-family="'${SYMBOLS}'">[^<]*<`, 'g');

/** A face with the glyphs of these words and no others. */
async function fontFace(face: SubsetFace, weight: string, words: string): Promise<string> {
  if (words === '') return '';
  const family = face === 'symbols' ? SYMBOLS : SANS;
  const data = (await subsetOf(face, words, 'woff2')).toString('base64');
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

/** The picture with the glyphs it draws in it, so that it shows Chinese where no Chinese font is; text stays text. */
export async function embedFonts(svg: string): Promise<string> {
  const drawn = svg.replace(/<title>[\s\S]*?<\/metadata>/, '');
  const bold = wordsOf([...drawn.matchAll(BOLD)].map(([text]) => `${text}/text>`).join(''));
  const faces = await Promise.all([
    fontFace('sans', '400', wordsOf(drawn.replaceAll(BOLD, '<'))),
    fontFace('sansBold', '600 900', bold),
    fontFace('symbols', '400 900', wordsOf((drawn.match(SIGNS) ?? []).join(''))),
  ]);
  return svg.replace('</metadata>', () => `</metadata><style>${faces.join('')}</style>`);
}
