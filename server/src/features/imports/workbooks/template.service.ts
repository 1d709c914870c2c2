import type { Lang } from '../../../domain/text.ts';
import { expectedOf } from '../cells/expected.ts';
import { GUIDE_SHEETS } from '../match-sheets.ts';
import { writtenSheet } from './sheet-columns.ts';
import { longLists, wordSheet } from './word-sheet.ts';
import { SHEETS, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { STYLE } from '../../../rendering/workbook/styles.ts';
import { workbookBuffer, type WrittenRow, type WrittenSheet } from '../../../rendering/workbook/write-workbook.ts';

/**
 * An empty ledger workbook: a sheet that explains every column, one of the words that may be entered, then one sheet a
 * table, with headers in the language, drop-downs for coded columns, codes as text and days as dates.
 */
export const writeTemplate = (lang: Lang): Promise<Buffer> =>
  workbookBuffer([guide(lang), wordSheet(lang), ...SHEETS.map((sheet) => blank(sheet, lang))]);

function blank(sheet: SheetSpec, lang: Lang): WrittenSheet {
  const { header, ...written } = writtenSheet(sheet, lang, longLists(lang));
  return { ...written, rows: [{ row: 1, cells: header }] };
}

const TITLES: Record<Lang, readonly string[]> = {
  zh: ['表', '列', '英文列名', '必填', '记录标识', '填写内容'],
  en: ['Sheet', 'Column', 'Chinese header', 'Required', 'Identity', 'Content'],
};

const NOTES: Record<Lang, readonly string[]> = {
  zh: [
    '台账工作簿填写说明',
    '最少填这四张表：单位、整顿批次、台账、进度；其余各表有内容时再填。先填“单位”，其他表用其中的代码；代码旁的“单位名称”供核对，与代码不符时会提醒。',
    '不用的表和选填列可以删去；列的次序不限；表头上方可以有标题行。金额列表头写“（万元）”时按万元读取。',
    '“记录标识”相同的行再次导入：内容相同则不变，内容不同则作为更正记录。空白表示不详，不是零；表中没有的列，保持原有内容不变。',
    '单元格按显示的内容读取（如格式为“0.00"万元"”“000”“0%”的数字）；显示的内容不能确定的不予读取，并逐一指出。',
    '没有内容的格请留空；选填列中的“/”“—”“无”“待定”按空白读取。可填的词及其含义见“代码表”，代码、中文、英文均可。',
    '“说明性”列：填“是”表示整行为说明性数据，或填列名（用分号隔开）。',
  ],
  en: [
    'How to fill in the ledger workbook',
    'Four sheets are required: units, campaigns, cases and transitions; fill in the others if you have data for them. Begin with units, because the other sheets use its codes. A unit_name beside a code is compared with it.',
    'Sheets and optional columns that are not needed may be deleted; columns may stand in any order, below title rows too. (万元) in the header of an amount means ten thousand yuan.',
    'A row with the same identity changes nothing if its content is the same, else it is a correction. Blank means not known, never zero; a column that the sheet does not have keeps what is known.',
    'A cell is read as it is shown (numbers in the formats 0.00"万元", 000 or 0%); where that is not certain it is refused by name.',
    'Leave cells without content blank; /, —, 无 and 待定 in an optional column are read as blank. The words that may be entered stand in the sheet words, with their meaning: code, Chinese and English are read.',
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
}

/** The sheet that explains how to fill in the others. */
export const guide = (lang: Lang): WrittenSheet => ({
  name: GUIDE_SHEETS[lang === 'zh' ? 0 : 1] ?? 'guide',
  rows: guideRows(lang),
  columns: [16, 22, 24, 10, 10, 70].map((width) => ({ width })),
});
