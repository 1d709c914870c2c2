import { expect, it } from 'vitest';
import type { Lang } from '../../../domain/text.ts';
import type { Activity } from '../../reports/index.ts';
import { listNames } from '../figures/list-names.ts';
import type { FigureData } from '../figures/figure-data.ts';
import { gapsOf } from './gaps.ts';

const activity = (more: Partial<Activity>): Activity => ({
  kind: 'site_visit',
  heldOn: '2014-08-20',
  heldOnSpan: 'middle',
  title: '现场会（照原文登记）',
  status: 'held',
  ledBy: null,
  sentence: '召开现场会',
  sentenceEn: 'an on-site meeting',
  attendees: null,
  attendeesAtLeast: false,
  count: null,
  countAtLeast: false,
  planned: false,
  passed: false,
  illustrative: false,
  unitKey: { code: '350322', on: '2014-09-10' },
  ...more,
});

const planned = { status: 'planned', planned: true } as const;

const dataOf = (lang: Lang, activities: Activity[], more: object = {}): FigureData =>
  ({ subject: { lang, unit: { code: '350322' } }, activities, practices: [], outstanding: [], ...more }) as never;

const names = (data: FigureData, list: 'ACTIVITIES' | 'PLANNED'): string[] =>
  listNames(data, { of: 'names', list }).map(({ name }) => name);

it('prints what was held by its sentence, with the part of the month where the day is not known, and never its title', () => {
  const activities = [activity({}), activity({ heldOnSpan: null, heldOn: '2014-08-19' })];
  expect(names(dataOf('zh', activities), 'ACTIVITIES')).toEqual(['8月中旬，召开现场会', '8月19日，召开现场会']);
  expect(names(dataOf('en', activities), 'ACTIVITIES')).toEqual([
    'mid-August: an on-site meeting',
    '19 August: an on-site meeting',
  ]);
});

it('a sentence that tells its days is given no other', () => {
  const told = activity({ heldOnSpan: null, sentence: '6月10日至12日，县委书记听取汇报。' });
  expect(names(dataOf('zh', [told]), 'ACTIVITIES')).toEqual(['6月10日至12日，县委书记听取汇报']);
});

it('a plan whose sentence tells its day is still a plan', () => {
  const told = activity({ ...planned, sentence: '于8月20日召开现场会', sentenceEn: 'a meeting on 20 August' });
  expect(names(dataOf('zh', [told]), 'PLANNED')).toEqual(['拟于8月20日召开现场会']);
  expect(names(dataOf('en', [told]), 'PLANNED')).toEqual(['a meeting on 20 August (planned)']);
});

it('what is planned is to come; once its day has passed it is asked about, and neither done nor to come', () => {
  const data = dataOf('zh', [activity(planned), activity({ ...planned, passed: true, title: '座谈会' })]);
  expect(names(data, 'ACTIVITIES')).toEqual([]);
  expect(names(data, 'PLANNED')).toEqual(['8月中旬，拟召开现场会']);
  expect(gapsOf(data)).toEqual([{ code: 'PLAN_PASSED', about: ['座谈会（8月中旬）'] }]);
});

it('what is cancelled is neither printed nor missed', () => {
  const data = dataOf('zh', [activity({ status: 'cancelled', sentence: null })]);
  expect(names(data, 'ACTIVITIES')).toEqual([]);
  expect(gapsOf(data)).toEqual([]);
});

it('what has no sentence is left out and told, notices and cards apart', () => {
  const data = dataOf('zh', [
    activity({ sentence: null }),
    activity({ sentence: null, kind: 'notice' }),
    activity({ sentence: null, kind: 'reminder' }),
  ]);
  expect(names(data, 'ACTIVITIES')).toEqual([]);
  expect(gapsOf(data)).toEqual([{ code: 'LEFT_OUT', about: ['现场会（照原文登记）（8月中旬）'] }]);
});

it('an English edition tells what has no English: sentences, good practice, posts and symptoms of those outstanding', () => {
  const outstanding = [
    { row: { symptoms: '信访多', symptomsEn: null }, leader: { post: '县委副书记', postEn: null } },
    { row: { symptoms: null, symptomsEn: null }, leader: null },
  ];
  const practices = [{ title: '结对共建', name: 'Longxi Village', sentence: '结对共建', sentenceEn: null }];
  const more = { outstanding, practices };
  expect(gapsOf(dataOf('en', [activity({ sentenceEn: null })], more))).toEqual([
    { code: 'NO_ENGLISH', about: ['信访多', '县委副书记', '现场会（照原文登记）', '结对共建'] },
  ]);
  expect(gapsOf(dataOf('zh', [activity({ sentenceEn: null })], more))).toEqual([]);
});
