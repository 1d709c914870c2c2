import { expect, it } from 'vitest';
import { defaultAsOf } from './campaign-span.service.ts';
import type { Campaign } from '../campaign.types.ts';

const span = { campaign: 'c', firstDay: '2014-03-24', lastDay: '2014-07-31' };
const asOf = (deadline: string | null, today: string, known: typeof span | null = span): string =>
  defaultAsOf({ deadline } as Campaign, known, today);

it.each([
  ['today while it runs', '2014-08-31', '2014-08-15', '2014-08-15'],
  ['today on its last day', '2014-08-31', '2014-08-31', '2014-08-31'],
  ['the last day of what happened once the deadline is past', '2014-08-31', '2014-09-01', '2014-07-31'],
  ['today without a deadline', null, '2026-01-01', '2026-01-01'],
])('is %s', (_name, deadline, today, expected) => {
  expect(asOf(deadline, today)).toBe(expected);
});

it('is today when nothing is on record', () => {
  expect(asOf('2014-08-31', '2026-01-01', null)).toBe('2026-01-01');
});
