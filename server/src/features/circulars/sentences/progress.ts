import { count, day, metric as of, names } from './bind.ts';
import type { Facts } from './facts.ts';
import type { SectionPlan } from './sentence.ts';

/** Below a town stand single organisations: one has no rate, and two have no ranking. */
const ofVillages = ({ data }: Facts): boolean => data.subject.unit.level >= 4;
const ofUnits = (facts: Facts): boolean => !ofVillages(facts);

/** 二、各乡镇进展 (docs/domain.md#arithmetic: ties share a rank, a unit without a case has none). */
export const PROGRESS: SectionPlan = {
  id: 'PROGRESS',
  title: { zh: '各{children}进展', en: 'Progress of the {children}' },
  paragraphs: [
    {
      id: 'units',
      sentences: [
        {
          id: 'all-done',
          text: {
            zh: '{done}等{number}个{children}已全部完成整顿任务。',
            en: 'All organisations have been rectified in {number} {children}: {done}.',
          },
          figures: { done: names('ALL_DONE'), number: count('ALL_DONE') },
          when: (facts) => ofUnits(facts) && facts.listed('ALL_DONE') > 1 && facts.some('OUTSTANDING'),
        },
        {
          id: 'one-done',
          text: { zh: '{done}已全部完成整顿任务。', en: 'All organisations of {done} have been rectified.' },
          figures: { done: names('ALL_DONE') },
          when: (facts) => ofUnits(facts) && facts.listed('ALL_DONE') === 1 && facts.some('OUTSTANDING'),
        },
        {
          id: 'none-done',
          text: {
            zh: '截至{asOf}，尚无全部完成整顿任务的{children}。',
            en: 'As of {asOf}, none of the {children} has rectified all of its organisations.',
          },
          figures: { asOf: day('asOf') },
          when: (facts) => ofUnits(facts) && facts.listed('ALL_DONE') === 0 && facts.some('IDENTIFIED'),
        },
        {
          id: 'every-unit-done',
          text: {
            zh: '有认定对象的{number}个{children}已全部完成整顿任务。',
            en: 'All {number} {children} with identified organisations have rectified them.',
          },
          figures: { number: count('ALL_DONE') },
          when: (facts) => ofUnits(facts) && facts.listed('ALL_DONE') > 0 && !facts.some('OUTSTANDING'),
        },
        {
          id: 'below-average',
          text: {
            zh: '{below}完成率低于{scope}平均水平（{rate}）。',
            en: ' Below the average of {scope} ({rate}): {below}.',
          },
          figures: { below: names('BELOW_AVERAGE'), rate: of('RECTIFICATION_RATE') },
          when: (facts) => ofUnits(facts) && facts.listed('BELOW_AVERAGE') > 0,
        },
        {
          id: 'no-case',
          text: {
            zh: '{without}没有认定对象，不排位次。',
            en: ' Not ranked, as nothing was identified there: {without}.',
          },
          figures: { without: names('NO_CASE') },
          when: (facts) => ofUnits(facts) && facts.listed('NO_CASE') > 0,
        },
        {
          id: 'see-annex',
          text: { zh: '各{children}进展情况和位次见附件。', en: ' The progress and rank of each are in the annex.' },
          when: (facts) => ofUnits(facts) && facts.some('IDENTIFIED'),
        },
        {
          id: 'villages-done',
          text: { zh: '{done}已完成整顿。', en: 'Rectified: {done}.' },
          figures: { done: names('ALL_DONE') },
          when: (facts) => ofVillages(facts) && facts.listed('ALL_DONE') > 0,
        },
        {
          id: 'villages-left',
          text: { zh: '{left}尚未完成整顿。', en: ' Outstanding: {left}.' },
          figures: { left: names('OUTSTANDING') },
          when: (facts) => ofVillages(facts) && facts.listed('OUTSTANDING') > 0,
        },
        {
          id: 'villages-annex',
          text: { zh: '各{children}整顿情况见附件。', en: ' Each is listed in the annex.' },
          when: (facts) => ofVillages(facts) && facts.some('IDENTIFIED'),
        },
      ],
    },
  ],
};
