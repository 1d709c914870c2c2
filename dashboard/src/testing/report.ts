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
): MetricLabelsQuery['metrics'][number] => ({
  id,
  zh,
  en,
  ...how,
  sheet: 'case',
  definitionZh: `${zh}的定义`,
  definitionEn: `What ${en} means`,
  denominated: '',
});

/** The metrics that the tests show. */
export const metricLabels: MetricLabelsQuery = {
  metrics: [
    metric('IDENTIFIED', '排查认定数', 'Identified', { unit: 'CASES', format: 'INTEGER' }),
    metric('RECTIFIED', '完成整顿数', 'Rectified', { unit: 'CASES', format: 'INTEGER' }),
    metric('VENUE_RAISED', '场所到位资金', 'Raised for venues', { unit: 'YUAN', format: 'MONEY' }),
    metric('RECTIFICATION_RATE', '完成整顿率', 'Rectification rate', { unit: 'SHARE', format: 'PERCENT' }),
  ],
};
