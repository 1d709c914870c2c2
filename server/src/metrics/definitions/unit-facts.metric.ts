import { sql } from 'kysely';
import type { Text } from '../../domain/text.ts';
import { measure } from '../base.ts';
import { economy, operatingFunds, remuneration } from '../bases/unit-facts.ts';
import type { MetricSpec, Remark } from '../metric.ts';
import { covers } from './coverage.ts';

const coverage = covers.operatingFunds;
const due = measure(operatingFunds, 'operating_due', { amount: (c) => c.due, yuan: true, coverage });
const paid = measure(operatingFunds, 'operating_paid', {
  where: (c) => c.paidByDay,
  amount: (c) => c.paid,
  yuan: true,
  day: 'paidOn',
  coverage,
});
const gap = measure(operatingFunds, 'operating_gap', { amount: (c) => c.gap, yuan: true, coverage });

const withoutDue: Remark = {
  rows: measure(operatingFunds, 'operating_without_due', { where: (c) => sql`${c.due} is null` }),
  text: (rows) => ({
    zh: `${rows} 个单位无应拨数（未填且人口不详）`,
    en: `${rows} units without an amount due (none given, population unknown)`,
  }),
};

const money = { unit: 'YUAN', format: 'MONEY', group: 'operating' } as const;

const increase = (cadre: 'leading' | 'general', label: Text, who: Text) =>
  ({
    label,
    definition: {
      zh: `各单位${who.zh}在统计日执行的最近一次报酬标准，调整后月报酬总额较调整前增长的百分比，按人数加权；不对各单位增幅求平均。`,
      en: `By how much the total monthly pay of ${who.en} rose with the latest adjustment in effect on the day, weighted by headcount; percentages of units are never averaged.`,
    },
    formula: {
      zh: '∑（人数 × 调整后月报酬）÷ ∑（人数 × 调整前月报酬）− 1',
      en: 'sum(headcount x after) / sum(headcount x before) − 1',
    },
    unit: 'SHARE',
    format: 'SIGNED_PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'remuneration',
    numerator: measure(remuneration, `${cadre}_rise`, {
      where: (c) => sql`${c.class} = ${sql.lit(cadre)}`,
      amount: (c) => c.rise,
      yuan: true,
      coverage: covers[`${cadre}Pay`],
    }),
    denominator: measure(remuneration, `${cadre}_before`, {
      where: (c) => sql`${c.class} = ${sql.lit(cadre)}`,
      amount: (c) => c.before,
      yuan: true,
    }),
  }) as const satisfies MetricSpec;

const onTime = measure(remuneration, 'paid_on_time', {
  where: (c) => c.onTime,
  amount: (c) => c.headcount,
  counts: true,
  coverage: covers.payOnTime,
});
const stated = measure(remuneration, 'paid_stated', {
  where: (c) => sql`${c.onTime} is not null`,
  amount: (c) => c.headcount,
  counts: true,
});

/** Facts of a unit that belong to no campaign: operating funds, collective economy, remuneration. */
export const unitMetrics = {
  OPERATING_DUE: {
    ...money,
    label: { zh: '运转经费应拨', en: 'Operating funds due' },
    definition: {
      zh: '统计日所在年度应拨的村级运转经费，只含有本年度登记的单位。登记了应拨数的从其登记；未登记的按县定档次：人口 3000 人及以下 3 万元，3001 至 5000 人 4 万元，5001 人及以上 5 万元，社区 3 万元；人口不详的村不计，并注明个数。',
      en: "Operating funds due for the year of the day to the units with an entry for it: as entered, or else by the county's tiers (population up to 3,000: 30,000 yuan; up to 5,000: 40,000; above: 50,000; a community: 30,000). A village of unknown population adds nothing, and the figure says how many there are.",
    },
    formula: { zh: '∑ 应拨', en: 'sum(due_yuan, or the tier of the county)' },
    polarity: 'NEUTRAL',
    numerator: due,
    remark: withoutDue,
  },
  OPERATING_PAID: {
    ...money,
    label: { zh: '运转经费实拨', en: 'Operating funds paid' },
    definition: {
      zh: '统计日所在年度、截至统计日实际拨付的村级运转经费。',
      en: 'Operating funds of the year of the day paid on or before the day.',
    },
    formula: { zh: '∑ 实拨', en: 'sum(paid_yuan) with paid_on <= day of the report' },
    polarity: 'HIGHER_IS_BETTER',
    numerator: paid,
  },
  OPERATING_GAP: {
    ...money,
    label: { zh: '运转经费缺口', en: 'Operating gap' },
    definition: {
      zh: '逐个单位计算应拨减实拨的差额，超拨的按零计；应拨数不详的不计入金额，并注明个数。',
      en: 'For each unit what is due less what is paid, never below zero; a unit without an amount due adds nothing, and the figure says how many there are.',
    },
    formula: { zh: '∑ max（应拨 − 实拨，0）', en: 'sum over units of max(due − paid, 0)' },
    polarity: 'LOWER_IS_BETTER',
    numerator: gap,
    remark: withoutDue,
  },
  OPERATING_RATE: {
    label: { zh: '运转经费拨付率', en: 'Operating funds paid, share' },
    definition: {
      zh: '实拨占应拨的比重；应拨数不详的单位不计入分母，并注明个数。',
      en: 'What is paid as a share of what is due; a unit without an amount due is not in the denominator, and the figure says how many there are.',
    },
    formula: { zh: '运转经费实拨 ÷ 运转经费应拨', en: 'OPERATING_PAID / OPERATING_DUE' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'operating',
    numerator: paid,
    denominator: due,
    remark: withoutDue,
  },
  COLLECTIVE_INCOME: {
    label: { zh: '集体收入', en: 'Collective income' },
    definition: {
      zh: '统计日所在年度各单位集体经济经营性收入之和。',
      en: 'Operating income of the collective economy in the year of the day.',
    },
    formula: { zh: '∑ 经营性收入', en: 'sum(income_yuan)' },
    unit: 'YUAN',
    format: 'MONEY',
    polarity: 'HIGHER_IS_BETTER',
    group: 'economy',
    numerator: measure(economy, 'collective_income', {
      amount: (c) => c.income,
      yuan: true,
      coverage: covers.economy,
    }),
  },
  NO_INCOME: {
    label: { zh: '空壳村数', en: 'Villages without income' },
    definition: {
      zh: '统计日所在年度集体经济经营性收入为零或负的单位数；未登记的不计。',
      en: 'Units whose collective operating income in the year of the day is zero or less; a unit without an entry is not counted.',
    },
    formula: { zh: '经营性收入 ≤ 0 的单位数', en: 'number of units with income_yuan <= 0' },
    unit: 'VILLAGES',
    format: 'INTEGER',
    polarity: 'LOWER_IS_BETTER',
    group: 'economy',
    numerator: measure(economy, 'no_income', { where: (c) => sql`${c.income} <= 0`, coverage: covers.economy }),
  },
  LEADING_PAY_INCREASE: increase(
    'leading',
    { zh: '村主干报酬增幅', en: 'Pay increase, leading cadres' },
    { zh: '村主干', en: 'leading cadres' },
  ),
  GENERAL_PAY_INCREASE: increase(
    'general',
    { zh: '一般干部报酬增幅', en: 'Pay increase, general cadres' },
    { zh: '一般干部', en: 'general cadres' },
  ),
  PAID_ON_TIME: {
    label: { zh: '报酬按时发放率', en: 'Paid on time' },
    definition: {
      zh: '按时发放报酬的人数占已说明是否按时发放的人数的比重，取各单位各类别在统计日执行的最近一次记录。',
      en: 'Headcount paid on time as a share of the headcount for which it is stated, by the latest entry of each unit and class in effect on the day.',
    },
    formula: { zh: '按时发放人数 ÷ 已说明人数', en: 'sum(headcount paid on time) / sum(headcount stated)' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'remuneration',
    numerator: onTime,
    denominator: stated,
  },
} as const satisfies Record<string, MetricSpec>;
