import { CAUSES } from '@wallchart/db';
import type { Lang } from '../../../domain/text.ts';
import { WORD_SHEETS } from '../match-sheets.ts';
import { CODED_WORDS, SHEETS, type CodedWord, type ColumnType } from '../../../ledger/sheets/index.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import type { WrittenRow, WrittenSheet } from '../../../rendering/workbook/write-workbook.ts';
import type { LongLists } from './sheet-columns.ts';

const TITLES: Record<Lang, readonly string[]> = {
  zh: ['填写', '代码', '中文', '英文', '用于', '也可写作'],
  en: ['Enter', 'Code', 'Chinese', 'English', 'Used in', 'Also read'],
};

/** A list of words of which columns hold one, or several. */
interface WordList {
  readonly holds: (type: ColumnType) => boolean;
  readonly words: readonly CodedWord[];
  readonly entered: (word: CodedWord, lang: Lang) => string;
}

/** A cause as it is entered, by code and name. */
export const causeEntry = ({ key, zh, en }: Pick<CodedWord, 'key' | 'zh' | 'en'>, lang: Lang): string =>
  `${key} ${lang === 'zh' ? zh : en}`;

export const CAUSE_WORDS: readonly CodedWord[] = CAUSES.map(({ code, nameZh, nameEn }) => ({
  key: code,
  zh: nameZh,
  en: nameEn,
}));

/** Every word that a column may hold, with its meaning: causes first, of which a workbook usually has the code. */
const WORD_LISTS: readonly WordList[] = [
  {
    holds: (type) => type.kind === 'cause-list' || (type.kind === 'code' && type.of === 'cause'),
    words: CAUSE_WORDS,
    entered: causeEntry,
  },
  ...Object.entries(CODED_WORDS).map(([list, words]): WordList => ({
    holds: (type) => (type.kind === 'coded' || type.kind === 'coded-list') && type.list === list,
    words,
    entered: (word, lang) => (lang === 'zh' ? word.zh : word.key),
  })),
];

/** Rows of words, each list with the columns that hold it. */
function* wordRows(lang: Lang): Generator<readonly string[]> {
  for (const { holds, words, entered } of WORD_LISTS) {
    const columns = SHEETS.flatMap((sheet) =>
      sheet.columns
        .filter(({ type }) => holds(type))
        .map((column) => (lang === 'zh' ? `${sheet.zh}·${column.zh}` : `${sheet.key}.${column.key}`)),
    );
    const usedIn = columns.length === SHEETS.length ? '' : columns.join(lang === 'zh' ? '、' : ', ');
    for (const word of words)
      yield [entered(word, lang), word.key, word.zh, word.en, usedIn, (word.also ?? []).join('、')];
  }
}

function* rows(lang: Lang): Generator<WrittenRow> {
  yield { row: 1, cells: TITLES[lang].map((text) => ({ text, style: STYLE.header })) };
  let row = 1;
  for (const texts of wordRows(lang))
    yield { row: (row += 1), cells: texts.map((text) => ({ text, style: STYLE.wrapped })) };
}

const nameOf = (lang: Lang): string => WORD_SHEETS[lang === 'zh' ? 0 : 1];

/** A sheet of every word that may be entered, with its code and where it is used. */
export const wordSheet = (lang: Lang): WrittenSheet => ({
  name: nameOf(lang),
  frozen: 1,
  rows: rows(lang),
  columns: [30, 16, 30, 34, 40, 40].map((width) => ({ width })),
});

/** Where that sheet has the words that are too many for a drop-down of their own. */
export const longLists = (lang: Lang): LongLists => ({ causes: `'${nameOf(lang)}'!$A$2:$A$${CAUSES.length + 1}` });
