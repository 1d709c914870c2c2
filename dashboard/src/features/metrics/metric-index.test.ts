import { describe, expect, it } from 'vitest';
import { byGroup, findMetrics, type IndexedMetric } from './metric-index.ts';

const metric = (id: string, group: string, zh: string, en: string): IndexedMetric => ({
  id,
  group,
  zh,
  en,
  definitionZh: '截至当日',
  definitionEn: 'on the day',
});
const metrics = [
  metric('IDENTIFIED', 'cases', '排查认定数', 'Identified'),
  metric('VENUE_GAP', 'venues', '缺口', 'Gap'),
  metric('OVERDUE', 'cases', '逾期数', 'Overdue'),
];

describe('metric reference', () => {
  it('finds by id, by either label and by definition', () => {
    const found = ['venue', '缺口', 'gap', 'GAP 当日'].map((text) => findMetrics(metrics, text).map(({ id }) => id));
    expect(found).toEqual([['VENUE_GAP'], ['VENUE_GAP'], ['VENUE_GAP'], ['VENUE_GAP']]);
    expect(findMetrics(metrics, ' ')).toHaveLength(3);
    expect(findMetrics(metrics, 'gap 逾期')).toEqual([]);
  });

  it('keeps groups and metrics in the order of the registry', () => {
    expect(byGroup(metrics).map((group) => [group.group, group.metrics.length])).toEqual([
      ['cases', 2],
      ['venues', 1],
    ]);
  });
});
