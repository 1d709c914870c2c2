import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ComposedTable } from '../compose.ts';
import type { RunWriter } from './runs.ts';
import { exactly, twips, TYPE_AREA_TWIPS } from './styles.ts';

const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

const OUTER = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const INNER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** Width of a raised mark. */
const MARK_EMS = 0.6;

/** A real table over the whole type area: its header row repeats, no row is split over two pages. */
export function toTable(table: ComposedTable, writer: RunWriter): Table {
  const points = table.size;
  const widths = columnWidths(table);
  const totals = new Set(table.totals);
  const cell = (column: number, paragraph: Paragraph): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraph],
    });
  const spacing = exactly(points * 1.35);
  const height = { value: twips(points * 1.8), rule: HeightRule.ATLEAST };
  const run = { size: points * 2 };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    height,
    children: table.columns.map(({ title }, column) =>
      cell(column, new Paragraph({ style: 'TableHead', spacing, children: [new TextRun({ text: title, ...run })] })),
    ),
  });
  const rows = table.rows.map(
    (cells, row) =>
      new TableRow({
        cantSplit: true,
        keepNext: !table.breaks && row < table.rows.length - 1,
        height,
        children: table.columns.map(({ align, hanging }, column) => {
          const indent =
            hanging && cells[column]?.illustrative !== true ? { right: twips(points * MARK_EMS) } : undefined;
          const children = writer.runs(cells[column] ? [cells[column]] : [], { ...run, bold: totals.has(row) });
          return cell(
            column,
            new Paragraph({ style: 'TableText', spacing, alignment: ALIGNMENT[align], indent, children }),
          );
        }),
      }),
  );
  return new Table({
    width: { size: TYPE_AREA_TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 36, bottom: 36, left: 48, right: 48, marginUnitType: WidthType.DXA },
    borders: { top: OUTER, bottom: OUTER, left: OUTER, right: OUTER, insideHorizontal: INNER, insideVertical: INNER },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [header, ...rows],
  });
}

/** Twips by column that add up to the type area. */
function columnWidths({ columns }: ComposedTable): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  let left = 0;
  let reach = 0;
  return columns.map((column) => {
    reach += column.width;
    const right = Math.round((reach / whole) * TYPE_AREA_TWIPS);
    const width = right - left;
    left = right;
    return width;
  });
}
