import { expect, it } from 'vitest';
import type { Lang } from '../../../domain/text.ts';
import type { MetricId, MetricValue } from '../../../metrics/index.ts';
import type { FigureData } from './figure-data.ts';
import { writeFigure } from './write-figure.ts';

/** What a sentence says of a figure with this coverage. */
function written(metric: MetricId, value: string, coverage: MetricValue['coverage'], lang: Lang = 'zh') {
  const cell: MetricValue = {
    id: metric,
    value,
    numerator: value,
    denominator: null,
    atLeast: false,
    illustrative: false,
    note: null,
    coverage,
  };
  const data = { subject: { lang, previous: null }, metric: () => cell } as unknown as FigureData;
  const { text, concern, lacking } = writeFigure(data, {
    of: 'metric',
    metric,
    part: 'value',
    at: 'now',
  });
  return { text, concern, lacking };
}

it('a figure that lacks entries stays as it is, and what it lacks is to be looked at', () => {
  const short = { entered: 32, expected: 37 };
  expect(written('OPERATING_DUE', '1170000.00', short)).toMatchObject({
    text: written('OPERATING_DUE', '1170000.00', { entered: 37, expected: 37 }).text,
    concern: 'NOT_ENTERED',
    lacking: '运转经费：37个中5个未登记',
  });
  expect(written('OPERATING_RATE', '0.9', short, 'en').lacking).toBe('Operating funds: 5 of 37 not entered');
});

it('a whole one, and one of which no entry is expected, gives no concern', () => {
  expect(written('OPERATING_DUE', '1340000.00', { entered: 37, expected: 37 }).concern).toBeNull();
  expect(written('IDENTIFIED', '37', null).concern).toBeNull();
});
