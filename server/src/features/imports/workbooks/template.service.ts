import { CAUSES } from '@wallchart/db';
import { expectedOf } from '../cells/expected.ts';
import { GUIDE_SHEETS } from '../match-sheets.ts';
import { headerCells, styleOf, widthOf, type Lang } from './sheet-columns.ts';
import {
  CODED_WORDS,
  SHEETS,
  type CodedWord,
  type ColumnSpec,
  type ColumnType,
  type SheetSpec,
} from '../sheets/index.ts';
import { STYLE } from '../../../exports/workbook/styles.ts';
import {
  workbookBuffer,
  type WrittenList,
  type WrittenRow,
  type WrittenSheet,
} from '../../../exports/workbook/write-workbook.ts';

/**
 * An empty ledger workbook: a sheet that explains every column, then one sheet a table, with headers in the language,
 * drop-downs for coded columns, codes as text and days as dates.
 */
export const writeTemplate = (lang: Lang): Promise<Buffer> =>
  workbookBuffer([guide(lang), ...SHEETS.map((sheet) => blank(sheet, lang))]);

function blank(sheet: SheetSpec, lang: Lang): WrittenSheet {
  return {
    name: lang === 'zh' ? sheet.zh : sheet.key,
    frozen: 1,
    rows: [
      {
        row: 1,
        cells: headerCells(sheet, lang),
      },
    ],
    columns: sheet.columns.map((column) => ({ width: widthOf(column), style: styleOf(column) })),
    lists: sheet.columns.flatMap((column, at) => listOf(column, at, lang)),
  };
}

function listOf(column: ColumnSpec, at: number, lang: Lang): WrittenList[] {
  const { type } = column;
  const words =
    type.kind === 'coded'
      ? CODED_WORDS[type.list].map((word) => (lang === 'zh' ? word.zh : word.key))
      : type.kind === 'bool'
        ? lang === 'zh'
          ? ['是', '否']
          : ['yes', 'no']
        : [];
  return words.length === 0
    ? []
    : [{ column: at, fromRow: 2, words, title: column[lang === 'zh' ? 'zh' : 'key'], hint: expectedOf(column)[lang] }];
}

const TITLES: Record<Lang, readonly string[]> = {
  zh: ['表', '列', '英文列名', '必填', '记录标识', '填写内容'],
  en: ['Sheet', 'Column', 'Chinese header', 'Required', 'Identity', 'Content'],
};

const NOTES: Record<Lang, readonly string[]> = {
  zh: [
    '台账工作簿填写说明',
    '不用的表和选填列可以删去；列的次序不限；表头上方可以有标题行。金额列表头写“（万元）”时按万元读取。',
    '“记录标识”相同的行再次导入：内容相同则不变，内容不同则作为更正记录。空白表示不详，不是零；表中没有的列，保持原有内容不变。',
    '单元格按显示的内容读取（如格式为“0.00"万元"”“000”“0%”的数字）；显示的内容不能确定的不予读取，并逐一指出。',
    '没有内容的格请留空；选填列中的“/”“—”“无”“待定”按空白读取。可填的词见后表，代码、中文、英文均可。',
    '“说明性”列：填“是”表示整行为说明性数据，或填列名（用分号隔开）。',
  ],
  en: [
    'How to fill in the ledger workbook',
    'Sheets and optional columns that are not needed may be deleted; columns may stand in any order, below title rows too. (万元) in the header of an amount means ten thousand yuan.',
    'A row with the same identity changes nothing if its content is the same, else it is a correction. Blank means not known, never zero; a column that the sheet does not have keeps what is known.',
    'A cell is read as it is shown (numbers in the formats 0.00"万元", 000 or 0%); where that is not certain it is refused by name.',
    'Leave cells without content blank; /, —, 无 and 待定 in an optional column are read as blank. The words that may be entered are listed below: code, Chinese and English are read.',
    'Illustrative: “yes” for a whole row, or the columns whose content is illustrative, separated by semicolons.',
  ],
};

function* guideRows(lang: Lang): Generator<WrittenRow> {
  let row = 0;
  for (const [at, text] of NOTES[lang].entries())
    yield { row: (row += 1), cells: [{ text, style: at === 0 ? STYLE.title : STYLE.plain }] };
  row += 1;
  yield { row: (row += 1), cells: TITLES[lang].map((text) => ({ text, style: STYLE.header })) };
  const yes = lang === 'zh' ? '是' : 'yes';
  for (const sheet of SHEETS) {
    for (const column of sheet.columns) {
      const names = lang === 'zh' ? [sheet.zh, column.zh, column.key] : [sheet.key, column.key, column.zh];
      const texts = [...names, column.required ? yes : '', column.identity ? yes : '', expectedOf(column)[lang]];
      yield { row: (row += 1), cells: texts.map((text) => ({ text, style: STYLE.wrapped })) };
    }
  }
  row += 1;
  yield { row: (row += 1), cells: WORD_TITLES[lang].map((text) => ({ text, style: STYLE.header })) };
  for (const texts of wordRows(lang))
    yield { row: (row += 1), cells: texts.map((text) => ({ text, style: STYLE.wrapped })) };
}

const WORD_TITLES: Record<Lang, readonly string[]> = {
  zh: ['用于', '代码', '中文', '英文', '', '也可写作'],
  en: ['Used in', 'Code', 'Chinese', 'English', '', 'Also read'],
};

/** A list of words of which columns hold one, or several. */
interface WordList {
  readonly holds: (type: ColumnType) => boolean;
  readonly words: readonly CodedWord[];
}

/** Every word that a column may hold, with its meaning: causes first, of which a workbook usually has the code. */
const WORD_LISTS: readonly WordList[] = [
  {
    holds: (type) => type.kind === 'cause-list' || (type.kind === 'code' && type.of === 'cause'),
    words: CAUSES.map(({ code, nameZh, nameEn }) => ({ key: code, zh: nameZh, en: nameEn })),
  },
  ...Object.entries(CODED_WORDS).map(([list, words]): WordList => ({
    holds: (type) => (type.kind === 'coded' || type.kind === 'coded-list') && type.list === list,
    words,
  })),
];

/** Rows of words, each list below the columns that hold it. */
function* wordRows(lang: Lang): Generator<readonly string[]> {
  for (const { holds, words } of WORD_LISTS) {
    const columns = SHEETS.flatMap((sheet) =>
      sheet.columns
        .filter(({ type }) => holds(type))
        .map((column) => (lang === 'zh' ? `${sheet.zh}·${column.zh}` : `${sheet.key}.${column.key}`)),
    );
    const usedIn = columns.join(lang === 'zh' ? '、' : ', ');
    for (const { key, zh, en, also } of words) yield [usedIn, key, zh, en, '', (also ?? []).join('、')];
  }
}

const guide = (lang: Lang): WrittenSheet => ({
  name: GUIDE_SHEETS[lang === 'zh' ? 0 : 1] ?? 'guide',
  rows: guideRows(lang),
  columns: [16, 22, 24, 10, 10, 70].map((width) => ({ width })),
});
