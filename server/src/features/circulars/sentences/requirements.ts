import { day, metric as of, names } from './bind.ts';
import type { Facts } from './facts.ts';
import type { SectionPlan } from './sentence.ts';

/** Outstanding organisations that still have time. */
const inTime = ({ cases }: Facts): number => cases.filter(({ row }) => !row.overdue).length;

const deadlineAhead = ({ data: { subject } }: Facts): boolean =>
  subject.campaign.deadline !== null && subject.campaign.deadline > subject.asOf;

/** 五、下一步要求: what is asked, of whom, by when. */
export const REQUIREMENTS: SectionPlan = {
  id: 'REQUIREMENTS',
  title: { zh: '下一步要求', en: 'What is asked next' },
  counted: true,
  paragraphs: [
    {
      id: 'finish',
      lead: { zh: '攻坚收尾。', en: 'Finish. ' },
      sentences: [
        {
          id: 'overdue',
          text: {
            zh: '{overdue}已超过完成时限，责任领导要说明原因、倒排工期、挂图作战，请于{reply}前报送整改情况。',
            en: '{overdue}: past the deadline. Those who answer for them are to give the reasons and a new schedule, and report by {reply}.',
          },
          figures: { overdue: names('OVERDUE'), reply: day('reply') },
          when: ({ listed }) => listed('OVERDUE') > 0,
        },
        {
          id: 'others',
          text: {
            zh: '其他尚未完成的党组织要逐个过堂、限期销号，确保在{deadline}前全部完成整顿。',
            en: ' The others outstanding are to be gone through one by one and struck off by {deadline}.',
          },
          figures: { deadline: day('deadline') },
          when: (facts) => inTime(facts) > 0 && deadlineAhead(facts),
        },
        {
          id: 'others-without-deadline',
          text: {
            zh: '其他尚未完成的党组织要逐个明确完成时限和责任领导，请于{reply}前报送整改情况。',
            en: ' For the others outstanding, a deadline and the post that answers are to be set and reported by {reply}.',
          },
          figures: { reply: day('reply') },
          when: (facts) => inTime(facts) > 0 && !deadlineAhead(facts),
        },
      ],
    },
    {
      id: 'consolidate',
      lead: { zh: '巩固提升。', en: 'Consolidate. ' },
      sentences: [
        {
          id: 'consolidate',
          text: {
            zh: '对已完成整顿的{rectified}个党组织要开展“回头看”，健全长效机制，防止反弹。',
            en: 'The {rectified} organisations that are rectified are to be looked back at, so that none relapses.',
          },
          figures: { rectified: of('RECTIFIED') },
          when: ({ some }) => some('RECTIFIED'),
        },
        {
          id: 'relapsed',
          text: {
            zh: '{relapsed}出现反弹，要重新列入台账、从严整顿。',
            en: ' {relapsed}: relapsed, to be listed and rectified anew.',
          },
          figures: { relapsed: names('RELAPSED') },
          when: ({ listed }) => listed('RELAPSED') > 0,
        },
      ],
    },
    {
      id: 'guarantee',
      lead: { zh: '强化保障。', en: 'Means. ' },
      sentences: [
        {
          id: 'gap',
          text: {
            zh: '活动场所资金缺口{gap}，要按照上级补助、县乡配套、村级自筹的办法尽快落实。',
            en: 'The {gap} that venues lack are to be raised from the upper level, county and town, and the village.',
          },
          figures: { gap: of('VENUE_GAP') },
          when: ({ some }) => some('VENUE_GAP'),
        },
        {
          id: 'visits',
          text: {
            zh: '挂钩领导要按规定次数走访，确保走访达标。',
            en: ' Contact leaders are to visit as often as their duty asks.',
          },
          when: ({ value }) => value('VISIT_COMPLIANCE')?.lt('0.9') ?? false,
        },
      ],
    },
    {
      id: 'report',
      lead: { zh: '按时报送。', en: 'Report. ' },
      sentences: [
        {
          id: 'report',
          text: {
            zh: '坚持定期通报，各{children}要如实、按时报送进展情况。',
            en: 'The {children} are to report their progress truthfully and in time.',
          },
        },
      ],
    },
    {
      id: 'planned',
      lead: { zh: '做好下步工作。', en: 'Ahead. ' },
      sentences: [
        {
          id: 'planned',
          text: { zh: '{planned}。', en: '{planned}.' },
          figures: { planned: names('PLANNED') },
          when: ({ listed }) => listed('PLANNED') > 0,
        },
      ],
    },
  ],
};
