import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
  type IStylesOptions,
} from 'docx';
import type { Lang } from '../../../domain/text.ts';
import { FIGURE_GAP_PT, PAGE_MM, pt, RED, redRuleGap, SETTINGS, SIZE_PT, titlePitch } from '../layout.ts';
import { TYPEFACES } from './fonts.ts';

export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (length: number): number => twips(pt(length));
/** The library takes type sizes as half points. */
const size = (points: number): number => Math.round(points * 2);

export const TYPE_AREA_TWIPS = twipsOfMm(PAGE_MM.width) - twipsOfMm(PAGE_MM.left) - twipsOfMm(PAGE_MM.right);

/** Exact spacing: what stands in a line does not move the next. */
export const exactly = (points: number, rest: ISpacingProperties = {}): ISpacingProperties => ({
  before: 0,
  after: 0,
  ...rest,
  line: twips(points),
  lineRule: LineRuleType.EXACT,
});

/** Spacing of text that grows with what stands in it: pictures. */
export const growing: ISpacingProperties = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO };

const NAMES = {
  Masthead: '发文机关标志',
  DocumentNumber: '发文字号',
  Addressees: '主送机关',
  DocumentText: '公文正文',
  AnnexNote: '附件说明',
  Issuer: '发文机关署名',
  IssueDate: '成文日期',
  Remark: '附注',
  AnnexMark: '附件序号',
  AnnexTitle: '附件标题',
  TableCaption: '表题',
  TableText: '表内文字',
  TableHead: '表头文字',
  TableNote: '表注',
  PictureLine: '图',
  PictureCaption: '图题',
  Imprint: '版记',
  PageNumber: '页码',
  DraftLine: '草稿标注',
  Anchor: '版记锚点',
} as const;

/** Text that leaves the grid of lines: it is larger or smaller, or a picture. The library has no option for it. */
const OFF_GRID: readonly (StyleId | 'Title')[] = [
  'Title',
  'Masthead',
  'AnnexTitle',
  'TableCaption',
  'TableText',
  'TableHead',
  'TableNote',
  'PictureLine',
  'PictureCaption',
  'Imprint',
  'PageNumber',
  'DraftLine',
  'Anchor',
];

/** word/styles.xml as the library writes it, with the named styles off the grid (ISO/IEC 29500-1, 17.3.1.32). */
export const offGrid = (stylesXml: string): string =>
  stylesXml.replaceAll(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gsu, (style: string, id: string) =>
    OFF_GRID.some((each) => each === id)
      ? style.replace(/(<w:pPr>.*?)(<w:spacing )/su, '$1<w:snapToGrid w:val="0"/>$2')
      : style,
  );

export type StyleId = keyof typeof NAMES;

/** Styles by the parts of an official document, so that a clerk changes a kind of text in one place. */
export function documentStyles(lang: Lang): IStylesOptions {
  const { body, pitch } = SETTINGS[lang];
  return {
    default: {
      document: {
        run: {
          font: TYPEFACES[lang].body,
          size: size(body),
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: exactly(pitch) },
      },
      title: {
        run: titleRun(lang),
        paragraph: titleParagraph(lang),
        basedOn: 'Normal',
        next: 'DocumentText',
        quickFormat: true,
      },
      heading1: heading(lang, 1),
      heading2: heading(lang, 2),
      heading3: heading(lang, 3),
      heading4: heading(lang, 4),
    },
    paragraphStyles: [
      normal(lang),
      ...headStyles(lang),
      ...bodyStyles(lang),
      ...tableStyles(lang),
      ...edgeStyles(lang),
    ],
  };
}

const style = (
  id: StyleId,
  lang: Lang,
  paragraph: IParagraphStylePropertiesOptions,
  run: IRunStylePropertiesOptions = {},
): IParagraphStyleOptions => ({
  id,
  name: lang === 'zh' ? NAMES[id] : id.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' '),
  basedOn: 'Normal',
  quickFormat: true,
  paragraph,
  run,
});

/**
 * 28 characters of 16 pt are a little wider than the type area, so each gives up 0.25 pt. A grid of characters
 * (`linesAndChars`) would say the same, but LibreOffice then sets every character over two cells.
 */
const normal = (lang: Lang): IParagraphStyleOptions => ({
  id: 'Normal',
  name: 'Normal',
  quickFormat: true,
  run: { size: size(SETTINGS[lang].body), characterSpacing: tightness(lang) },
});

const tightness = (lang: Lang): number => Math.floor((SETTINGS[lang].cell - SETTINGS[lang].body) * 20);
const FULL_WIDTH = { characterSpacing: 0 } as const;

const titleRun = (lang: Lang): IRunStylePropertiesOptions => ({
  font: TYPEFACES[lang].title,
  size: size(SETTINGS[lang].title),
  bold: lang === 'en',
  ...FULL_WIDTH,
});

/** 7.3.1: two lines below the red rule, centred. */
const titleParagraph = (lang: Lang): IParagraphStylePropertiesOptions => ({
  alignment: AlignmentType.CENTER,
  spacing: exactly(titlePitch(lang), { before: twips(2 * SETTINGS[lang].pitch), after: twips(SETTINGS[lang].pitch) }),
  keepNext: true,
  keepLines: true,
});

/** The first line stands in by two characters. */
const indented = (lang: Lang): IParagraphStylePropertiesOptions['indent'] => {
  const { indent, cell } = SETTINGS[lang];
  return indent ? { firstLine: twips(indent * cell), firstLineChars: indent * 100 } : { firstLine: 0 };
};

/** 7.3.3: 黑体, 楷体, then as the text, none bold. */
function heading(lang: Lang, level: 1 | 2 | 3 | 4): Omit<IParagraphStyleOptions, 'id'> {
  const faces = TYPEFACES[lang];
  const font = level === 1 ? faces.heading1 : level === 2 ? faces.heading2 : faces.body;
  const { body, pitch, headingGap } = SETTINGS[lang];
  return {
    basedOn: 'Normal',
    next: 'DocumentText',
    quickFormat: true,
    run: { font, size: size(body), bold: lang === 'en' && level < 3, color: '000000' },
    paragraph: {
      alignment: lang === 'zh' ? AlignmentType.BOTH : AlignmentType.LEFT,
      indent: indented(lang),
      keepNext: true,
      outlineLevel: level - 1,
      spacing: exactly(pitch, { before: twips(headingGap) }),
    },
  };
}

function headStyles(lang: Lang): readonly IParagraphStyleOptions[] {
  const { pitch, body } = SETTINGS[lang];
  const rule = { style: BorderStyle.SINGLE, color: RED, size: 12, space: Math.round(redRuleGap(lang)) };
  const centred = { alignment: AlignmentType.CENTER } as const;
  return [
    style(
      'Masthead',
      lang,
      { ...centred, spacing: exactly(pitch) },
      { ...FULL_WIDTH, font: TYPEFACES[lang].title, color: RED, bold: lang === 'en' },
    ),
    style(
      'DocumentNumber',
      lang,
      { ...centred, spacing: exactly(pitch, { before: twips(2 * pitch) }), border: { bottom: rule } },
      { size: size(body) },
    ),
    style('Addressees', lang, {
      alignment: AlignmentType.LEFT,
      spacing: exactly(pitch, { after: twips(SETTINGS[lang].paragraphGap) }),
    }),
  ];
}

function bodyStyles(lang: Lang): readonly IParagraphStyleOptions[] {
  const { pitch, indent, cell, paragraphGap } = SETTINGS[lang];
  const right = { alignment: AlignmentType.RIGHT } as const;
  return [
    style('DocumentText', lang, {
      alignment: AlignmentType.BOTH,
      indent: indented(lang),
      spacing: exactly(pitch, { after: twips(paragraphGap) }),
    }),
    style('AnnexNote', lang, { alignment: AlignmentType.LEFT, keepNext: true, keepLines: true }),
    style('Issuer', lang, { ...right, keepNext: true, spacing: exactly(pitch, { before: twips(2 * pitch) }) }),
    style('IssueDate', lang, { ...right, keepLines: true }),
    style('Remark', lang, { alignment: AlignmentType.LEFT, indent: { left: twips(indent * cell) } }),
    style('AnnexMark', lang, { alignment: AlignmentType.LEFT, keepNext: true }, { font: TYPEFACES[lang].label }),
    style(
      'AnnexTitle',
      lang,
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
        spacing: exactly(titlePitch(lang), { before: twips(pitch), after: twips(pitch) }),
      },
      titleRun(lang),
    ),
  ];
}

function tableStyles(lang: Lang): readonly IParagraphStyleOptions[] {
  const label = { ...FULL_WIDTH, font: TYPEFACES[lang].label };
  const small = { ...FULL_WIDTH, size: size(SIZE_PT.no5) };
  const caption = { alignment: AlignmentType.CENTER, keepLines: true } as const;
  const captionRun = { ...label, size: size(SETTINGS[lang].caption) };
  return [
    style(
      'TableCaption',
      lang,
      { ...caption, keepNext: true, spacing: exactly(24, { before: twips(FIGURE_GAP_PT.above), after: 60 }) },
      captionRun,
    ),
    style('TableText', lang, { alignment: AlignmentType.LEFT, spacing: exactly(18) }, FULL_WIDTH),
    style('TableHead', lang, { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactly(18) }, label),
    style('TableNote', lang, { alignment: AlignmentType.LEFT, spacing: exactly(18, { before: 60 }) }, small),
    style('PictureLine', lang, {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { ...growing, before: twips(FIGURE_GAP_PT.above) },
    }),
    style('PictureCaption', lang, { ...caption, spacing: exactly(24, { before: 60, after: 60 }) }, captionRun),
  ];
}

function edgeStyles(lang: Lang): readonly IParagraphStyleOptions[] {
  const no4 = { ...FULL_WIDTH, size: size(SIZE_PT.no4) };
  return [
    style(
      'Imprint',
      lang,
      { alignment: AlignmentType.LEFT, keepLines: true, spacing: exactly(22) },
      { ...FULL_WIDTH, size: size(SETTINGS[lang].imprint) },
    ),
    style('PageNumber', lang, { spacing: exactly(SIZE_PT.no4 * 1.2) }, { ...no4, font: TYPEFACES[lang].pageNumber }),
    style(
      'DraftLine',
      lang,
      { alignment: AlignmentType.CENTER, spacing: exactly(20) },
      { ...no4, font: TYPEFACES[lang].label },
    ),
    style('Anchor', lang, { spacing: exactly(1) }, { size: 2 }),
  ];
}
