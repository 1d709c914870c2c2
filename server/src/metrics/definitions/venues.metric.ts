import { sql } from 'kysely';
import { measure } from '../base.ts';
import { venueFunds, venues } from '../bases/campaign-facts.ts';
import type { MetricSpec, Remark } from '../metric.ts';
import { identified } from './cases.metric.ts';
import { covers } from './coverage.ts';

const needed = measure(venues, 'venues');
const done = measure(venues, 'venues_done', { where: (c) => c.done, day: 'doneOn' });
const cost = measure(venues, 'venue_cost', { amount: (c) => c.estimate, yuan: true, coverage: covers.venueEstimate });
const raised = measure(venueFunds, 'venue_raised', { amount: (c) => c.amount, yuan: true });
const gap = measure(venues, 'venue_gap', {
  amount: (c) => sql`case when ${c.estimate} is not null then greatest(${c.estimate} - ${c.raised}, 0) end`,
  yuan: true,
  coverage: covers.venueEstimate,
});
const ofIdentified = measure(venues, 'venues_of_identified', { where: (c) => c.ofIdentified });

const withoutEstimate: Remark = {
  rows: measure(venues, 'venues_without_estimate', { where: (c) => sql`${c.estimate} is null` }),
  text: (rows) => ({ zh: `${rows} 处无概算`, en: `${rows} without an estimate` }),
};

/** Venues to build, rebuild or repair, and their money. */
export const venueMetrics = {
  VENUES_NEEDED: {
    label: { zh: '需建场所数', en: 'Venues needed' },
    definition: {
      zh: '截至统计日认定需新建、改扩建、修缮的活动场所数，含已建成的。',
      en: 'Venues found on or before the day to need building, rebuilding or repair, those done since included.',
    },
    formula: { zh: '需建场所条数', en: 'number of venues' },
    unit: 'PLACES',
    format: 'INTEGER',
    polarity: 'NEUTRAL',
    group: 'venues',
    numerator: needed,
  },
  VENUES_DONE: {
    label: { zh: '已建成场所数', en: 'Venues done' },
    definition: { zh: '完成日期不晚于统计日的场所数。', en: 'Venues done on or before the day.' },
    formula: { zh: '完成日期 ≤ 统计日的场所条数', en: 'number of venues with done_on <= day of the report' },
    unit: 'PLACES',
    format: 'INTEGER',
    polarity: 'HIGHER_IS_BETTER',
    group: 'venues',
    numerator: done,
  },
  VENUE_COST: {
    label: { zh: '场所概算', en: 'Venue cost' },
    definition: {
      zh: '需建场所概算之和；无概算的不计入金额，并注明处数。',
      en: 'Sum of the estimates; a venue without one adds nothing, and the figure says how many there are.',
    },
    formula: { zh: '∑ 概算', en: 'sum(estimate_yuan)' },
    unit: 'YUAN',
    format: 'MONEY',
    polarity: 'NEUTRAL',
    group: 'venues',
    numerator: cost,
    remark: withoutEstimate,
  },
  VENUE_RAISED: {
    label: { zh: '场所资金已落实', en: 'Venue funds raised' },
    definition: {
      zh: '截至统计日到位的场所建设资金，上级、县乡、村级及其他来源合计。',
      en: 'Venue money received on or before the day, from the upper level, county and town, village and others.',
    },
    formula: { zh: '∑ 场所资金金额', en: 'sum(amount_yuan) of venue funds' },
    unit: 'YUAN',
    format: 'MONEY',
    polarity: 'HIGHER_IS_BETTER',
    group: 'venues',
    numerator: raised,
  },
  VENUE_GAP: {
    label: { zh: '场所资金缺口', en: 'Venue gap' },
    definition: {
      zh: '逐处计算概算减已落实资金的差额，超筹的按零计，不以甲处结余抵乙处缺口；无概算的不计入金额，并注明处数。',
      en: 'For each venue its estimate less what was raised for it, never below zero, so that a surplus here does not hide a gap there; a venue without an estimate adds nothing, and the figure says how many there are.',
    },
    formula: { zh: '∑ max（概算 − 已落实，0）', en: 'sum over venues of max(estimate − raised, 0)' },
    unit: 'YUAN',
    format: 'MONEY',
    polarity: 'LOWER_IS_BETTER',
    group: 'venues',
    numerator: gap,
    remark: withoutEstimate,
  },
  VENUE_NEED_SHARE: {
    label: { zh: '需建占比', en: 'Share needing a venue' },
    definition: {
      zh: '已认定党组织中需新建、改扩建、修缮活动场所的占比；未列入台账单位的场所不计入分子。',
      en: 'Venues needed by identified organisations as a share of those organisations; venues of units that are not on the ledger are left out.',
    },
    formula: { zh: '已认定党组织的需建场所数 ÷ 排查认定数', en: 'venues of identified organisations / IDENTIFIED' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'LOWER_IS_BETTER',
    group: 'venues',
    numerator: ofIdentified,
    denominator: identified,
  },
} as const satisfies Record<string, MetricSpec>;
