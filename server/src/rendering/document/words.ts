import type { Lang } from '../../domain/text.ts';

/** Words that a document carries of itself, beside those it is given. */
export interface DocumentWords {
  readonly draft: string;
  /** At the head of every page of a draft. */
  readonly draftLine: string;
  readonly colon: string;
  readonly annex: (number: number | null) => string;
  readonly copies: string;
  readonly printed: (day: string) => string;
  readonly day: (isoDay: string) => string;
  /** 附注, below the date. */
  readonly illustrativeRemark: string;
  /** Below a table. */
  readonly illustrativeNote: string;
  readonly page: (number: string) => string;
}

/** Set behind what is illustrative. */
export const ILLUSTRATIVE_MARK = '◈';

/** Months in English, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const parts = (isoDay: string): [number, number, number] => {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return [year, month, day];
};

/** Written without Intl, whose data differ from machine to machine. */
export const WORDS: Readonly<Record<Lang, DocumentWords>> = {
  zh: {
    draft: '草稿',
    draftLine: '草稿　未编号、未印发',
    colon: '：',
    annex: (number) => (number === null ? '附件' : `附件${number}`),
    copies: '抄送：',
    printed: (day) => `${day}印发`,
    day: (isoDay) => {
      const [year, month, day] = parts(isoDay);
      return `${year}年${month}月${day}日`;
    },
    illustrativeRemark: '（标有◈的为说明性数据，原始材料没有给出。）',
    illustrativeNote: '◈ 说明性数据，原始材料没有给出。',
    page: (number) => `— ${number} —`,
  },
  en: {
    draft: 'DRAFT',
    draftLine: 'DRAFT · not numbered, not issued',
    colon: ':',
    annex: (number) => (number === null ? 'Annex' : `Annex ${number}`),
    copies: 'Copies to: ',
    printed: (day) => `Printed ${day}`,
    day: (isoDay) => {
      const [year, month, day] = parts(isoDay);
      return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
    },
    illustrativeRemark: '(What is marked ◈ is illustrative: the source does not give it.)',
    illustrativeNote: '◈ Illustrative: the source does not give it.',
    page: (number) => `— ${number} —`,
  },
};
