import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import type { ComposedDocument } from '../compose.ts';
import { LETTER_MM, PAGE_MM, PAGE_NUMBER_DROP_MM, RED, SETTINGS, SIZE_PT, mm } from '../layout.ts';
import { mastheadLine, type BodyWriter } from './body.ts';
import { exactly, twips, twipsOfMm } from './styles.ts';

/** Height of the line that a page number stands in, pt. */
const FOOT_LINE = SIZE_PT.no4 * 1.2;

/**
 * One document: its page, its running lines, its own page numbers from 1; and its imprint, in the same section or, on a
 * page apart, in one of its own that begins on an even page and has no number (7.5).
 */
export function toSections(document: ComposedDocument, writer: BodyWriter, imprintApart: boolean): ISectionOptions[] {
  const letter = document.form === 'letter';
  const [body, imprint] = [writer.body(document), writer.imprint(document)];
  const head = () => new Header({ children: [draftLine(document.draft?.line ?? '')] });
  const foot = (side: 'left' | 'right') => new Footer({ children: [pageNumber(side)] });
  const page = pageOf(letter);
  const grid = { type: DocumentGridType.LINES, linePitch: twips(SETTINGS[document.lang].pitch) };
  const main: ISectionOptions = {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: letter,
      page: { ...page, pageNumbers: { start: 1 } },
      grid,
    },
    headers: {
      default: head(),
      even: head(),
      ...(letter ? { first: new Header({ children: letterHead(document) }) } : {}),
    },
    footers: {
      default: foot('right'),
      even: foot('left'),
      ...(letter ? { first: new Footer({ children: [doubleRule('bottom')] }) } : {}),
    },
    children: imprintApart ? body : [...body, ...imprint],
  };
  if (!imprintApart) return [main];
  const blank = () => new Footer({ children: [new Paragraph({ style: 'PageNumber' })] });
  return [
    main,
    {
      properties: { type: SectionType.EVEN_PAGE, page, grid },
      headers: { default: head(), even: head() },
      footers: { default: blank(), even: blank() },
      // LibreOffice takes no page break from a table that floats.
      children: [new Paragraph({ style: 'Anchor' }), ...imprint],
    },
  ];
}

const pageOf = (letter: boolean) => ({
  size: { width: twipsOfMm(PAGE_MM.width), height: twipsOfMm(PAGE_MM.height) },
  margin: {
    top: twipsOfMm(PAGE_MM.top),
    right: twipsOfMm(PAGE_MM.right),
    bottom: twipsOfMm(PAGE_MM.bottom),
    left: twipsOfMm(PAGE_MM.left),
    header: twipsOfMm(letter ? LETTER_MM.mastheadTop : 18),
    footer: twipsOfMm(PAGE_MM.bottom - PAGE_NUMBER_DROP_MM - mm(FOOT_LINE)),
    gutter: 0,
  },
});

const draftLine = (words: string): Paragraph => new Paragraph({ style: 'DraftLine', children: [new TextRun(words)] });

/** 7.5: odd pages right, even pages left, one character in. */
function pageNumber(side: 'left' | 'right'): Paragraph {
  const inset = twips(SIZE_PT.no4);
  return new Paragraph({
    style: 'PageNumber',
    alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: side === 'left' ? { left: inset } : { right: inset },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

/** 10.1: rules of 170 mm, centred on the page, thick outside. */
function doubleRule(side: 'top' | 'bottom'): Paragraph {
  const reach = (LETTER_MM.ruleWidth - (PAGE_MM.width - PAGE_MM.left - PAGE_MM.right)) / 2;
  const shift = (PAGE_MM.left - PAGE_MM.right) / 2;
  return new Paragraph({
    style: 'Anchor',
    indent: { left: -twipsOfMm(reach + shift), right: -twipsOfMm(reach - shift) },
    spacing: exactly(2),
    border: {
      bottom: {
        style: side === 'top' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP,
        size: 24,
        color: RED,
        space: 0,
      },
    },
  });
}

function letterHead(document: ComposedDocument): Paragraph[] {
  return [
    mastheadLine(document, 0),
    new Paragraph({ style: 'Anchor', spacing: exactly(1, { before: twipsOfMm(LETTER_MM.ruleGap) }) }),
    doubleRule('top'),
    ...(document.number === null
      ? []
      : [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(document.number)] })]),
  ];
}
