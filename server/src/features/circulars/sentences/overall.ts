import { Big } from 'big.js';
import { metric as of, change, day, inKind, points } from './bind.ts';
import type { Facts } from './facts.ts';
import type { Filling, SectionPlan } from './sentence.ts';

const VILLAGE = { dimension: 'UNIT_KIND', key: 'village' } as const;
const COMMUNITY = { dimension: 'UNIT_KIND', key: 'community' } as const;

const bothKinds = (facts: Facts): boolean => facts.some('IDENTIFIED', VILLAGE) && facts.some('IDENTIFIED', COMMUNITY);
const moved = (facts: Facts) => facts.change('RECTIFIED') ?? null;

/** Primary causes with their numbers, the most frequent first. */
function causes({ data, value }: Facts): Filling[] {
  const { lang } = data.subject;
  const counted = [...data.causes.values()].map(({ code, nameZh, nameEn }) => {
    const by = { dimension: 'PRIMARY_CAUSE', key: code } as const;
    return { cause: lang === 'zh' ? nameZh : nameEn, by, number: value('IDENTIFIED', by) ?? new Big(0) };
  });
  return counted
    .filter(({ number }) => number.gt(0))
    .toSorted((a, b) => b.number.cmp(a.number))
    .map(({ cause, by }) => ({ words: { cause }, figures: { number: { ...of('IDENTIFIED'), by } } }));
}

/** 一、总体情况 */
export const OVERALL: SectionPlan = {
  id: 'OVERALL',
  title: { zh: '总体情况', en: 'Overall' },
  paragraphs: [
    {
      id: 'totals',
      sentences: [
        {
          id: 'identified',
          text: {
            zh: '截至{asOf}，{scope}排查确定软弱涣散基层党组织{identified}个',
            en: 'As of {asOf}, {identified} weak and lax grass-roots {identified:organisation|organisations} had been identified in {scope}',
          },
          figures: { asOf: day('asOf'), identified: of('IDENTIFIED') },
          when: ({ some }) => some('IDENTIFIED'),
        },
        {
          id: 'kinds',
          text: {
            zh: '（村{villages}个、社区{communities}个）',
            en: ' (villages: {villages}, communities: {communities})',
          },
          figures: { villages: inKind('village'), communities: inKind('community') },
          when: bothKinds,
        },
        {
          id: 'rectified',
          text: {
            zh: '，已完成整顿{rectified}个，占{rate}；尚未完成{outstanding}个，占{rest}。',
            en: '; {rectified} {rectified:has|have} been rectified ({rate}) and {outstanding} {outstanding:is|are} outstanding ({rest}).',
          },
          figures: {
            rectified: of('RECTIFIED'),
            rate: of('RECTIFICATION_RATE'),
            outstanding: of('OUTSTANDING'),
            rest: of('RECTIFICATION_RATE', 'rest'),
          },
          when: ({ some }) => some('OUTSTANDING') && some('RECTIFIED'),
        },
        {
          id: 'none-rectified',
          text: { zh: '，尚无完成整顿的。', en: '; none has been rectified yet.' },
          when: ({ some }) => some('OUTSTANDING') && !some('RECTIFIED'),
        },
        {
          id: 'all-rectified',
          text: { zh: '，已全部完成整顿。', en: '; all of them have been rectified.' },
          when: ({ some }) => some('IDENTIFIED') && !some('OUTSTANDING'),
        },
        {
          id: 'none-identified',
          text: {
            zh: '截至{asOf}，{scope}没有认定的软弱涣散基层党组织。',
            en: 'As of {asOf}, no weak and lax grass-roots organisation had been identified in {scope}.',
          },
          figures: { asOf: day('asOf') },
          when: ({ some }) => !some('IDENTIFIED'),
        },
        {
          id: 'ratio',
          text: {
            zh: '认定的村占{scope}{all}个村的{ratio}。',
            en: ' The villages among them make up {ratio} of the {all} villages of {scope}.',
          },
          figures: { all: of('IDENTIFICATION_RATIO', 'denominator'), ratio: of('IDENTIFICATION_RATIO') },
          // Of one village out of a town's few a share says nothing.
          when: ({ some, data }) => some('IDENTIFICATION_RATIO') && data.subject.unit.level < 4,
        },
      ],
    },
    {
      id: 'change',
      sentences: [
        {
          id: 'newly-rectified',
          text: {
            zh: '较{lastFrom}{previous}{lastTo}新增完成{more}个，完成率{points}。',
            en: 'Since {lastFrom}{previous}{lastTo}, {more} more {more:has|have} been rectified; the rate is {points}.',
          },
          figures: { previous: day('previous'), more: change('RECTIFIED'), points: points('RECTIFICATION_RATE') },
          when: (facts) => moved(facts)?.gt(0) ?? false,
        },
        {
          id: 'none-newly-rectified',
          text: {
            zh: '较{lastFrom}{previous}{lastTo}没有新增完成。',
            en: 'Since {lastFrom}{previous}{lastTo}, no more have been rectified.',
          },
          figures: { previous: day('previous') },
          when: (facts) => (moved(facts)?.eq(0) ?? false) && facts.some('OUTSTANDING'),
        },
        {
          id: 'fewer-rectified',
          text: {
            zh: '与{lastFrom}{previous}{lastTo}相比，完成数净变化{more}个，完成率{points}。',
            en: 'Against {lastFrom}{previous}{lastTo}, the number rectified changed by {more}; the rate is {points}.',
          },
          figures: { previous: day('previous'), more: change('RECTIFIED'), points: points('RECTIFICATION_RATE') },
          when: (facts) => moved(facts)?.lt(0) ?? false,
        },
        {
          id: 'newly-identified',
          text: { zh: '新增认定{more}个。', en: ' {more} more {more:was|were} identified.' },
          figures: { more: change('IDENTIFIED') },
          when: ({ change, data }) => data.subject.previous !== null && (change('IDENTIFIED')?.gt(0) ?? false),
        },
      ],
    },
    {
      id: 'left',
      lead: { zh: '未完成的党组织中，', en: 'Of those outstanding: ' },
      sentences: [
        {
          id: 'accepted',
          clause: true,
          text: { zh: '已验收待销号{accepted}个', en: 'accepted but not yet signed off: {accepted}' },
          figures: { accepted: of('ACCEPTED_PENDING') },
          when: ({ some }) => some('OUTSTANDING') && some('ACCEPTED_PENDING'),
        },
        {
          id: 'overdue',
          clause: true,
          text: { zh: '超过完成时限{overdue}个', en: 'past the deadline: {overdue}' },
          figures: { overdue: of('OVERDUE') },
          when: ({ some }) => some('OVERDUE'),
        },
        {
          id: 'none-overdue',
          clause: true,
          text: { zh: '均未超过完成时限', en: 'none is past its deadline' },
          when: ({ some }) => some('OUTSTANDING') && !some('OVERDUE'),
        },
        {
          id: 'relapsed',
          clause: true,
          text: { zh: '出现反弹{relapsed}个', en: 'relapsed: {relapsed}' },
          figures: { relapsed: of('RELAPSED') },
          when: ({ some }) => some('RELAPSED'),
        },
      ],
    },
    {
      id: 'causes',
      lead: { zh: '从主要情形看，', en: 'By primary cause: ' },
      sentences: [
        {
          id: 'cause',
          text: { zh: '{cause}{number}个', en: '{cause}: {number}' },
          each: causes,
          between: { zh: '，', en: '; ' },
          when: ({ some }) => some('IDENTIFIED'),
        },
        {
          id: 'causes-end',
          text: { zh: '。', en: '.' },
          when: ({ some }) => some('IDENTIFIED'),
        },
      ],
    },
  ],
};
