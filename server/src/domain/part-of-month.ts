import type { Lang } from './text.ts';

type Part = 'early' | 'middle' | 'late' | 'month';

/** How a part of a month is written. */
const WRITTEN: Readonly<Record<string, Part>> = {
  上旬: 'early',
  初: 'early',
  early: 'early',
  中旬: 'middle',
  中: 'middle',
  middle: 'middle',
  mid: 'middle',
  下旬: 'late',
  底: 'late',
  末: 'late',
  late: 'late',
  end: 'late',
  内: 'month',
  份: 'month',
  '': 'month',
};
const ZH: Readonly<Record<Part, string>> = { early: '上旬', middle: '中旬', late: '下旬', month: '' };

const MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?[- ]?([a-z]*|[上中下]旬|[初中底末内份])$/;

const isPart = (part: string): part is Part => part in ZH;

/**
 * `2014-08-20~middle` from `2014年8月中旬`, `2014-08 中旬` or `2014-08 middle`, and `2014-08-31~month` from `2014年8月`: the last
 * day of a part of a month, and which part it is; null if it is none.
 */
export function readPartOfMonth(text: string): string | null {
  const [, year = '', month = '', word = ''] = MONTH.exec(text.trim().toLowerCase().replace(/ +/g, ' ')) ?? [];
  const part = WRITTEN[word];
  const end = new Date(Date.UTC(Number(year), Number(month), 0));
  if (year === '' || part === undefined || !(Number(year) >= 1900 && Number(year) <= 2200)) return null;
  if (end.getUTCMonth() !== Number(month) - 1) return null;
  const last = part === 'early' ? 10 : part === 'middle' ? 20 : end.getUTCDate();
  return `${year}-${month.padStart(2, '0')}-${last}~${part}`;
}

/** As a cell has it: `2014年8月中旬` or `2014-08 middle`. */
export function partOfMonth(day: string, part: string, lang: Lang): string {
  const [year, month] = day.split('-');
  if (!isPart(part)) return day;
  if (lang === 'zh') return `${year}年${Number(month)}月${ZH[part]}`;
  return part === 'month' ? `${year}-${month}` : `${year}-${month} ${part}`;
}
