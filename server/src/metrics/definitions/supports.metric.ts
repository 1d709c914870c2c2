import { sql } from 'kysely';
import { measure } from '../base.ts';
import { projectFunds, supports } from '../bases/campaign-facts.ts';
import type { MetricSpec } from '../metric.ts';

const sumOf = (item: string) =>
  measure(supports, item, {
    where: (c) => sql`${c.item} = ${sql.lit(item)}`,
    amount: (c) => c.count,
    atLeast: (c) => c.atLeast,
  });

const given = { format: 'INTEGER', polarity: 'NEUTRAL', group: 'support' } as const;

/** Who was sent or paired to help, and the money won through them. */
export const supportMetrics = {
  STATIONED_CADRES: {
    ...given,
    unit: 'PERSONS',
    label: { zh: '驻村干部数', en: 'Stationed cadres' },
    definition: { zh: '截至统计日选派的驻村干部人数。', en: 'Cadres stationed in villages up to the day.' },
    formula: { zh: '∑ 驻村干部人数', en: 'sum(count) of stationed_cadre' },
    numerator: sumOf('stationed_cadre'),
  },
  TWINNED_UNITS: {
    ...given,
    unit: 'UNITS',
    label: { zh: '结对单位数', en: 'Twinned units' },
    definition: {
      zh: '截至统计日结对帮扶单位数；同一单位结对多个村的，按登记次数计。',
      en: 'Units twinned with organisations up to the day; a unit twinned with several villages counts as often as it is entered.',
    },
    formula: { zh: '∑ 结对单位数', en: 'sum(count) of twinned_unit' },
    numerator: sumOf('twinned_unit'),
  },
  FIRST_SECRETARIES: {
    ...given,
    unit: 'PERSONS',
    label: { zh: '第一书记数', en: 'First secretaries' },
    definition: { zh: '截至统计日选派的第一书记人数。', en: 'First secretaries sent up to the day.' },
    formula: { zh: '∑ 第一书记人数', en: 'sum(count) of first_secretary' },
    numerator: sumOf('first_secretary'),
  },
  STRONG_VILLAGE_PAIRS: {
    ...given,
    unit: 'VILLAGES',
    label: { zh: '强村带弱村数', en: 'Strong-village pairs' },
    definition: {
      zh: '截至统计日与先进村结对的弱村数。',
      en: 'Weak villages paired with a strong village up to the day.',
    },
    formula: { zh: '∑ 结对村数', en: 'sum(count) of strong_village_pair' },
    numerator: sumOf('strong_village_pair'),
  },
  THEME_DAY_BRANCHES: {
    ...given,
    unit: 'BRANCHES',
    label: { zh: '主题党日支部数', en: 'Branches in the theme day' },
    definition: {
      zh: '截至统计日参加主题党日活动的党支部数，按登记数相加。',
      en: 'Party branches taking part in the theme day up to the day, as entered.',
    },
    formula: { zh: '∑ 主题党日支部数', en: 'sum(count) of branch_theme_day' },
    numerator: sumOf('branch_theme_day'),
  },
  PROBLEMS_HELPED: {
    ...given,
    unit: 'UNITS',
    polarity: 'HIGHER_IS_BETTER',
    label: { zh: '帮助解决难题的组织数', en: 'Organisations helped past a problem' },
    definition: {
      zh: '截至统计日在帮扶下解决突出难题的党组织数；以“余”“+”登记的为下限，汇总后仍为下限。',
      en: 'Organisations helped past a hard problem up to the day; a lower bound ("30+") stays a lower bound in the total.',
    },
    formula: { zh: '∑ 帮助解决难题的组织数', en: 'sum(count) of problem_helped' },
    numerator: sumOf('problem_helped'),
  },
  PROJECT_FUNDS: {
    ...given,
    unit: 'YUAN',
    format: 'MONEY',
    polarity: 'HIGHER_IS_BETTER',
    label: { zh: '争取资金', en: 'Funds won' },
    definition: {
      zh: '截至统计日通过挂钩单位等渠道争取到位的帮扶资金，不含场所资金和运转经费。',
      en: 'Money won through linked units and the like and received on or before the day; venue and operating funds are apart.',
    },
    formula: { zh: '∑ 帮扶资金金额', en: 'sum(amount_yuan) of project funds' },
    numerator: measure(projectFunds, 'project_funds', { amount: (c) => c.amount, yuan: true }),
  },
} as const satisfies Record<string, MetricSpec>;
