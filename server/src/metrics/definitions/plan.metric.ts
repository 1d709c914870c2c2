import { isOverdue } from '../../ledger/temporal/index.ts';
import { measure } from '../base.ts';
import { measures as base } from '../bases/case-details.ts';
import { cases } from '../bases/cases.ts';
import type { MetricSpec } from '../metric.ts';

const counted = { unit: 'ITEMS', format: 'INTEGER', group: 'plan' } as const;

const planned = measure(base, 'measures');
const done = measure(base, 'measures_done', { where: (c) => c.done, day: 'doneOn' });
const doneOfPlanned = measure(base, 'measures_done_of_planned', { where: (c) => c.done });
const late = measure(base, 'measures_overdue', {
  where: (c) => isOverdue(c.done, c.dueOn, c.day),
  day: 'dueOn',
});
const filled = measure(cases, 'items_filled', { amount: (c) => c.itemsFilled });
const due = measure(cases, 'items_due', { amount: (c) => c.itemsDue });

/** Measures of the plans, and whether what each case must have is in place. */
export const planMetrics = {
  MEASURES: {
    ...counted,
    label: { zh: '措施数', en: 'Measures' },
    definition: {
      zh: '截至统计日已认定的党组织在“一村一策”中列出的整改措施条数。',
      en: 'Measures in the plans of the organisations identified on or before the day.',
    },
    formula: { zh: '措施条数', en: 'number of measures' },
    polarity: 'NEUTRAL',
    numerator: planned,
  },
  MEASURES_DONE: {
    ...counted,
    label: { zh: '措施完成数', en: 'Measures done' },
    definition: { zh: '完成日期不晚于统计日的措施条数。', en: 'Measures done on or before the day.' },
    formula: { zh: '完成日期 ≤ 统计日的措施条数', en: 'number of measures with done_on <= day of the report' },
    polarity: 'HIGHER_IS_BETTER',
    numerator: done,
  },
  MEASURES_OVERDUE: {
    ...counted,
    label: { zh: '措施逾期数', en: 'Measures overdue' },
    definition: {
      zh: '完成时限早于统计日、至统计日仍未完成的措施条数；未定时限的不计逾期。',
      en: 'Measures whose deadline is before the day and which are not done by then; without a deadline none is overdue.',
    },
    formula: {
      zh: '未完成且完成时限 < 统计日的措施条数',
      en: 'number of measures not done with due_on < day of the report',
    },
    polarity: 'LOWER_IS_BETTER',
    numerator: late,
  },
  MEASURE_RATE: {
    label: { zh: '措施完成率', en: 'Measures completed' },
    definition: {
      zh: '已完成措施占全部措施的比重。按周、按月分列时，以所属党组织的认定日期归期。',
      en: 'Share of the measures that are done. By week or month, both parts go by the day of identification of the case.',
    },
    formula: { zh: '措施完成数 ÷ 措施数', en: 'MEASURES_DONE / MEASURES' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'plan',
    numerator: doneOfPlanned,
    denominator: planned,
  },
  PLAN_COMPLETENESS: {
    label: { zh: '五个一落实率', en: 'Five ones in place' },
    definition: {
      zh: '按本批次落实清单（默认为“五个一”：一本台账、一个联系单位、一名挂钩领导、一套措施、一个工作机制）逐案核对，统计日已落实的项数占应落实项数的比重。台账以立案为准，措施以列出一条为准，其余以统计日在任的联系人或联系单位为准。',
      en: "Each case is held against the campaign's checklist (by default the five ones: ledger, contact unit, contact leader, measures, mechanism): items in place on the day as a share of items due. The ledger is in place with the case, the measures with the first of them, a contact if it holds on the day.",
    },
    formula: {
      zh: '已落实项数 ÷（排查认定数 × 清单项数）',
      en: 'items in place / (IDENTIFIED x items of the checklist)',
    },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'plan',
    numerator: filled,
    denominator: due,
  },
} as const satisfies Record<string, MetricSpec>;
