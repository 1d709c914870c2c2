import { metric as of } from './bind.ts';
import { clauseOf } from './clause.ts';
import type { ParagraphPlan } from './sentence.ts';

/** Venues, funds and pay, and what people say: the part of 主要做法 that is about money and results. */
export const MONEY_PARAGRAPHS: readonly ParagraphPlan[] = [
  {
    id: 'venues',
    lead: { zh: '改善活动场所。', en: 'Venues: ' },
    sentences: [
      clauseOf(
        'VENUES_NEEDED',
        '需新建、改扩建、修缮活动场所{figure}个',
        '{figure} {figure:venue|venues} to build, rebuild or repair',
      ),
      clauseOf('VENUES_DONE', '已建成{figure}个', 'done: {figure}'),
      clauseOf('VENUE_COST', '概算{figure}', 'estimated cost {figure}'),
      clauseOf('VENUE_RAISED', '已落实{figure}', 'raised {figure}'),
    ],
  },
  {
    id: 'funds',
    lead: { zh: '落实经费待遇。', en: 'Funds and pay: ' },
    sentences: [
      {
        id: 'operating',
        clause: true,
        text: {
          zh: '村级组织运转经费应拨{due}，已拨{paid}，拨付率{rate}',
          en: 'operating funds: {due} due, {paid} paid ({rate})',
        },
        figures: { due: of('OPERATING_DUE'), paid: of('OPERATING_PAID'), rate: of('OPERATING_RATE') },
        when: ({ some }) => some('OPERATING_DUE') && some('OPERATING_PAID'),
      },
      clauseOf('LEADING_PAY_INCREASE', '村主干月报酬{figure}', 'monthly pay of leading cadres {figure}'),
      clauseOf('GENERAL_PAY_INCREASE', '一般干部月报酬{figure}', 'monthly pay of general cadres {figure}'),
      clauseOf('PAID_ON_TIME', '报酬按时发放率{figure}', 'paid on time: {figure}'),
    ],
  },
  {
    id: 'acceptance',
    lead: { zh: '从严考评验收。', en: 'Acceptance: ' },
    sentences: [
      clauseOf('GRADE_GOOD', '验收评为“好”的{figure}个', 'graded good: {figure}'),
      clauseOf('GRADE_FAIRLY_GOOD', '评为“较好”的{figure}个', 'fairly good: {figure}'),
      clauseOf('GRADE_AVERAGE', '评为“一般”的{figure}个', 'average: {figure}'),
      clauseOf('GRADE_POOR', '评为“差”的{figure}个', 'poor: {figure}'),
      clauseOf('SATISFACTION', '群众满意度{figure}', 'satisfaction in ballots: {figure}'),
    ],
  },
];
