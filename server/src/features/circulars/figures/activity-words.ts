import type { Lang } from '../../../domain/text.ts';
import type { Activity } from '../../reports/index.ts';
import type { NamedPractice } from './figure-data.ts';
import type { ListedName } from './listed-name.ts';
import { writeDay } from './write-day.ts';

type Printable = Pick<Activity, 'heldOn' | 'heldOnSpan' | 'planned' | 'sentence' | 'sentenceEn' | 'illustrative'>;

const ZH_PARTS: Readonly<Record<string, string>> = { early: '上旬', middle: '中旬', late: '下旬' };
const EN_PARTS: Readonly<Record<string, string>> = { early: 'early ', middle: 'mid-', late: 'late ' };
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A sentence that tells its own days is not given another. */
const TELLS_DAYS: Readonly<Record<Lang, RegExp>> = { zh: /\d月/, en: new RegExp(`\\b(?:${MONTHS.join('|')})\\b`) };

/** 8月15日, or 8月中旬 where the day is not known. */
export function writeWhen({ heldOn, heldOnSpan }: Pick<Activity, 'heldOn' | 'heldOnSpan'>, lang: Lang): string {
  if (heldOnSpan === null) return writeDay(heldOn, lang, 'monthDay');
  const month = Number(heldOn.slice(5, 7));
  return lang === 'zh'
    ? `${month}月${ZH_PARTS[heldOnSpan] ?? ''}`
    : `${EN_PARTS[heldOnSpan] ?? ''}${MONTHS[month - 1]}`;
}

/** What a circular prints of an activity: its sentence with its day. Null without one: its title is the ledger's, not the paper's. */
export function nameOfActivity(activity: Printable, lang: Lang): ListedName | null {
  const { planned, sentence, sentenceEn, illustrative } = activity;
  const words = (lang === 'zh' ? sentence : sentenceEn)?.trim().replace(/[。；;.]+$/, '');
  if (!words) return null;
  if (TELLS_DAYS[lang].test(words)) {
    const plan = lang === 'zh' ? `拟${words}` : `${words} (planned)`;
    return { name: planned ? plan : words, illustrative };
  }
  const when = writeWhen(activity, lang);
  if (lang === 'zh') return { name: planned ? `${when}，拟${words}` : `${when}，${words}`, illustrative };
  return { name: planned ? `${words} (planned for ${when})` : `${when}: ${words}`, illustrative };
}

/** 西苑乡凤山村利用省委党校挂钩帮扶契机…: the unit and what it did. Null without a sentence in the language. */
export function nameOfPractice(
  { name, sentence, sentenceEn, illustrative }: NamedPractice,
  lang: Lang,
): ListedName | null {
  const words = (lang === 'zh' ? sentence : sentenceEn)?.trim().replace(/[。；;.]+$/, '');
  return words ? { name: lang === 'zh' ? `${name}${words}` : `${name} ${words}`, illustrative } : null;
}
