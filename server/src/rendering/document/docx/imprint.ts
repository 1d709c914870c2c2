import {
  AlignmentType,
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Lang } from '../../../domain/text.ts';
import type { ComposedImprint } from '../compose.ts';
import { IMPRINT_RULE_MM, measure, PAGE_MM, pt, SETTINGS } from '../layout.ts';
import { exactly, twips, twipsOfMm, TYPE_AREA_TWIPS } from './styles.ts';

/** Eighths of a point, in which Word counts borders. */
const rule = (length: number) => ({ style: BorderStyle.SINGLE, size: Math.round(pt(length) * 8), color: '000000' });
const OUTER = rule(IMPRINT_RULE_MM.outer);
const INNER = rule(IMPRINT_RULE_MM.inner);
const NONE = { style: BorderStyle.NONE } as const;

/**
 * 7.4: who gets copies, who printed it and when, between rules, thick without and thin within. A table that floats to
 * the foot of the type area, of whatever page the paragraph behind it comes to stand on.
 */
export function imprintTable(imprint: ComposedImprint, lang: Lang): Table {
  const size = SETTINGS[lang].imprint;
  const { copies } = imprint;
  const line = (words: string, options: { alignment?: 'left' | 'right'; hanging?: number } = {}): Paragraph => {
    const hanging = options.hanging ?? 0;
    return new Paragraph({
      style: 'Imprint',
      spacing: exactly(size * 1.6),
      alignment: options.alignment === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: { left: twips(size) + hanging, hanging, right: twips(size) },
      children: [new TextRun(words)],
    });
  };
  const wide = Math.round(TYPE_AREA_TWIPS * 0.58);
  const widths = [wide, TYPE_AREA_TWIPS - wide];
  const cell = (paragraph: Paragraph, width: number, columnSpan = 1): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, columnSpan, children: [paragraph] });
  const printed = [line(imprint.printedBy), line(imprint.printed, { alignment: 'right' })];
  const rows = [
    ...(copies
      ? [[cell(line(copies.label + copies.text, { hanging: twips(measure(copies.label) * size) }), TYPE_AREA_TWIPS, 2)]]
      : []),
    printed.map((paragraph, column) => cell(paragraph, widths[column] ?? 0)),
  ];
  return new Table({
    width: { size: TYPE_AREA_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: { top: OUTER, bottom: OUTER, left: NONE, right: NONE, insideHorizontal: INNER, insideVertical: NONE },
    float: {
      // From the page's edge: LibreOffice lets no table float that fills the width between the margins.
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twipsOfMm(PAGE_MM.left),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows: rows.map((children) => new TableRow({ cantSplit: true, children })),
  });
}
