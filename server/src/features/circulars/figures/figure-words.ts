import type { Text } from '../../../domain/text.ts';
import type { CaseBinding, DayBinding, ListId, MetricBinding } from '../content/binding.ts';

/** What each list holds, in words; the rules are those of docs/domain.md#arithmetic. */
export const LIST_WORDS: Readonly<Record<ListId, { readonly label: Text; readonly definition: Text }>> = {
  ALL_DONE: {
    label: { zh: '全部完成的下级单位', en: 'Units that are done' },
    definition: {
      zh: '有认定对象且全部完成整顿的下级单位，按区划顺序。',
      en: 'Units below with identified organisations, all of them rectified, in division order.',
    },
  },
  BELOW_AVERAGE: {
    label: { zh: '完成率低于平均水平的下级单位', en: 'Units below the average' },
    definition: {
      zh: '完成率低于本级合计完成率的下级单位，按通报位次。',
      en: 'Units below whose rectification rate is lower than that of the whole, in the order of the ranking.',
    },
  },
  NO_CASE: {
    label: { zh: '无认定对象的下级单位', en: 'Units without a case' },
    definition: {
      zh: '没有认定对象的下级单位，不排位次。',
      en: 'Units below without an identified organisation; they are not ranked.',
    },
  },
  OUTSTANDING: {
    label: { zh: '未完成整顿的党组织', en: 'Outstanding organisations' },
    definition: {
      zh: '已认定、截至统计日尚未完成整顿的党组织。',
      en: 'Organisations identified and not rectified on the day.',
    },
  },
  OVERDUE: {
    label: { zh: '逾期的党组织', en: 'Overdue organisations' },
    definition: {
      zh: '未完成整顿且完成时限早于统计日的党组织。',
      en: 'Outstanding organisations whose deadline is before the day.',
    },
  },
  RELAPSED: {
    label: { zh: '反弹的党组织', en: 'Relapsed organisations' },
    definition: { zh: '统计日状态为反弹的党组织。', en: 'Organisations whose state on the day is relapsed.' },
  },
  ACCEPTED_PENDING: {
    label: { zh: '已验收未销号的党组织', en: 'Accepted, not struck off' },
    definition: {
      zh: '统计日状态为已验收、尚未销号的党组织。',
      en: 'Organisations accepted and not struck off on the day.',
    },
  },
  ACTIVITIES: {
    label: { zh: '已开展的活动', en: 'Activities held' },
    definition: {
      zh: '上期通报以来已举行、登记了通报用语的活动；没有上期通报的，为整顿工作开展以来。',
      en: 'Activities held since the last sealed circular that have a sentence to print; without one, since the campaign began.',
    },
  },
  PLANNED: {
    label: { zh: '计划开展的活动', en: 'Activities planned' },
    definition: {
      zh: '统计日之后计划举行、登记了通报用语的活动。',
      en: 'Activities planned for days after the cut-off that have a sentence to print.',
    },
  },
  GOOD_PRACTICES: {
    label: { zh: '典型做法', en: 'Good practice' },
    definition: {
      zh: '上期通报以来的典型做法；没有上期通报的，为整顿工作开展以来。',
      en: 'Good practice since the last sealed circular; without one, since the campaign began.',
    },
  },
};

export const DAY_WORDS: Readonly<Record<DayBinding['day'], Text>> = {
  asOf: { zh: '统计截止日', en: 'Cut-off day' },
  previous: { zh: '上期统计截止日', en: 'Cut-off day of the last circular' },
  deadline: { zh: '本批次完成期限', en: 'Deadline of the campaign' },
  reply: { zh: '报送整改情况的时限（统计截止日后若干天）', en: 'Day by which to answer (some days after the cut-off)' },
};

export const CASE_WORDS: Readonly<Record<CaseBinding['field'], Text>> = {
  unit: { zh: '党组织名称', en: 'Organisation' },
  cause: { zh: '主要情形', en: 'Primary cause' },
  symptoms: { zh: '具体表现', en: 'How it shows' },
  deadline: { zh: '完成时限', en: 'Deadline' },
  leader: {
    zh: '责任领导职务（挂钩领导，未落实的为乡镇挂钩领导）',
    en: 'Post of the contact leader, else of the town leader',
  },
  daysOverdue: { zh: '逾期天数', en: 'Days overdue' },
  state: { zh: '统计日状态', en: 'State on the day' },
};

export const PART_WORDS: Readonly<Record<MetricBinding['part'], Text>> = {
  value: { zh: '', en: '' },
  numerator: { zh: '（分子）', en: ' (numerator)' },
  denominator: { zh: '（分母）', en: ' (denominator)' },
  rest: { zh: '（其余部分）', en: ' (the rest to 100 %)' },
  note: { zh: '（附注）', en: ' (remark)' },
};

export const TIME_WORDS: Readonly<Record<MetricBinding['at'], Text>> = {
  now: { zh: '', en: '' },
  previous: { zh: '，上期', en: ', last circular' },
  change: { zh: '，较上期变化', en: ', change since the last circular' },
};

export const RANK_DEFINITION: Text = {
  zh: '依次按完成率、未完成数、逾期数排列，相同的并列；没有认定对象的记“—”，不排位次。',
  en: 'By rate, then outstanding, then overdue; ties share a rank, and a unit without a case has none (—).',
};
