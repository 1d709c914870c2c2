import { expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { buildCampaign, buildCase, buildCounty, insertFact } from './index.ts';

const database = testDatabase();

test('builds a county with a campaign, cases and facts on both clocks', async () => {
  const { db } = database;
  const { county, towns, villages } = await buildCounty(db, { towns: 2, villages: 2, communities: 1 });
  expect(county).toMatchObject({
    code: '350322',
    kind: 'county',
    level: 3,
    valid_from: '-infinity',
    valid_to: 'infinity',
  });
  expect(villages.map(({ code }) => code)).toContain('350322101200');
  expect(villages[0]).toMatchObject({ kind: 'community', town_code: towns[0]?.code, superseded_at: 'infinity' });

  await buildCampaign(db, { unit_code: county.code });
  const built = await buildCase(db, { unit_code: '350322100200', transitions: [['planned', '2014-04-01']] });
  expect(built.case).toMatchObject({ case_no: 'test-2014-350322100200', effective_on: '2014-03-20', other_causes: [] });
  expect(built.case.recorded_at).toBe('2014-01-01T00:00:00.000Z');
  expect(built.transitions).toMatchObject([{ state: 'planned', effective_on: '2014-04-01' }]);

  const fund = await insertFact(db, 'venue_funds', {
    campaign: 'test-2014',
    unit_code: '350322100200',
    source: 'upper',
    amount_yuan: '90071992547409.93',
    effective_on: '2014-05-01',
    recordedAt: '2014-06-01T08:00:00.123Z',
    illustrative: ['*'],
  });
  expect(fund).toMatchObject({
    amount_yuan: '90071992547409.93',
    recorded_at: '2014-06-01T08:00:00.123Z',
    illustrative: ['*'],
  });
});
