import { WallchartError } from '../errors.ts';
import type { Words } from './words.ts';

/** Where in the file reading had to stop, as far as it is known. */
export interface FilePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly value?: string;
}

/** The file as a whole, or one of its sheets, cannot be read. Becomes one problem of the import. */
export class FileRefused extends WallchartError {
  readonly problem: string;
  readonly words: Words;
  readonly expected: Words;
  readonly place: FilePlace;

  constructor(problem: string, words: Words, expected: Words, place: FilePlace = {}) {
    super('IMPORT_REFUSED', words.en, { problem });
    this.problem = problem;
    this.words = words;
    this.expected = expected;
    this.place = place;
  }
}

const WORKBOOK: Words = {
  zh: '未加密、不含宏的 .xlsx 工作簿，或 CSV 文件夹（.zip）',
  en: 'an .xlsx workbook without password or macros, or a folder (.zip) of CSV files',
};

export const refuse = (
  problem: string,
  zh: string,
  en: string,
  place?: FilePlace,
  expected: Words = WORKBOOK,
): FileRefused => new FileRefused(problem, { zh, en }, expected, place);
