import type { Lang } from '../../../domain/text.ts';
import { partOfMonth } from '../../../domain/part-of-month.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import type { WrittenCell } from '../../../rendering/workbook/write-workbook.ts';
import { columnOf, wordOf, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';

/**
 * A cell as it is written.
 *
 * @param value as it is stored: days ISO, amounts in yuan, words by their key, lists parted by semicolons, `true` or `false`
 * @param beside what stands beside it: `true` where a count is a lower bound, or the part of a month that a day ends
 */
export function writtenCell(
  sheet: SheetSpec,
  column: ColumnSpec,
  value: string,
  { beside, lang }: { readonly beside: string | null; readonly lang: Lang },
): WrittenCell {
  const { type } = column;
  switch (type.kind) {
    case 'day':
      if (beside) return { text: partOfMonth(value, beside, lang), style: STYLE.text };
      return hasSerial(value)
        ? { text: serialOf(value), number: true, style: STYLE.day }
        : { text: value, style: STYLE.text };
    case 'money':
      return { text: value, number: true, style: STYLE.money };
    case 'count':
      return beside === 'true' ? { text: `${value}${lang === 'zh' ? '余' : '+'}` } : { text: value, number: true };
    case 'year':
    case 'score':
    case 'percent':
      return { text: value, number: true };
    default:
      return { text: wordsOf(sheet, column, value, lang), style: STYLE.text };
  }
}

const listOf = (value: string, word: (key: string) => string): string => value.split(';').map(word).join(';');

function wordsOf(sheet: SheetSpec, { type }: ColumnSpec, value: string, lang: Lang): string {
  switch (type.kind) {
    case 'coded':
      return lang === 'zh' ? wordOf(type.list, value).zh : value;
    case 'coded-list':
      return lang === 'zh' ? listOf(value, (key) => wordOf(type.list, key).zh) : value;
    case 'bool':
      return value === 'true' ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no';
    case 'illustrative':
      if (value === '*') return lang === 'zh' ? '是' : 'yes';
      return lang === 'zh' ? listOf(value, (key) => columnOf(sheet, key)?.zh ?? key) : value;
    default:
      return value;
  }
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Spreadsheets count a 29 February 1900 that there never was: the days before it have another serial from each maker. */
const hasSerial = (day: string): boolean => day >= '1900-03-01';

/** A day as spreadsheets count them. */
const serialOf = (day: string): string => String((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS);
