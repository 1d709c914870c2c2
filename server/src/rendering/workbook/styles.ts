import { XML_HEAD } from './xml-text.ts';

/** How a number is written. A lower bound keeps its word, so that the cell stays a number. */
const NUMBER_FORMATS = {
  integer: '#,##0',
  atLeastZh: '#,##0"余"',
  atLeastEn: '"≥ "#,##0',
  money: '#,##0.00',
  percent: '0.0%',
  signedPercent: '+0.0%;-0.0%;0.0%',
  decimal: '#,##0.0',
} as const;
export type NumberFormat = keyof typeof NUMBER_FORMATS;

const FORMATS = Object.keys(NUMBER_FORMATS) as readonly NumberFormat[];
/** Cells of figures: each format plain and illustrative (◈), each of those in a part and in a total. */
const FIGURES = FORMATS.flatMap((format) =>
  [false, true].flatMap((illustrative) => [false, true].map((total) => ({ format, illustrative, total }))),
);

/** Cell styles of the workbooks written here: index into `cellXfs`. */
export const STYLE = {
  plain: 0,
  text: 1,
  day: 2,
  header: 3,
  title: 4,
  wrapped: 5,
  optionalHeader: 6,
  total: 7,
  numericHeader: 8,
  money: 9,
  /** text that a spreadsheet would take for a formula once it is edited */
  guarded: 10,
  center: 11,
  right: 12,
  /** title of a sheet that is printed, over its columns */
  heading: 13,
} as const;
const FIRST_FIGURE = Object.keys(STYLE).length;

/** The same style with thin rules around the cell. */
export const ruled = (style: number): number => FIRST_FIGURE + FIGURES.length + style;

/** The style of a figure. */
export function figureStyle(format: NumberFormat, { illustrative = false, total = false } = {}): number {
  return FIRST_FIGURE + FORMATS.indexOf(format) * 4 + (illustrative ? 2 : 0) + (total ? 1 : 0);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const FIRST_FORMAT = 165;
const escapeAttribute = (text: string): string => text.replaceAll('"', '&quot;');

const formatCode = ({ format, illustrative }: (typeof FIGURES)[number]): string =>
  NUMBER_FORMATS[format]
    .split(';')
    .map((part) => (illustrative ? `${part}" ◈"` : part))
    .join(';');

const numFmts = [
  '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>',
  ...FIGURES.map(
    (figure, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escapeAttribute(formatCode(figure))}"/>`,
  ),
];
const font = (size: number, bold = false): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/></font>`;
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

interface CellFormat {
  readonly format: number;
  readonly font?: number;
  readonly fill?: number;
  readonly alignment?: string;
  readonly quoted?: boolean;
}
const xf = ({ format, font: face = 0, fill = 0, alignment, quoted = false }: CellFormat, border: 0 | 1): string => {
  const applied = `${quoted ? 'quotePrefix="1" ' : ''}numFmtId="${format}" fontId="${face}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${border ? ' applyBorder="1"' : ''}`;
  return alignment ? `<xf ${applied} applyAlignment="1"><alignment ${alignment}/></xf>` : `<xf ${applied}/>`;
};
/** In the order of STYLE, then of FIGURES; then all of them ruled. */
const formats: readonly CellFormat[] = [
  { format: 0 },
  { format: 49 },
  { format: 164 },
  { format: 49, font: 1, fill: 2 },
  { format: 0, font: 2 },
  { format: 49, alignment: 'vertical="top" wrapText="1"' },
  { format: 49, fill: 3 },
  { format: 49, font: 1 },
  { format: 49, font: 1, fill: 2, alignment: 'horizontal="right"' },
  { format: 4 },
  { format: 49, quoted: true },
  { format: 49, alignment: 'horizontal="center"' },
  { format: 49, alignment: 'horizontal="right"' },
  { format: 49, font: 2, alignment: 'horizontal="center" vertical="center"' },
  ...FIGURES.map(({ total }, at) => ({
    format: FIRST_FORMAT + at,
    font: total ? 1 : 0,
    alignment: 'horizontal="right"',
  })),
];
const cellXfs = [...formats.map((format) => xf(format, 0)), ...formats.map((format) => xf(format, 1))];
const edge = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** The part `xl/styles.xml`. */
export const STYLES = [
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">`,
  list('numFmts', numFmts),
  list('fonts', [font(11), font(11, true), font(14, true)]),
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    solid('FFF3E3D3'),
    solid('FFF2F0EA'),
  ]),
  list('borders', [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`,
  ]),
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  list('cellXfs', cellXfs),
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
