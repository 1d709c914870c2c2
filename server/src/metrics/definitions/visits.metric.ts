import { sql } from 'kysely';
import { measure } from '../base.ts';
import { caseMonths, visits as base } from '../bases/case-details.ts';
import type { MetricSpec } from '../metric.ts';

const visits = measure(base, 'visits');
const found = measure(base, 'problems_found', { amount: (c) => c.found, atLeast: (c) => c.foundAtLeast });
const solved = measure(base, 'problems_solved', { amount: (c) => c.solved, atLeast: (c) => c.solvedAtLeast });
const months = measure(caseMonths, 'case_months');
const kept = measure(caseMonths, 'case_months_kept', { where: (c) => sql`${c.visits} >= ${c.duty}` });
const withoutDuty = measure(caseMonths, 'case_months_without_duty', { where: (c) => sql`${c.duty} is null` });

/** Visits to the organisations, and whether the contact leaders pay as many as they must. */
export const visitMetrics = {
  VISITS: {
    label: { zh: '走访次数', en: 'Visits' },
    definition: {
      zh: '截至统计日，各类挂钩联系人到被整顿党组织走访的次数。',
      en: 'Visits to the organisations of the campaign, by contacts of any role, on or before the day.',
    },
    formula: { zh: '走访记录条数', en: 'number of visits' },
    unit: 'TIMES',
    format: 'INTEGER',
    polarity: 'HIGHER_IS_BETTER',
    group: 'visits',
    numerator: visits,
  },
  PROBLEMS_FOUND: {
    label: { zh: '发现问题数', en: 'Problems found' },
    definition: {
      zh: '截至统计日历次走访发现的问题之和；未填写的不计，均未填写的无数据。',
      en: 'Problems found on the visits up to the day; a blank adds nothing, and all blanks are no figure.',
    },
    formula: { zh: '∑ 发现问题', en: 'sum(problems_found)' },
    unit: 'PROBLEMS',
    format: 'INTEGER',
    polarity: 'NEUTRAL',
    group: 'visits',
    numerator: found,
  },
  PROBLEMS_SOLVED: {
    label: { zh: '解决问题数', en: 'Problems solved' },
    definition: {
      zh: '截至统计日历次走访解决的问题之和；未填写的不计，均未填写的无数据。',
      en: 'Problems solved on the visits up to the day; a blank adds nothing, and all blanks are no figure.',
    },
    formula: { zh: '∑ 解决问题', en: 'sum(problems_solved)' },
    unit: 'PROBLEMS',
    format: 'INTEGER',
    polarity: 'HIGHER_IS_BETTER',
    group: 'visits',
    numerator: solved,
  },
  VISIT_COMPLIANCE: {
    label: { zh: '走访达标率', en: 'Visit compliance' },
    definition: {
      zh: '挂钩领导当月走访次数达到本批次规定次数的“案·月”占全部应走访“案·月”的比重。应走访月份为自认定之日起、至统计日或首次完成整顿之前、当月有挂钩领导的完整自然月。',
      en: "Share of case-months in which the contact leader paid at least the campaign's number of visits. A case-month counts if it is a full calendar month after identification, ended by the day and before the case was first rectified, and had a contact leader.",
    },
    formula: {
      zh: '走访次数 ≥ 每月走访次数的案·月数 ÷ 应走访案·月数',
      en: 'case-months with leader visits >= visits_per_month / case-months',
    },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'visits',
    numerator: kept,
    denominator: months,
    remark: {
      rows: withoutDuty,
      voids: true,
      text: () => ({ zh: '本批次未规定每月走访次数', en: 'the campaign sets no number of visits a month' }),
    },
  },
} as const satisfies Record<string, MetricSpec>;
