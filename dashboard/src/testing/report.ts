import type { CampaignsQuery, MetricId, MetricLabelsQuery } from '../generated/graphql.ts';

/** The campaign that every component test stands in. */
export const campaigns: CampaignsQuery = {
  campaigns: [
    {
      id: 'county-2014',
      zh: '2014年集中整顿',
      en: 'The campaign of 2014',
      unit: { code: '350322', name: '仙游县' },
      startOn: '2014-02-01',
      deadline: '2014-07-31',
      firstDay: '2014-03-10',
      lastDay: '2014-07-31',
      defaultAsOf: '2014-07-31',
      rectifiedFrom: 'STRUCK_OFF',
      declaredVillages: null,
      villageQuota: '0.1',
      communityQuota: '0.05',
      visitsPerMonth: null,
      illustrative: false,
    },
  ],
};

const metric = (
  id: MetricId,
  zh: string,
  en: string,
  how: Pick<MetricLabelsQuery['metrics'][number], 'unit' | 'format'>,
  entry: { readonly entryZh: string; readonly entryEn: string } | null = null,
): MetricLabelsQuery['metrics'][number] => ({
  id,
  zh,
  en,
  ...how,
  sheet: 'case',
  definitionZh: `${zh}的定义`,
  definitionEn: `What ${en} means`,
  denominated: '',
  entryZh: entry?.entryZh ?? null,
  entryEn: entry?.entryEn ?? null,
});

const FUNDS = { entryZh: '运转经费', entryEn: 'Operating funds' };
const ECONOMY = { entryZh: '集体经济', entryEn: 'Collective economy' };

/** The metrics that the tests show. */
export const metricLabels: MetricLabelsQuery = {
  metrics: [
    metric('IDENTIFIED', '排查认定数', 'Identified', { unit: 'CASES', format: 'INTEGER' }),
    metric('RECTIFIED', '完成整顿数', 'Rectified', { unit: 'CASES', format: 'INTEGER' }),
    metric('VENUE_RAISED', '场所到位资金', 'Raised for venues', { unit: 'YUAN', format: 'MONEY' }),
    metric('RECTIFICATION_RATE', '完成整顿率', 'Rectification rate', { unit: 'SHARE', format: 'PERCENT' }),
    metric('OPERATING_DUE', '运转经费应拨', 'Operating funds due', { unit: 'YUAN', format: 'MONEY' }, FUNDS),
    metric('OPERATING_RATE', '运转经费拨付率', 'Share paid', { unit: 'SHARE', format: 'PERCENT' }, FUNDS),
    metric('COLLECTIVE_INCOME', '集体收入', 'Collective income', { unit: 'YUAN', format: 'MONEY' }, ECONOMY),
  ],
};
