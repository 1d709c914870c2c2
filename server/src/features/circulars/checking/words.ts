import type { Lang } from '../../../domain/text.ts';

interface CheckWords {
  /** Parts of a document by the styles that they are printed in. */
  readonly parts: Readonly<Record<string, string>>;
  readonly opening: string;
  readonly paragraph: (n: number) => string;
  readonly annex: (title: string) => string;
  readonly table: string;
  readonly margin: string;
  readonly row: string;
  readonly column: string;
  readonly picture: (description: string) => string;
  readonly join: (...parts: readonly string[]) => string;
  readonly copyOf: (place: string) => string;
  readonly alsoSays: (place: string) => string;
  readonly movedFrom: (place: string) => string;
  readonly tooFar: string;
  readonly more: (all: number, listed: number) => string;
}

export const CHECK_WORDS: Readonly<Record<Lang, CheckWords>> = {
  zh: {
    parts: {
      Masthead: '发文机关标志',
      DocumentNumber: '发文字号',
      Title: '标题',
      Addressees: '主送机关',
      AnnexNote: '附件说明',
      Issuer: '发文机关署名',
      IssueDate: '成文日期',
      Remark: '附注',
      AnnexMark: '附件序号',
      AnnexTitle: '附件标题',
      TableCaption: '表题',
      TableNote: '表注',
      PictureLine: '图',
      PictureCaption: '图题',
      Imprint: '版记',
    },
    opening: '开头',
    paragraph: (n) => `第${n}段`,
    annex: (title) => `附件“${title}”`,
    table: '表格',
    margin: '页眉、页脚或脚注',
    row: '整行',
    column: '整列',
    picture: (description) => (description === '' ? '（图）' : `（图：${description}）`),
    join: (...parts) => parts.filter(Boolean).join('，'),
    copyOf: (place) => `与“${place}”的句子重复`,
    alsoSays: (place) => `“${place}”的原句不是这样说的`,
    movedFrom: (place) => `原在“${place}”`,
    tooFar: '文件与原文差别过大，可能不是同一份文件，逐句对照未能完成。',
    more: (all, listed) => `共有${all}处不同，只列出最要紧的${listed}处。`,
  },
  en: {
    parts: {
      Masthead: 'Masthead',
      DocumentNumber: 'Document number',
      Title: 'Title',
      Addressees: 'Addressees',
      AnnexNote: 'Note on annexes',
      Issuer: 'Issuer',
      IssueDate: 'Date of issue',
      Remark: 'Remark',
      AnnexMark: 'Mark of the annex',
      AnnexTitle: 'Title of the annex',
      TableCaption: 'Caption of the table',
      TableNote: 'Note to the table',
      PictureLine: 'Picture',
      PictureCaption: 'Caption of the picture',
      Imprint: 'Imprint',
    },
    opening: 'Opening',
    paragraph: (n) => `paragraph ${n}`,
    annex: (title) => `Annex "${title}"`,
    table: 'Table',
    margin: 'Header, footer or note',
    row: 'whole row',
    column: 'whole column',
    picture: (description) => (description === '' ? '(picture)' : `(picture: ${description})`),
    join: (...parts) => parts.filter(Boolean).join(', '),
    copyOf: (place) => `Repeats a sentence of "${place}".`,
    alsoSays: (place) => `The sentence of "${place}" says otherwise.`,
    movedFrom: (place) => `Was at "${place}".`,
    tooFar: 'The file is too different to be compared sentence by sentence; it may not be the same document.',
    more: (all, listed) => `There are ${all} differences; the ${listed} gravest are listed.`,
  },
};
