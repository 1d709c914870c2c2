import { count, day, metric as of, names } from './bind.ts';
import type { SectionPlan } from './sentence.ts';

/** 二、各乡镇进展 (domain.md, section 5: ties share a rank, a unit without a case has none). */
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
            en: '{done} ({number} {children}) are done with all of theirs.',
          },
          figures: { done: names('ALL_DONE'), number: count('ALL_DONE') },
          when: ({ listed, some }) => listed('ALL_DONE') > 1 && some('OUTSTANDING'),
        },
        {
          id: 'one-done',
          text: { zh: '{done}已全部完成整顿任务。', en: '{done} is done with all of its own.' },
          figures: { done: names('ALL_DONE') },
          when: ({ listed, some }) => listed('ALL_DONE') === 1 && some('OUTSTANDING'),
        },
        {
          id: 'none-done',
          text: {
            zh: '截至{asOf}，尚无全部完成整顿任务的{children}。',
            en: 'As of {asOf}, none of the {children} is done with all of its own.',
          },
          figures: { asOf: day('asOf') },
          when: ({ listed, some }) => listed('ALL_DONE') === 0 && some('IDENTIFIED'),
        },
        {
          id: 'every-unit-done',
          text: {
            zh: '有认定对象的{number}个{children}已全部完成整顿任务。',
            en: 'All {number} {children} with identified organisations are done.',
          },
          figures: { number: count('ALL_DONE') },
          when: ({ listed, some }) => listed('ALL_DONE') > 0 && !some('OUTSTANDING'),
        },
        {
          id: 'below-average',
          text: {
            zh: '{below}完成率低于{scope}平均水平（{rate}）。',
            en: ' {below}: below the average of {scope} ({rate}).',
          },
          figures: { below: names('BELOW_AVERAGE'), rate: of('RECTIFICATION_RATE') },
          when: ({ listed }) => listed('BELOW_AVERAGE') > 0,
        },
        {
          id: 'no-case',
          text: {
            zh: '{without}没有认定对象，不排位次。',
            en: ' {without}: no identified organisation, not ranked.',
          },
          figures: { without: names('NO_CASE') },
          // Of the villages of a town most have none; that is no news.
          when: ({ listed, data }) => listed('NO_CASE') > 0 && data.subject.unit.level < 4,
        },
        {
          id: 'see-annex',
          text: { zh: '各{children}进展情况和位次见附件。', en: ' The progress and rank of each are in the annex.' },
          when: ({ some }) => some('IDENTIFIED'),
        },
      ],
    },
  ],
};
