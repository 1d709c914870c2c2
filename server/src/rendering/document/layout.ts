import type { Lang } from '../../domain/text.ts';
import { svgSize } from './svg-size.ts';

/** Measures of GB/T 9704-2012 (党政机关公文格式), from which every renderer takes its own. Clause numbers are the standard's. */

/** 5.2.1: A4 and its margins, in mm; what they leave is the type area of 156 x 225 mm. */
export const PAGE_MM = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 } as const;
export const TYPE_AREA_MM = {
  width: PAGE_MM.width - PAGE_MM.left - PAGE_MM.right,
  height: PAGE_MM.height - PAGE_MM.top - PAGE_MM.bottom,
} as const;

/** 5.2.3: 22 lines a page, 28 characters a line. */
export const LINES = 22;
export const CHARACTERS = 28;

/** Type sizes by their Chinese names, in pt. */
export const SIZE_PT = { no2: 22, no3: 16, no4: 14, small4: 12, no5: 10.5, small5: 9 } as const;

/** 7.2.4: the masthead's upper edge lies this far below that of the type area. */
export const MASTHEAD_DROP_MM = 35;
/** 7.2.7: the red rule below the document number. */
export const RED_RULE_GAP_MM = 4;
/**
 * What stands empty in the line of a masthead above and below its characters, in its size: measures of the standard are
 * from what is seen.
 */
export const MASTHEAD_LINE = { height: 1.2, above: 0.13, below: 0.16 } as const;
/** From the foot of the line of the number to the red rule, pt: the line is higher than what stands in it. */
export const redRuleGap = (lang: Lang): number =>
  pt(RED_RULE_GAP_MM) - (SETTINGS[lang].pitch - SETTINGS[lang].body) / 2;
/** 10.1: the letter's masthead from the page's upper edge; its double rules of 170 mm. */
export const LETTER_MM = { mastheadTop: 30, ruleGap: 4, ruleWidth: 170, footRule: 20 } as const;
/** 7.4.1: rules of the imprint (版记), in mm. */
export const IMPRINT_RULE_MM = { outer: 0.35, inner: 0.25 } as const;
/** 7.5: the page number's upper edge below the type area, in mm. */
export const PAGE_NUMBER_DROP_MM = 7;

/** Around a table or picture with its notes, pt. */
export const FIGURE_GAP_PT = { above: 6, below: 8 } as const;

/** Red of mastheads and their rules. */
export const RED = 'C00000';

const MM_PER_PT = 25.4 / 72;
export const pt = (mm: number): number => mm / MM_PER_PT;
export const mm = (points: number): number => points * MM_PER_PT;

/** What differs between the two languages. */
export interface Setting {
  /** Body text, pt. */
  readonly body: number;
  /** From line to line, pt; a blank line is one of these. */
  readonly pitch: number;
  readonly title: number;
  /** Room for one character of body text in a line, pt. */
  readonly cell: number;
  /** First line of a paragraph, in characters. */
  readonly indent: number;
  /** Titles of tables and pictures, pt. */
  readonly caption: number;
  /** The imprint, pt. */
  readonly imprint: number;
  /** Between paragraphs and above headings, pt. */
  readonly paragraphGap: number;
  readonly headingGap: number;
}

export const SETTINGS: Readonly<Record<Lang, Setting>> = {
  zh: {
    body: SIZE_PT.no3,
    pitch: 28.95,
    title: SIZE_PT.no2,
    cell: pt(TYPE_AREA_MM.width) / CHARACTERS,
    indent: 2,
    caption: SIZE_PT.no4,
    imprint: SIZE_PT.no4,
    paragraphGap: 0,
    headingGap: 0,
  },
  /* The standard is silent on Latin script: the same page, 33 lines of 12 pt. */
  en: {
    body: SIZE_PT.small4,
    pitch: 19.3,
    title: 18,
    cell: SIZE_PT.small4,
    indent: 0,
    caption: 11,
    imprint: 11,
    paragraphGap: 9.65,
    headingGap: 9.65,
  },
};

/** From line to line of a title, pt. */
export const titlePitch = (lang: Lang): number => Math.max(SETTINGS[lang].pitch, SETTINGS[lang].title * 1.3);

/** A table of up to so many rows stays on one page. */
export const ROWS_KEPT_TOGETHER = 10;

/**
 * Width of a text in units of a full character; a Latin letter takes `latin` of one, and a quarter more stands between
 * the two scripts.
 */
export function measure(text: string, latin = 0.5): number {
  let width = 0;
  let before = '';
  for (const char of text) {
    const full = isFull(char);
    if (isFull(before) !== full && /^[\w\p{sc=Han}]{2}$/u.test(before + char)) width += 0.25;
    width += full ? 1 : latin;
    before = char;
  }
  return width;
}

const isFull = (char: string): boolean => (char.codePointAt(0) ?? 0) >= 0x2000;

/** Letters of titles, bold, are wider than those of text. */
export const TITLE_LATIN = 0.57;

/** Sizes of mastheads, pt, and how narrow the smallest may be set. */
const MASTHEAD = {
  zh: { largest: 46, smallest: 26, narrowest: 0.62 },
  en: { largest: 30, smallest: 20, narrowest: 0.8 },
} as const;

/**
 * Size and width of the masthead in one line of the type area. A long name gets smaller, and is condensed only when it
 * would get very small: not every program that shows a DOCX knows condensed characters.
 */
export function mastheadType(text: string, lang: Lang): { readonly size: number; readonly scale: number } {
  const { largest, smallest, narrowest } = MASTHEAD[lang];
  const room = (pt(TYPE_AREA_MM.width) - 2) / Math.max(measure(text, TITLE_LATIN), 1);
  const half = (points: number): number => Math.floor(points * 2) / 2;
  if (room >= smallest) return { size: half(Math.min(largest, room)), scale: 1 };
  const size = half(Math.min(smallest, room / narrowest));
  return { size, scale: Math.floor((room / size) * 100) / 100 };
}

/**
 * Below a title of so many lines, pt: about a blank line, so that the text stands on the grid of 22 lines a page.
 *
 * @param masthead its size, pt
 */
export function belowTitle(lines: number, masthead: number, lang: Lang): number {
  const { pitch } = SETTINGS[lang];
  const { height, above, below } = MASTHEAD_LINE;
  const head = pt(MASTHEAD_DROP_MM) + (height - above - below) * masthead + 5 * pitch + redRuleGap(lang);
  const over = (head + lines * titlePitch(lang)) % pitch;
  return over < pitch / 2 ? pitch - over : 2 * pitch - over;
}

/** Size of a picture in pt: as wide as the type area, less where title, caption and notes would not fit below it. */
export function pictureSize(svg: string, lang: Lang): { readonly width: number; readonly height: number } {
  const { width, height } = svgSize(svg);
  const room = { width: pt(TYPE_AREA_MM.width) - 0.5, height: pt(TYPE_AREA_MM.height) - 6 * SETTINGS[lang].pitch };
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}
