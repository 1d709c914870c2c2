import type { CellFormat, ChartCell, ChartColumn } from '@wallchart/charts/cards';
import { inUnit } from '@wallchart/charts/format';
import type { ChartRequest } from '../charts/index.ts';
import { chartData } from '../charts/index.ts';
import { KIND_FACTS } from '../charts/index.ts';
import { figureStyle, type NumberFormat } from '../../rendering/workbook/styles.ts';
import type { WrittenCell } from '../../rendering/workbook/write-workbook.ts';
import { headerRow, textCell } from './figure-cell.ts';
import type { BuiltTable, TableSources } from './table-request.ts';

const FORMATS: Readonly<Record<Exclude<CellFormat, 'DAY'>, NumberFormat>> = {
  INTEGER: 'integer',
  PERCENT: 'percent',
  SIGNED_PERCENT: 'signedPercent',
  MONEY: 'money',
};

/** The figures of a chart as they stand in its table on screen, exact. */
export async function chartTable(sources: TableSources, query: ChartRequest): Promise<BuiltTable> {
  const { card, facts } = await chartData(sources, query);
  const { columns, rows } = card.table;
  const named = Math.max(
    1,
    columns.findIndex(({ numeric }) => numeric),
  );
  return {
    title: KIND_FACTS[query.kind].name[query.lang],
    metricIds: facts.metricIds,
    notes: [
      card.subtitle.replace(card.what, card.table.what ?? card.what),
      card.note,
      ...(card.empty === null ? [] : [card.empty]),
    ],
    sheet: {
      name: KIND_FACTS[query.kind].name[query.lang],
      frozen: 1,
      columns: columns.map((_, at) => ({ width: at === 0 ? 24 : 16 })),
      rows: [
        headerRow(
          1,
          columns.map(({ label }) => label),
          named,
        ),
        ...rows.map(({ cells }, at) => ({ row: at + 2, cells: cells.map((cell, i) => cellOf(cell, columns[i])) })),
      ],
    },
  };
}

function cellOf({ text, value, illustrative = false }: ChartCell, column: ChartColumn | undefined): WrittenCell {
  const format = column?.format;
  if (format === undefined || format === 'DAY' || value === undefined || value === null) {
    return column?.numeric ? { text, style: figureStyle('integer') } : textCell(text);
  }
  const written = column?.unit === undefined ? value : inUnit(value, column.unit);
  return { text: written, number: true, style: figureStyle(FORMATS[format], { illustrative }) };
}
