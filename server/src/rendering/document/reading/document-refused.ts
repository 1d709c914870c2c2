import type { Text } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';

export type DocumentProblem =
  | 'NOT_A_ZIP'
  | 'OLD_OR_LOCKED'
  | 'TOO_LARGE'
  | 'ZIP_BOMB'
  | 'ZIP_ENCRYPTED'
  | 'NOT_A_DOCX'
  | 'MACROS'
  | 'BAD_XML';

const WORDS: Readonly<Record<DocumentProblem, Text>> = {
  NOT_A_ZIP: {
    zh: '文件不是 .docx，或已损坏。请用 Word、WPS 或 LibreOffice 另存为 .docx 后再试',
    en: 'The file is no .docx, or is damaged. Save it as .docx in Word, WPS or LibreOffice and try again',
  },
  OLD_OR_LOCKED: {
    zh: '文件是旧版 .doc/.wps，或设有密码。请去掉密码，另存为 .docx 后再试',
    en: 'The file is an old .doc or .wps, or has a password. Remove the password, save it as .docx and try again',
  },
  TOO_LARGE: { zh: '文件过大，公文不会有这么大', en: 'The file is larger than any official document' },
  ZIP_BOMB: { zh: '文件解开后过大，不予处理', en: 'The file would unpack to far more than a document can hold' },
  ZIP_ENCRYPTED: { zh: '文件设有密码。请去掉密码后再试', en: 'The file has a password. Remove it and try again' },
  NOT_A_DOCX: {
    zh: '文件不是文字文档（可能是表格、演示或压缩包）。请交 .docx 文件',
    en: 'The file is no text document (a workbook, slides or an archive, perhaps). A .docx is needed',
  },
  MACROS: {
    zh: '文件含宏。请另存为不含宏的 .docx 后再试',
    en: 'The file has macros. Save it as .docx without macros and try again',
  },
  BAD_XML: { zh: '文件内容有误，无法读取', en: 'The content of the file is damaged and cannot be read' },
};

/** A file that cannot be read as a DOCX: why, in both languages, and what to do. */
export class DocumentRefused extends WallchartError {
  readonly problem: DocumentProblem;
  readonly words: Text;

  constructor(problem: DocumentProblem, cause?: unknown) {
    super('DOCUMENT_REFUSED', WORDS[problem].en, { problem }, { cause });
    this.problem = problem;
    this.words = WORDS[problem];
  }
}
