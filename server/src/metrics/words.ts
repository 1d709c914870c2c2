import type { Text } from '../domain/text.ts';

type Words = Readonly<Record<string, Text>>;

/** States in the order of a case's life (docs/domain.md#life-of-a-case); the order is their rank. */
export const STATES = {
  identified: { zh: '已认定', en: 'Identified' },
  planned: { zh: '方案已定', en: 'Planned' },
  rectifying: { zh: '整顿中', en: 'Rectifying' },
  submitted: { zh: '待验收', en: 'Submitted' },
  accepted: { zh: '已验收', en: 'Accepted' },
  struck_off: { zh: '已销号', en: 'Struck off' },
  consolidating: { zh: '巩固期', en: 'Consolidating' },
  relapsed: { zh: '反弹', en: 'Relapsed' },
} as const satisfies Words;

export const UNIT_KINDS = {
  province: { zh: '省', en: 'Province' },
  prefecture: { zh: '市', en: 'Prefecture' },
  county: { zh: '县', en: 'County' },
  street: { zh: '街道', en: 'Street' },
  town: { zh: '镇', en: 'Town' },
  township: { zh: '乡', en: 'Township' },
  village: { zh: '村', en: 'Village' },
  community: { zh: '社区', en: 'Community' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Words;

export const GRADES = {
  good: { zh: '好', en: 'Good' },
  fairly_good: { zh: '较好', en: 'Fairly good' },
  average: { zh: '一般', en: 'Average' },
  poor: { zh: '差', en: 'Poor' },
} as const satisfies Words;

export const VENUE_WAYS = {
  build: { zh: '新建', en: 'Build' },
  rebuild: { zh: '改扩建', en: 'Rebuild or extend' },
  repair: { zh: '修缮', en: 'Repair' },
} as const satisfies Words;

export const FUND_SOURCES = {
  upper: { zh: '上级补助', en: 'Upper level' },
  county_town: { zh: '县乡配套', en: 'County and town' },
  village: { zh: '村级自筹', en: 'Village' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Words;

export const CADRE_CLASSES = {
  leading: { zh: '村主干', en: 'Leading cadres' },
  general: { zh: '一般干部', en: 'General cadres' },
} as const satisfies Words;

export const MEASURE_AREAS = {
  people: { zh: '有人管事', en: 'People' },
  place: { zh: '有址议事', en: 'Place' },
  money: { zh: '有钱办事', en: 'Money' },
  rules: { zh: '有章理事', en: 'Rules' },
} as const satisfies Words;
