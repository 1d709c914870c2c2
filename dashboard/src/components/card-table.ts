import type { ChartCard } from '@wallchart/charts';
import type { RouteLocationRaw } from 'vue-router';

/** A cell: its text, and where it leads. */
export interface TableCell {
  readonly text: string;
  readonly to?: RouteLocationRaw | null;
  readonly illustrative?: boolean;
}

/** The same figures as a chart, for reading aloud, copying and export. */
export interface CardTable {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly TableCell[] }[];
}

/** A mark of the chart that the keyboard reaches: its words, and where it leads. */
export interface ChartMark {
  readonly label: string;
  readonly to: RouteLocationRaw | null;
}

/** A card of the charts whose ways are routes. */
export interface RoutedCard extends Pick<
  ChartCard,
  'kind' | 'title' | 'subtitle' | 'note' | 'illustrative' | 'empty' | 'height' | 'draw'
> {
  /** The figure in the subtitle that all parts make, and the way to its rows. */
  readonly whole: { readonly text: string; readonly to: RouteLocationRaw } | null;
  readonly marks: readonly ChartMark[];
  readonly table: CardTable;
}

/** A text that a spreadsheet would run as a formula is kept a text; signed figures stay figures. */
const inert = (text: string): string => (/^(?:[=@\t]|[+-](?!\d))/.test(text) ? `'${text}` : text);

function quoted(text: string): string {
  const safe = inert(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV with CRLF (RFC 4180); a leading BOM so that office programs read Chinese. */
export function toCsv(table: CardTable): string {
  const lines = [
    table.columns.map(({ label }) => label),
    ...table.rows.map(({ cells }) => cells.map(({ text }) => text)),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Tab-separated, to be pasted into a sheet. */
export function toTabs(table: CardTable): string {
  const lines = [
    table.columns.map(({ label }) => label),
    ...table.rows.map(({ cells }) => cells.map(({ text }) => text)),
  ];
  return lines.map((cells) => cells.join('\t')).join('\n');
}
