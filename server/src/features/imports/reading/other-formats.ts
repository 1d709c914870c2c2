import { extname } from 'node:path';
import type { Text } from '../../../domain/text.ts';
import { readPart, type Archive } from '../../../reading/archive.ts';
import { refuse, type FileRefused } from '../../../reading/file-refused.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const other = (zh: string, en: string): FileRefused => refuse('NOT_A_WORKBOOK', zh, en);

const SAVE_AS: readonly [string, string] = [
  '请用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
  'open it in Excel or WPS, save it as .xlsx and import that',
];
const sheetOf = (zh: string, en: string): FileRefused => other(`${zh}，${SAVE_AS[0]}`, `${en}: ${SAVE_AS[1]}`);

/** What a file is by its first bytes, where it is a spreadsheet or an archive of another kind. */
const HEADS: readonly (readonly [string, zh: string, en: string])[] = [
  [
    'Rar!',
    '这是 .rar 压缩包，请解压后导入其中的工作簿',
    'this is a .rar archive: unpack it and import the workbook in it',
  ],
  [
    '7z\xbc\xaf\x27\x1c',
    '这是 .7z 压缩包，请解压后导入其中的工作簿',
    'this is a .7z archive: unpack it and import the workbook in it',
  ],
  ['%PDF', '这是 PDF 文件，请交 .xlsx 工作簿', 'this is a PDF; an .xlsx workbook is required'],
];

/**
 * Refuses files that are no zip and no text by what they are.
 *
 * @param head the first bytes, a MiB at most
 * @throws FileRefused NOT_A_WORKBOOK, OLD_EXCEL, ENCRYPTED
 */
export function refuseOtherFormats(head: Buffer, size: number): void {
  if (size === 0) throw other('文件是空的', 'the file is empty');
  for (const [start, zh, en] of HEADS) if (head.toString('latin1', 0, start.length) === start) throw other(zh, en);
  if (!head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return;
  if (head.includes(utf16('EncryptedPackage'))) {
    throw refuse('ENCRYPTED', '工作簿有密码，请先取消密码', 'the workbook has a password; remove it first');
  }
  if (head.includes(utf16('WordDocument'))) {
    throw other(
      '这是文字文档（.doc、.wps），请交 .xlsx 工作簿',
      'this is a text document; an .xlsx workbook is required',
    );
  }
  throw refuse(
    'OLD_EXCEL',
    '这是旧版 .xls 或 WPS .et 格式，请另存为 .xlsx',
    'this is the old .xls (or WPS .et) format: save it as .xlsx',
  );
}

/**
 * Refuses zips that hold no ledger by what they hold.
 *
 * @throws FileRefused NOT_A_WORKBOOK, HOLDS_WORKBOOK
 */
export async function refuseOtherArchives(archive: Archive): Promise<void> {
  const keys = [...archive.entries.keys()];
  const has = (test: (key: string) => boolean): boolean => keys.some(test);
  if (has((key) => key.endsWith('.iwa') || key.endsWith('index.apxl') || key === 'index.zip')) {
    throw other(
      '这是苹果 Numbers 的表格，请在 Numbers 中“导出为 Excel”，再导入 .xlsx',
      'this is an Apple Numbers file: export it to Excel (.xlsx) and import that',
    );
  }
  if (has((key) => key === 'xl/workbook.bin')) throw sheetOf('这是 .xlsb 格式', 'this is the .xlsb format');
  if (has((key) => key === 'word/document.xml')) {
    throw other('这是文字文档（.docx），请交 .xlsx 工作簿', 'this is a text document; an .xlsx workbook is required');
  }
  if (has((key) => key === 'ppt/presentation.xml')) {
    throw other('这是演示文稿（.pptx），请交 .xlsx 工作簿', 'these are slides (.pptx); an .xlsx workbook is required');
  }
  const mimetype = archive.part('mimetype');
  if (mimetype) {
    const type = await readPart(mimetype);
    throw /spreadsheet/.test(type)
      ? sheetOf('这是 OpenDocument 表格（.ods）', 'this is an OpenDocument spreadsheet (.ods)')
      : other('这不是表格，请交 .xlsx 工作簿', 'this is not a spreadsheet; an .xlsx workbook is required');
  }
  const files = [...archive.entries.values()].map(({ name }) => name).filter((name) => !isSystemFile(name));
  refuseWorkbooksAmong(files, { zh: '压缩包', en: 'zip' });
}

const WORKBOOKS = new Set(['.xlsx', '.xls', '.xlsm', '.xlsb', '.et', '.ods', '.numbers']);
const ARCHIVES = new Set(['.zip', '.rar', '.7z']);

/**
 * Refuses to look for CSV files where workbooks lie: their rows would be left out without a word.
 *
 * @throws FileRefused HOLDS_WORKBOOK
 */
export function refuseWorkbooksAmong(names: readonly string[], where: Text): void {
  const found = names.filter((name) => WORKBOOKS.has(extname(name).toLowerCase()));
  const packed = names.filter((name) => ARCHIVES.has(extname(name).toLowerCase()));
  const named = [...found, ...packed].slice(0, 3);
  if (named.length === 0) return;
  const [zh, en] = found.length > 0 ? ['工作簿', 'a workbook'] : ['另一个压缩包', 'another archive'];
  throw refuse(
    'HOLDS_WORKBOOK',
    `${where.zh}里是${zh}（${named.join('、')}），请取出后直接导入工作簿`,
    `the ${where.en} holds ${en} (${named.join(', ')}): take it out and import the workbook itself`,
    { value: named[0] ?? '' },
  );
}

/** What macOS, and editors of an open file, put beside the files. */
export const isSystemFile = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.|~\$)[^/]*$/.test(name);
