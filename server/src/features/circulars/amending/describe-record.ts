import type { Lang } from '../../../domain/text.ts';
import type { CaseStateName } from '../../../graphql-types/enums.ts';
import { cellsOf, sheetOf, wordOf, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { stateWords } from '../figures/case-words.ts';
import { writeDay } from '../figures/write-day.ts';
import type { RecordedChange, TextCells } from './recorded-changes.ts';

/** Number of corrected cells that are named; there are seldom more. */
const MOST_CELLS = 2;

/** What records are written with: names of units and causes by their codes. */
export interface RecordWords {
  readonly lang: Lang;
  /** Of the cut-off: days in it are written without theirs. */
  readonly year: string;
  readonly unit: (code: string) => string;
  readonly cause: (code: string) => string;
}

/** 游洋镇鲁头村7月30日销号; of a correction also what it was: 仙游县6月30日班子建设（调整班子成员），人数14改为15. */
export function describeRecord(
  { sheet, about, caseNo, row, before, kind }: RecordedChange,
  words: RecordWords,
): string {
  const { lang } = words;
  const spec = sheetOf(sheet)!;
  const name = about === null ? (caseNo ?? '') : words.unit(about);
  const day = dayOf(spec, row, words);
  const what = whatOf(spec, row, lang);
  const record = lang === 'zh' ? `${name}${day}${what}` : [name, what, day].filter(Boolean).join(', ');
  if (kind !== 'CORRECTED' || before === null) return record;
  const changes = changedCells(spec, before, row, words).slice(0, MOST_CELLS);
  if (changes.length === 0) return record;
  return lang === 'zh' ? `${record}，${changes.join('、')}` : `${record}, ${changes.join(', ')}`;
}

function dayOf(spec: SheetSpec, row: TextCells, { lang, year }: RecordWords): string {
  const day = row['effective_on'];
  const dated = spec.scope === 'of-case' || spec.scope === 'of-campaign-unit' || spec.scope === 'of-unit';
  if (spec.effective === null || !day || !dated) return '';
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

function changedCells(spec: SheetSpec, before: TextCells, after: TextCells, words: RecordWords): string[] {
  const { lang } = words;
  const [was, is] = [cellsOf(spec, before), cellsOf(spec, after)];
  return is.flatMap(({ column: key, value }, i) => {
    const old = was[i]!.value;
    const column = spec.columns.find((one) => one.key === key)!;
    if (old === value || column.type.kind === 'illustrative') return [];
    const [from, to] = [wordOfCell(column, old, words), wordOfCell(column, value, words)];
    if (lang === 'zh') return [`${column.zh.replace(/代码$/, '')}${from}改为${to}`];
    return [`${column.en.replace(/ code$/, '')} ${from} to ${to}`];
  });
}

function wordOfCell({ type }: ColumnSpec, value: string | null, { lang, unit, cause }: RecordWords): string {
  if (value === null) return lang === 'zh' ? '（空）' : '(none)';
  if (type.kind === 'coded') return wordOf(type.list, value)[lang];
  const list = (word: (key: string) => string): string =>
    value
      .split(';')
      .map(word)
      .join(lang === 'zh' ? '、' : ', ');
  if (type.kind === 'coded-list') return list((key) => wordOf(type.list, key)[lang]);
  if (type.kind === 'cause-list') return list(cause);
  if (type.kind === 'code' && type.of === 'unit') return unit(value);
  if (type.kind === 'code' && type.of === 'cause') return cause(value);
  if (type.kind === 'day') return writeDay(value, lang);
  if (type.kind === 'money') return lang === 'zh' ? `${value}元` : `${value} yuan`;
  return value;
}
