import { sql } from 'kysely';
import { isOverdue } from '../../ledger/temporal/index.ts';
import { measure } from '../base.ts';
import { cases } from '../bases/cases.ts';
import { communities, villages } from '../bases/listed-units.ts';
import type { MetricSpec } from '../metric.ts';

const counted = { unit: 'CASES', format: 'INTEGER', group: 'progress' } as const;

export const identified = measure(cases, 'identified');
const rectified = measure(cases, 'rectified', { where: (c) => c.rectified, day: 'rectifiedOn' });
const rectifiedOfIdentified = measure(cases, 'rectified_of_identified', { where: (c) => c.rectified });
const outstanding = measure(cases, 'outstanding', { where: (c) => sql`not ${c.rectified}` });
const acceptedPending = measure(cases, 'accepted_pending', {
  where: (c) => sql`${c.state} = 'accepted'`,
  day: 'stateSince',
});
const overdue = measure(cases, 'overdue', {
  where: (c) => isOverdue(c.rectified, c.deadline, c.day),
  day: 'deadline',
});
const relapsed = measure(cases, 'relapsed', { where: (c) => c.relapsed, day: 'relapsedOn' });
const inVillages = measure(cases, 'in_villages', { where: (c) => sql`${c.kind} = 'village'` });
const inCommunities = measure(cases, 'in_communities', { where: (c) => sql`${c.kind} = 'community'` });
const daysToRectify = measure(cases, 'days_to_rectify', {
  where: (c) => c.rectified,
  amount: (c) => c.daysToRectify,
  day: 'rectifiedOn',
});
const weakEconomy = measure(cases, 'weak_economy', { where: (c) => sql`'C14' = any (${c.causes})` });

const all = (base: typeof villages) =>
  measure(base, base.name, {
    where: (c) => c.counts,
    amount: (c) => c.units,
    part: () => ({ where: (c) => c.listed, amount: (c) => c.units }),
    counts: true,
  });

/** Villages that a share is taken of: declared by the campaign at its own unit, else counted in the tree. */
export const villageCount = all(villages);

export const caseMetrics = {
  IDENTIFIED: {
    ...counted,
    label: { zh: '排查认定数', en: 'Identified' },
    definition: {
      zh: '截至统计日，列入本批次台账、认定日期不晚于统计日的软弱涣散基层党组织数；同一党组织在本批次内多次立案的只计一次，以最近一次认定的台账为准。',
      en: 'Organisations on the ledger of the campaign whose day of identification is on or before the day of the report. One with several cases in the campaign counts once, by its latest case.',
    },
    formula: {
      zh: '认定日期 ≤ 统计日的党组织数',
      en: 'number of organisations with a case with identified_on <= day of the report',
    },
    polarity: 'NEUTRAL',
    numerator: identified,
  },
  RECTIFIED: {
    ...counted,
    label: { zh: '完成整顿数', en: 'Rectified' },
    definition: {
      zh: '已认定的党组织中，统计日所处状态达到或超过本批次“计为完成的状态”（默认已销号）的个数；已反弹的不再计入。',
      en: "Of those identified, the ones whose state on the day is the campaign's rectified state (struck off unless it says otherwise) or a later one; a relapsed case no longer counts.",
    },
    formula: {
      zh: '统计日状态 ≥ 计为完成的状态，且不为反弹的台账条数',
      en: 'number of cases with state >= rectified_from and state <> relapsed',
    },
    polarity: 'HIGHER_IS_BETTER',
    numerator: rectified,
  },
  OUTSTANDING: {
    ...counted,
    label: { zh: '未完成数', en: 'Outstanding' },
    definition: {
      zh: '已认定但截至统计日尚未完成整顿的党组织数；反弹的计为未完成。',
      en: 'Organisations identified and not rectified on the day; a relapsed case is outstanding.',
    },
    formula: { zh: '排查认定数 − 完成整顿数', en: 'IDENTIFIED − RECTIFIED' },
    polarity: 'LOWER_IS_BETTER',
    numerator: outstanding,
  },
  RECTIFICATION_RATE: {
    label: { zh: '完成率', en: 'Rectification rate' },
    definition: {
      zh: '完成整顿数占排查认定数的比重。按周、按月分列时，分子、分母均以认定日期归期。',
      en: 'Share of the identified organisations that are rectified. By week or month, both parts go by the day of identification.',
    },
    formula: { zh: '完成整顿数 ÷ 排查认定数', en: 'RECTIFIED / IDENTIFIED' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'HIGHER_IS_BETTER',
    group: 'progress',
    numerator: rectifiedOfIdentified,
    denominator: identified,
  },
  ACCEPTED_PENDING: {
    ...counted,
    label: { zh: '已验收未销号数', en: 'Accepted, not struck off' },
    definition: {
      zh: '统计日状态为“已验收”、尚未销号的党组织数。',
      en: 'Organisations whose state on the day is "accepted": they passed, and the county has not struck them off.',
    },
    formula: { zh: '统计日状态 = 已验收的台账条数', en: 'number of cases with state = accepted' },
    polarity: 'NEUTRAL',
    numerator: acceptedPending,
  },
  OVERDUE: {
    ...counted,
    label: { zh: '逾期数', en: 'Overdue' },
    definition: {
      zh: '未完成整顿且完成时限早于统计日的党组织数；个案未定时限的，按本批次完成期限；二者均无的，不计逾期。',
      en: "Outstanding organisations whose deadline, or else the campaign's, is before the day; without either, a case is never overdue.",
    },
    formula: {
      zh: '未完成且完成时限 < 统计日的台账条数',
      en: 'number of outstanding cases with deadline < day of the report',
    },
    polarity: 'LOWER_IS_BETTER',
    numerator: overdue,
  },
  RELAPSED: {
    ...counted,
    label: { zh: '反弹数', en: 'Relapsed' },
    definition: {
      zh: '在本批次内有台账统计日状态为“反弹”、且此后尚未再次完成整顿的党组织数；反弹后重新立案的，再次完成整顿前仍计入。',
      en: 'Organisations with a case whose state on the day is "relapsed" and which are not rectified again since. One that was taken up again by a new case counts until that one is rectified.',
    },
    formula: {
      zh: '有反弹台账且最近一次台账未完成的党组织数',
      en: 'number of organisations with a relapsed case whose latest case is not rectified',
    },
    polarity: 'LOWER_IS_BETTER',
    numerator: relapsed,
  },
  IDENTIFICATION_RATIO: {
    label: { zh: '排查比例', en: 'Identification ratio' },
    definition: {
      zh: '被认定的村占全部村的比例，社区不计在内。分母在本批次所在单位取其申报村数，未申报的以及其他单位，取统计日行政区划中的村数（示例单位除外）。',
      en: "Share of villages that are identified; communities are left out. At the campaign's own unit the villages are those it declared; elsewhere, or if it declared none, those of the tree on the day (without illustrative units).",
    },
    formula: { zh: '单位类型为村的排查认定数 ÷ 村数', en: 'identified cases in villages / villages' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'NEUTRAL',
    group: 'progress',
    numerator: inVillages,
    denominator: villageCount,
  },
  COMMUNITY_IDENTIFICATION_RATIO: {
    label: { zh: '社区排查比例', en: 'Identification ratio, communities' },
    definition: {
      zh: '被认定的社区占全部社区的比例，村和其他类型不计在内。分母在本批次所在单位取其申报社区数，未申报的以及其他单位，取统计日行政区划中的社区数（示例单位除外）；没有社区的，无此比例。',
      en: "Share of communities that are identified; villages and other kinds are left out. At the campaign's own unit the communities are those it declared; elsewhere, or if it declared none, those of the tree on the day (without illustrative units). Without a community there is no ratio.",
    },
    formula: { zh: '单位类型为社区的排查认定数 ÷ 社区数', en: 'identified cases in communities / communities' },
    unit: 'SHARE',
    format: 'PERCENT',
    polarity: 'NEUTRAL',
    group: 'progress',
    numerator: inCommunities,
    denominator: all(communities),
  },
  DAYS_TO_RECTIFY: {
    label: { zh: '平均整顿天数', en: 'Mean days to rectify' },
    definition: {
      zh: '已完成整顿的党组织，从认定之日到首次完成整顿之日的天数的平均值。',
      en: 'Mean number of days from identification to the first day of being rectified, over the organisations that are rectified.',
    },
    formula: {
      zh: '∑（首次完成日期 − 认定日期）÷ 完成整顿数',
      en: 'sum(first rectified day − identified_on) / RECTIFIED',
    },
    unit: 'DAYS',
    format: 'DECIMAL',
    polarity: 'LOWER_IS_BETTER',
    group: 'progress',
    numerator: daysToRectify,
    denominator: rectified,
  },
  WEAK_ECONOMY: {
    ...counted,
    group: 'economy',
    label: { zh: '集体经济薄弱数', en: 'Weak collective economy' },
    definition: {
      zh: '已认定的党组织中，主要情形或其他情形含“集体经济薄弱”（C14）的个数。',
      en: 'Identified organisations with weak collective economy (C14) as their primary or another cause.',
    },
    formula: { zh: '主要情形或其他情形含 C14 的台账条数', en: 'number of cases with C14 among their causes' },
    polarity: 'LOWER_IS_BETTER',
    numerator: weakEconomy,
  },
} as const satisfies Record<string, MetricSpec>;

/** Measures that the order of units goes by. */
export const declaredMeasures = { identified, rectified, outstanding, overdue };

/** Exclusive segments of a unit's bar, by the state of the latest case as every mark on screen; with the rectified ones they sum to the identified ones. */
export const caseSegments = {
  relapsed: measure(cases, 'segment_relapsed', { where: (c) => sql`${c.state} = 'relapsed'` }),
  acceptedPending: measure(cases, 'segment_accepted', {
    where: (c) => sql`${c.state} = 'accepted' and not ${c.rectified}`,
  }),
  overdue: measure(cases, 'segment_overdue', {
    where: (c) => sql`not ${c.rectified} and ${c.state} not in ('accepted', 'relapsed')
      and coalesce(${c.deadline} < ${c.day}, false)`,
  }),
  inWork: measure(cases, 'segment_in_work', {
    where: (c) => sql`not ${c.rectified} and ${c.state} not in ('accepted', 'relapsed')
      and coalesce(${c.deadline} >= ${c.day}, true)`,
  }),
};
