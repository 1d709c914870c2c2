import {
  CAMPAIGN,
  NOTE,
  UNIT_CODE,
  coded,
  column,
  count,
  countAtLeast,
  day,
  dayOrPart,
  money,
  order,
  sheet,
  text,
  type SheetSpec,
} from './sheet-spec.ts';

const year = column('year', '年度', 'Year', { kind: 'year' }, { identity: true });

export const team = sheet({
  key: 'team',
  zh: '班子建设',
  en: 'Team',
  scope: 'of-campaign-unit',
  effective: 'effective_on',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('item', '事项', 'Item', coded('teamItem'), { identity: true }),
    column('effective_on', '日期', 'Date', day, { identity: true }),
    column('count', '人数', 'Persons', countAtLeast, { beside: 'at_least' }),
    column('term_until', '期限', 'Term until', day, { optional: true }),
    NOTE,
  ],
  rules: [order('effective_on', 'term_until')],
  sums: ['count'],
});

export const supports = sheet({
  key: 'supports',
  zh: '帮扶力量',
  en: 'Support',
  scope: 'of-campaign-unit',
  effective: 'since',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('item', '事项', 'Item', coded('supportItem'), { identity: true }),
    column('since', '起', 'Since', day, { identity: true, target: 'effective_on' }),
    column('count', '数量', 'Number', countAtLeast, { beside: 'at_least' }),
    NOTE,
  ],
  sums: ['count'],
});

export const venues = sheet({
  key: 'venues',
  zh: '活动场所',
  en: 'Venues',
  scope: 'of-campaign-unit',
  effective: 'identified_on',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('way', '方式', 'Way', coded('venueWay')),
    column('estimate_yuan', '概算', 'Estimate', money, { optional: true }),
    column('identified_on', '认定日期', 'Identified on', day, { target: 'effective_on' }),
    column('done_on', '完成日期', 'Done on', day, { optional: true }),
  ],
  rules: [order('identified_on', 'done_on', 'DONE_BEFORE_IDENTIFIED')],
  sums: ['estimate_yuan'],
});

const funds = (key: string, zh: string, en: string): SheetSpec =>
  sheet({
    key,
    zh,
    en,
    scope: 'of-campaign-unit',
    effective: 'received_on',
    columns: [
      CAMPAIGN,
      UNIT_CODE,
      column('source', '来源', 'Source', coded('fundSource'), { identity: true }),
      column('received_on', '到位日期', 'Received on', day, { identity: true, target: 'effective_on' }),
      column('amount_yuan', '金额', 'Amount', money),
    ],
    sums: ['amount_yuan'],
  });

export const venueFunds = funds('venue_funds', '场所资金', 'Venue funds');
export const projectFunds = funds('project_funds', '帮扶资金', 'Project funds');

export const operatingFunds = sheet({
  key: 'operating_funds',
  zh: '运转经费',
  en: 'Operating funds',
  scope: 'of-unit',
  effective: 'year',
  columns: [
    UNIT_CODE,
    year,
    column('due_yuan', '应拨', 'Due', money, { optional: true }),
    column('paid_yuan', '实拨', 'Paid', money),
    column('paid_on', '日期', 'Paid on', day),
  ],
});

export const remuneration = sheet({
  key: 'remuneration',
  zh: '报酬',
  en: 'Remuneration',
  scope: 'of-unit',
  effective: 'effective_on',
  columns: [
    UNIT_CODE,
    column('class', '类别', 'Class of cadre', coded('cadreClass'), { identity: true }),
    column('effective_on', '起', 'From', day, { identity: true }),
    column('headcount', '人数', 'Headcount', count()),
    column('before_yuan', '调整前月报酬', 'Monthly pay before', money),
    column('after_yuan', '调整后月报酬', 'Monthly pay after', money),
    column('paid_on_time', '按时发放', 'Paid on time', { kind: 'bool' }, { optional: true }),
  ],
  sums: ['headcount'],
});

export const economy = sheet({
  key: 'economy',
  zh: '集体经济',
  en: 'Collective economy',
  scope: 'of-unit',
  effective: 'year',
  columns: [UNIT_CODE, year, column('income_yuan', '经营性收入', 'Operating income', { kind: 'money', signed: true })],
});

export const activities = sheet({
  key: 'activities',
  zh: '活动',
  en: 'Activities',
  scope: 'of-campaign-unit',
  effective: 'held_on',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('kind', '类别', 'Kind', coded('activityKind'), { identity: true }),
    column('held_on', '日期', 'Date', dayOrPart, { identity: true, target: 'effective_on' }),
    column('title', '名称', 'Title', text(200), { identity: true }),
    column('status', '状态', 'Status', coded('activityStatus'), { optional: true }),
    column('led_by', '主体', 'Led by', coded('activityLeader'), { optional: true }),
    column('sentence', '通报用语', 'Sentence', text(500), { optional: true }),
    column('sentence_en', '英文通报用语', 'Sentence in English', text(1000), { optional: true }),
    column('attendees', '人数', 'Attendees', countAtLeast, { optional: true }),
    column('count', '次数', 'Times', countAtLeast, { optional: true }),
  ],
});

export const goodPractices = sheet({
  key: 'good_practices',
  zh: '典型做法',
  en: 'Good practice',
  scope: 'of-campaign-unit',
  effective: 'on',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('title', '名称', 'Title', text(200), { identity: true }),
    column('on', '日期', 'Date', day, { target: 'effective_on' }),
    column('sentence', '通报用语', 'Sentence', text(500)),
    column('sentence_en', '英文通报用语', 'Sentence in English', text(1000), { optional: true }),
    column('source', '来源', 'Source', text(200), { optional: true }),
  ],
});

export const reports = sheet({
  key: 'reports',
  zh: '报送',
  en: 'Reports',
  scope: 'of-campaign-unit',
  effective: 'due_on',
  columns: [
    CAMPAIGN,
    UNIT_CODE,
    column('period', '期', 'Period', { kind: 'period' }, { identity: true }),
    column('due_on', '应报日期', 'Due on', day, { target: 'effective_on' }),
    column('submitted_on', '报送日期', 'Submitted on', day, { optional: true }),
  ],
});
