import type { Lang } from '../../../domain/text.ts';
import { readPartOfMonth } from '../../../domain/part-of-month.ts';
import { sampleRows, type SampleId } from '@wallchart/db/seeds';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import {
  workbookBuffer,
  type WrittenCell,
  type WrittenRow,
  type WrittenSheet,
} from '../../../rendering/workbook/write-workbook.ts';
import { SHEETS, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { unitKeyOf } from '../staging/unit-names.ts';
import { isSpec, writtenColumns, writtenSheet } from './sheet-columns.ts';
import { guide } from './template.service.ts';
import { CAUSE_WORDS, causeEntry, longLists, wordSheet } from './word-sheet.ts';
import { writtenCell } from './written-cell.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** A sample campaign as an office would fill in the template: its words, drop-downs, names beside the codes. */
export async function writeSample(id: SampleId, lang: Lang): Promise<Buffer> {
  const sheets = await sampleRows(id);
  const nameOf = unitNames(sheets);
  const filled = SHEETS.flatMap((sheet) => {
    const rows = sheets[sheet.key] ?? [];
    return rows.length === 0 ? [] : [filledSheet(sheet, rows, { lang, nameOf })];
  });
  return workbookBuffer([guide(lang), wordSheet(lang), ...filled]);
}

interface Filling {
  readonly lang: Lang;
  /** the name of a unit, with its town's before it, by its code or the number of its case */
  readonly nameOf: (key: string) => string | undefined;
}

function unitNames(sheets: Readonly<Record<string, readonly Row[]>>): Filling['nameOf'] {
  const units = new Map((sheets['units'] ?? []).map((row) => [row['code'], row]));
  const cases = new Map((sheets['cases'] ?? []).map((row) => [row['case_no'], row['unit_code']]));
  return (key) => {
    const unit = units.get(cases.get(key) ?? key);
    const town = ['village', 'community'].includes(unit?.['kind'] ?? '') ? units.get(unit?.['parent_code']) : undefined;
    return unit && `${town?.['name'] ?? ''}${unit['name'] ?? ''}`;
  };
}

function filledSheet(sheet: SheetSpec, rows: readonly Row[], filling: Filling): WrittenSheet {
  const { header, ...written } = writtenSheet(sheet, filling.lang, longLists(filling.lang));
  return { ...written, rows: rowsOf(sheet, rows, header, filling) };
}

function* rowsOf(
  sheet: SheetSpec,
  rows: readonly Row[],
  header: readonly WrittenCell[],
  { lang, nameOf }: Filling,
): Generator<WrittenRow> {
  yield { row: 1, cells: header };
  for (const [at, row] of rows.entries()) {
    const name = nameOf(row[unitKeyOf(sheet)] ?? '');
    const cells = writtenColumns(sheet).map((column) =>
      isSpec(column)
        ? filledCell(sheet, column, row[column.key] ?? '', lang)
        : name && { text: name, style: STYLE.text },
    );
    yield { row: at + 2, cells: cells.map((cell) => cell || undefined) };
  }
}

function filledCell(sheet: SheetSpec, column: ColumnSpec, text: string, lang: Lang): WrittenCell | undefined {
  if (text === '') return undefined;
  const { type } = column;
  if (type.kind === 'cause-list' || (type.kind === 'code' && type.of === 'cause'))
    return {
      text: text
        .split(';')
        .map((code) => causeText(code, lang))
        .join(';'),
      style: STYLE.text,
    };
  const isBound = /(?:余|\+)$/.test(text) && type.kind === 'count';
  if (isBound) return writtenCell(sheet, column, text.replace(/(?:余|\+)$/, ''), { beside: 'true', lang });
  const [value = text, beside = null] = (type.kind === 'day' && readPartOfMonth(text)?.split('~')) || [
    stored(column, text),
  ];
  return writtenCell(sheet, column, value, { beside, lang });
}

function causeText(code: string, lang: Lang): string {
  const word = CAUSE_WORDS.find(({ key }) => key === code);
  return word ? causeEntry(word, lang) : code;
}

const stored = ({ type }: ColumnSpec, text: string): string =>
  type.kind === 'bool' ? String(text === 'yes') : type.kind === 'illustrative' && text === 'yes' ? '*' : text;
