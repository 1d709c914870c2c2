import type { Text } from '../domain/text.ts';
import { WallchartError } from '../domain/errors.ts';

/** Where in the file reading had to stop, if known. */
export interface FilePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly cell?: string;
  readonly value?: string;
}

/** The file as a whole, or one of its sheets, cannot be read. Becomes one problem of the import. */
export class FileRefused extends WallchartError {
  readonly problem: string;
  readonly words: Text;
  readonly expected: Text;
  readonly place: FilePlace;

  constructor(problem: string, words: Text, expected: Text, place: FilePlace = {}) {
    super('IMPORT_REFUSED', words.en, { problem });
    this.problem = problem;
    this.words = words;
    this.expected = expected;
    this.place = place;
  }
}

const WORKBOOK: Text = {
  zh: '未加密、不含宏的 .xlsx 工作簿，或 CSV 文件夹（.zip）',
  en: 'an .xlsx workbook without a password or macros, or a .zip of CSV files',
};

export const refuse = (
  problem: string,
  zh: string,
  en: string,
  place?: FilePlace,
  expected: Text = WORKBOOK,
): FileRefused => new FileRefused(problem, { zh, en }, expected, place);

const SAVED_AGAIN: Text = {
  zh: '用 Excel 或 WPS 能正常打开、另存过的 .xlsx 工作簿',
  en: 'a workbook that opens in Excel or WPS, saved again as .xlsx',
};

/** A part of the file, or a cell of it, is not what the file itself says it is. */
export const damaged = (part: string, why: string, place?: FilePlace, zh = '无法读取'): FileRefused =>
  refuse(
    'DAMAGED',
    `文件已损坏：${part} ${zh}。请用 Excel 或 WPS 打开，另存一份再导入`,
    `the file is damaged: ${part}: ${why}. Open it in Excel or WPS, save it again and import that`,
    place,
    SAVED_AGAIN,
  );
