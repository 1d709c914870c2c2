import type { Lang } from '../../../domain/text.ts';
import type { ReadDocument, ReadParagraph } from '../../../rendering/document/index.ts';
import type { Expected } from './expected.ts';
import { gridsOf, linesOf, type Grid, type Line, type PictureKey } from './text-flow.ts';
import { CHECK_WORDS } from './words.ts';

/** What a document should say, in reading order. */
export interface SealedText {
  readonly lang: Lang;
  readonly lines: readonly Line[];
  readonly tables: readonly Grid[];
  /** Lines of headers, footers and notes. */
  readonly margins: readonly string[];
  readonly expected: ReadonlyMap<string, Expected>;
}

/**
 * The text of a sealed document as its own file prints it, so that nothing that stands in it is left out. Its figures
 * say what they should, which is what was sealed or what they are now.
 */
export function sealedText(
  read: ReadDocument,
  lang: Lang,
  figures: readonly Expected[],
  pictureKey: PictureKey,
): SealedText {
  const expected = new Map(figures.map((figure) => [figure.key, figure]));
  const placed = linesOf(read, pictureKey, expected, placesIn(lang));
  const grids = gridsOf(placed.filter(({ line }) => line.style !== 'Imprint'));
  return {
    lang,
    lines: placed.filter(({ cell }) => !cell || !grids.has(cell.table)).map(({ line }) => line),
    tables: [...grids.values()],
    margins: read.margins,
    expected,
  };
}

/** Says where paragraphs are printed, one after the other. */
function placesIn(lang: Lang): (paragraph: ReadParagraph) => string {
  const words = CHECK_WORDS[lang];
  let heading = '';
  let annex = '';
  let count = 0;
  return ({ style, level, text, cell }) => {
    const part = words.parts[style ?? ''];
    if (style === 'AnnexTitle') annex = words.annex(text.replaceAll('\n', lang === 'zh' ? '' : ' '));
    if (style === 'Imprint') return part ?? '';
    if (annex !== '') return words.join(annex, style === 'AnnexTitle' ? '' : (part ?? ''));
    if (part || cell) return part ?? words.table;
    if (level !== null) {
      heading = text;
      count = 0;
      return heading;
    }
    if (text.trim() !== '') count += 1;
    return words.join(heading || words.opening, words.paragraph(count));
  };
}
