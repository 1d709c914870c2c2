import type { Activity } from '../../reports/index.ts';
import { nameOfActivity, nameOfPractice, writeWhen } from '../figures/activity-words.ts';
import type { FigureData } from '../figures/figure-data.ts';

/** What a circular leaves out or cannot say in its language, for the clerk to decide. */
export interface Gap {
  readonly code: 'PLAN_PASSED' | 'LEFT_OUT' | 'NO_ENGLISH';
  /** In words, without the sentence that it belongs to. */
  readonly about: readonly string[];
}

/** A notice without a sentence is no achievement, and no one misses it. */
const isMissed = ({ status, kind }: Activity): boolean => status === 'held' && kind !== 'notice' && kind !== 'reminder';

/** What is missing for the paper that the data could be. */
export function gapsOf(data: FigureData): Gap[] {
  const { lang } = data.subject;
  const told = (one: Activity): string =>
    lang === 'zh' ? `${one.title}（${writeWhen(one, lang)}）` : `${one.title} (${writeWhen(one, lang)})`;
  const passed = data.activities.filter((one) => one.passed).map(told);
  const unprinted = data.activities
    .filter((one) => (isMissed(one) || (one.planned && !one.passed)) && !one.sentence)
    .map(told);
  return [
    { code: 'PLAN_PASSED' as const, about: passed },
    { code: 'LEFT_OUT' as const, about: unprinted },
    { code: 'NO_ENGLISH' as const, about: lang === 'en' ? withoutEnglish(data) : [] },
  ].filter(({ about }) => about.length > 0);
}

/** What has Chinese words and no English ones: posts and symptoms of those outstanding, what was done, good practice. */
function withoutEnglish(data: FigureData): string[] {
  const cases = data.outstanding.flatMap(({ row, leader }) => [
    ...(row.symptoms !== null && row.symptomsEn === null ? [row.symptoms] : []),
    ...(leader && leader.postEn === null ? [leader.post] : []),
  ]);
  const activities = data.activities.filter((one) => one.sentence && !one.passed && !nameOfActivity(one, 'en'));
  const practices = data.practices.filter((one) => !nameOfPractice(one, 'en'));
  return [...new Set([...cases, ...activities.map(({ title }) => title), ...practices.map(({ title }) => title)])];
}
