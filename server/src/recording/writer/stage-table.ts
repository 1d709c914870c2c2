import { ACTION, type ColumnSpec, type SheetSpec } from '../../ledger/sheets/index.ts';

/** Name of the temporary table that holds the rows of a sheet while an import runs. */
export const stageTable = (sheet: SheetSpec): string => `stage_${sheet.key}`;

/** PostgreSQL type of a column. */
export function sqlType({ type }: ColumnSpec): string {
  switch (type.kind) {
    case 'day':
      return 'date';
    case 'year':
      return 'smallint';
    case 'count':
      return 'integer';
    case 'money':
      return 'numeric(18,2)';
    case 'score':
    case 'percent':
      return 'numeric(5,2)';
    case 'bool':
      return 'boolean';
    case 'coded-list':
    case 'cause-list':
    case 'illustrative':
      return 'text[]';
    default:
      return 'text';
  }
}

/** PostgreSQL type of what stands beside a column. */
const besideType = ({ type }: ColumnSpec): string => (type.kind === 'count' ? 'boolean' : 'text');

/** Names under which a column is stored, what stands beside it included. */
export const storedNames = (column: ColumnSpec): string[] =>
  column === ACTION ? [] : column.beside ? [column.target, column.beside] : [column.target];

/** Columns as stored, with what stands beside them, in the order in which rows are copied. */
export function storedColumns(sheet: SheetSpec): { readonly name: string; readonly type: string }[] {
  return sheet.columns.flatMap((column) =>
    storedNames(column).map((name) => ({ name, type: name === column.beside ? besideType(column) : sqlType(column) })),
  );
}

/** Statement that creates the staging table of a sheet; it goes away with the transaction. */
export function createStageTable(sheet: SheetSpec): string {
  const columns = storedColumns(sheet).map(({ name, type }) => `${name} ${type}`);
  return `create temp table ${stageTable(sheet)} (row_no integer not null, broken boolean not null, withdrawn boolean not null, ${columns.join(', ')}) on commit drop`;
}

/** Statement that copies rows into the staging table. */
export const copyIntoStage = (sheet: SheetSpec): string =>
  `copy ${stageTable(sheet)} (row_no, broken, withdrawn, ${storedColumns(sheet)
    .map(({ name }) => name)
    .join(', ')}) from stdin`;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char) : value;
}

/** The rows of a sheet that are staged. */
export interface StagedRows {
  readonly sheet: SheetSpec;
  /** Rows with content. */
  readonly rows: number;
  /** Those of them that withdraw a row on record: only their identity is read. */
  readonly withdrawn: number;
  /** Stored names of the optional columns that were not given: a row that is known already keeps what they hold. */
  readonly kept: ReadonlySet<string>;
}

/** A row of a sheet as it is staged. */
export interface StagedRow {
  readonly row: number;
  readonly broken: boolean;
  readonly withdrawn: boolean;
  /** Canonical, in the order of the sheet's columns. */
  readonly cells: readonly (string | null)[];
}

/** A count without the sign of a lower bound, or a day without the part of the month that it ends. */
const bareOf = (value: string): string => value.replace(/[+~].*$/, '');

function besideText({ type }: ColumnSpec, value: string | null): string {
  if (type.kind === 'count') return value?.endsWith('+') ? 't' : 'f';
  return copyText(value?.split('~')[1] ?? null);
}

/**
 * The stored columns of a row, with their values as text that PostgreSQL reads as their types.
 *
 * @param cells canonical, in the order of the sheet's columns
 */
export function storedRow(
  sheet: SheetSpec,
  cells: readonly (string | null)[],
): { readonly name: string; readonly type: string; readonly text: string | null }[] {
  return sheet.columns.flatMap((column, at) => {
    if (column === ACTION) return [];
    const value = cells[at] ?? column.blank ?? null;
    const own = { name: column.target, type: sqlType(column), text: value && column.beside ? bareOf(value) : value };
    if (!column.beside) return [own];
    const beside =
      column.type.kind === 'count' ? String(value?.endsWith('+') ?? false) : (value?.split('~')[1] ?? null);
    return [own, { name: column.beside, type: besideType(column), text: beside }];
  });
}

/** One line of COPY. */
export function copyLine(sheet: SheetSpec, { row, broken, withdrawn, cells }: StagedRow): string {
  let line = `${row}\t${broken ? 't' : 'f'}\t${withdrawn ? 't' : 'f'}`;
  for (const [at, column] of sheet.columns.entries()) {
    if (column === ACTION) continue;
    const value = cells[at] ?? column.blank ?? null;
    line += `\t${copyText(value === null || !column.beside ? value : bareOf(value))}`;
    if (column.beside) line += `\t${besideText(column, value)}`;
  }
  return `${line}\n`;
}
