import type { CaseStateName, Lang } from '../../../graph/enums.ts';
import { cellsOf, sheetOf, wordOf, type ColumnSpec, type SheetSpec } from '../../imports/sheets/index.ts';
import { stateWords } from '../figures/case-words.ts';
import { writeDay } from '../figures/write-day.ts';
import type { RecordedChange, TextCells } from './recorded-changes.ts';

/** Cells of a correction that are told; there are seldom more. */
const MOST_CELLS = 2;

/** 游洋镇鲁头村7月30日销号; of a correction also what it was: 仙游县6月30日班子建设（调整班子成员），人数14改为15. */
export function describeRecord(
  { sheet, row, before, kind }: RecordedChange,
  name: string,
  { lang, year }: { readonly lang: Lang; readonly year: string },
): string {
  const spec = sheetOf(sheet)!;
  const day = dayOf(spec, row, lang, year);
  const what = whatOf(spec, row, lang);
  const words = lang === 'zh' ? `${name}${day}${what}` : [name, what, day].filter(Boolean).join(', ');
  if (kind !== 'CORRECTED' || before === null) return words;
  const changes = changedCells(spec, before, row, lang).slice(0, MOST_CELLS);
  if (changes.length === 0) return words;
  return lang === 'zh' ? `${words}，${changes.join('、')}` : `${words}, ${changes.join(', ')}`;
}

function dayOf(spec: SheetSpec, row: TextCells, lang: Lang, year: string): string {
  const day = row['effective_on'];
  if (spec.effective === null || !day || spec.scope === 'units' || spec.scope === 'campaigns') return '';
  return writeDay(day, lang, day.startsWith(year) ? 'monthDay' : 'full');
}

function whatOf(spec: SheetSpec, row: TextCells, lang: Lang): string {
  if (spec.key === 'transitions') {
    const words = stateWords(row['state'] as CaseStateName, lang);
    return lang === 'zh' ? words.replace(/^已/, '') : words;
  }
  const kinds = spec.columns.flatMap((column) => (column.identity ? (codedWord(column, row, lang) ?? []) : []));
  if (kinds.length === 0) return spec[lang];
  return lang === 'zh' ? `${spec.zh}（${kinds.join('、')}）` : `${spec.en} (${kinds.join(', ')})`;
}

const codedWord = (column: ColumnSpec, row: TextCells, lang: Lang): string | null => {
  const value = row[column.target];
  return column.type.kind === 'coded' && value ? wordOf(column.type.list, value)[lang] : null;
};

function changedCells(spec: SheetSpec, before: TextCells, after: TextCells, lang: Lang): string[] {
  const [was, is] = [cellsOf(spec, before), cellsOf(spec, after)];
  return is.flatMap(({ column: key, value }, i) => {
    const old = was[i]!.value;
    const column = spec.columns.find((one) => one.key === key)!;
    if (old === value || column.type.kind === 'illustrative') return [];
    const [from, to] = [wordOfCell(column, old, lang), wordOfCell(column, value, lang)];
    return [lang === 'zh' ? `${column.zh}${from}改为${to}` : `${column.en} ${from} to ${to}`];
  });
}

function wordOfCell({ type }: ColumnSpec, value: string | null, lang: Lang): string {
  if (value === null) return lang === 'zh' ? '（空）' : '(none)';
  if (type.kind === 'coded') return wordOf(type.list, value)[lang];
  if (type.kind === 'coded-list') {
    return value
      .split(';')
      .map((key) => wordOf(type.list, key)[lang])
      .join(lang === 'zh' ? '、' : ', ');
  }
  if (type.kind === 'day') return writeDay(value, lang);
  if (type.kind === 'money') return lang === 'zh' ? `${value}元` : `${value} yuan`;
  return value;
}
