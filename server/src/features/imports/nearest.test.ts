import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';
import { SHEETS } from '../../ledger/sheets/index.ts';

it.each([
  ['visit', 'visits'],
  ['走访记录', 'visits'],
  ['Venue fund', 'venue_funds'],
  ['场所资金表', 'venue_funds'],
  ['campaing', 'campaigns'],
])('takes %s for %s', (written, key) => expect(nearest(written, SHEETS)?.key).toBe(key));

it.each(['名单', 'Sheet1', 'budget 2014', '人', '', '附件'])('takes %j for nothing that it is not near to', (written) =>
  expect(nearest(written, SHEETS)).toBeNull(),
);
