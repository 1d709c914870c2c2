import { beforeAll, expect, test } from 'vitest';
import type { StoredGeometry } from './entities/index.ts';
import { buildCampaign, buildCase, buildCounty, buildUnit, insertFact } from './factories/index.ts';
import { testDatabase } from './testing/index.ts';
import type { BoundaryShape } from './vocabulary.ts';

const database = testDatabase();
const UNIT = '350322100200';
const CAMPAIGN = 'test-2014';

beforeAll(async () => {
  const { county } = await buildCounty(database.db, { towns: 1, villages: 3 });
  await buildCampaign(database.db, { unit_code: county.code });
  await boundary('area', square(117));
});

const at = { campaign: CAMPAIGN, unit_code: UNIT, effective_on: '2014-04-01' };

/** A square degree with its west side on a meridian. */
const square = (west: number): StoredGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 25],
      [west + 1, 25],
      [west + 1, 26],
      [west, 26],
      [west, 25],
    ],
  ],
});
const boundary = (shape: BoundaryShape, geometry: StoredGeometry, unit_code = UNIT): Promise<unknown> =>
  insertFact(database.db, 'boundaries', { unit_code, shape, geometry, effective_on: '-infinity' });

type Refused = [constraint: string, insert: () => Promise<unknown>];

/** A row that the database must refuse, and the constraint that says why. */
const refused: Refused[] = [
  ['org_unit_version_no_overlap', () => buildUnit(database.db, { code: UNIT, validFrom: '2010-01-01' })],
  [
    'org_unit_version_valid_from_before_to',
    () => buildUnit(database.db, { code: '350322100299', validFrom: '2014-01-02', validTo: '2014-01-01' }),
  ],
  ['org_unit_version_kind_check', () => buildUnit(database.db, { code: '350322100298', kind: 'hamlet' as never })],
  ['org_unit_version_population_not_negative', () => buildUnit(database.db, { code: '350322100297', population: -1 })],
  [
    'org_unit_version_not_own_parent',
    () => buildUnit(database.db, { code: '350322100296', parentCode: '350322100296' }),
  ],
  ['org_unit_code_is_digits', () => buildUnit(database.db, { code: '35032x', parentCode: null })],
  [
    'campaign_version_deadline_after_start',
    () => buildCampaign(database.db, { id: 'bad', unit_code: UNIT, start_on: '2014-02-01', deadline: '2014-01-31' }),
  ],
  ['campaign_version_one_current', () => buildCampaign(database.db, { unit_code: UNIT })],
  [
    'cases_primary_cause_not_among_others',
    () => buildCase(database.db, { unit_code: UNIT, other_causes: ['C14', 'C01'] }),
  ],
  ['cases_primary_cause_foreign', () => buildCase(database.db, { unit_code: UNIT, primary_cause: 'C77' })],
  ['cases_unit_code_foreign', () => buildCase(database.db, { unit_code: '350322999999' })],
  ['cases_deadline_after_identified', () => buildCase(database.db, { unit_code: UNIT, deadline: '2014-03-19' })],
  ['cases_not_relapse_of_itself', () => buildCase(database.db, { unit_code: UNIT, case_no: 'X', relapse_of: 'X' })],
  [
    'cases_recorded_before_superseded',
    () => buildCase(database.db, { unit_code: UNIT, supersededAt: '2013-12-31T00:00:00.000Z' }),
  ],
  ['boundaries_unit_code_foreign', () => boundary('area', square(118), '350322999999')],
  ['boundaries_shape_check', () => boundary('line' as never, square(118))],
  ['boundaries_geometry_fits_shape', () => boundary('site', square(118))],
  ['boundaries_geometry_fits_shape', () => boundary('area', { type: 'Point', coordinates: [118, 25] })],
  ['boundaries_geometry_fits_shape', () => boundary('area', { coordinates: [] } as never)],
  ['boundaries_longitude_in_range', () => boundary('area', square(180))],
  ['boundaries_latitude_in_range', () => boundary('site', { type: 'Point', coordinates: [25, 118] })],
  ['boundaries_one_current', () => boundary('area', square(117))],
  [
    'transitions_state_check',
    () =>
      insertFact(database.db, 'transitions', {
        case_no: 'X',
        state: 'identified' as never,
        effective_on: '2014-04-01',
      }),
  ],
  [
    'contacts_until_after_since',
    () =>
      insertFact(database.db, 'contacts', {
        case_no: 'X',
        role: 'leader',
        holder: '副县长',
        effective_on: '2014-04-01',
        until: '2014-03-31',
      }),
  ],
  [
    'venues_done_after_identified',
    () => insertFact(database.db, 'venues', { ...at, way: 'build', done_on: '2014-03-31' }),
  ],
  [
    'venue_funds_amount_yuan_not_negative',
    () => insertFact(database.db, 'venue_funds', { ...at, source: 'upper', amount_yuan: '-0.01' }),
  ],
  ['team_count_not_negative', () => insertFact(database.db, 'team', { ...at, item: 'vacancy', count: -1 })],
  [
    'evaluations_answers_sum_to_returned',
    () =>
      insertFact(database.db, 'evaluations', {
        case_no: 'X',
        kind: 'ballot',
        effective_on: '2014-06-01',
        issued: 10,
        returned: 9,
        satisfied: 5,
        fairly: 3,
        dissatisfied: 0,
      }),
  ],
  [
    'evaluations_returned_at_most_issued',
    () =>
      insertFact(database.db, 'evaluations', {
        case_no: 'X',
        kind: 'ballot',
        effective_on: '2014-06-01',
        issued: 8,
        returned: 9,
      }),
  ],
  [
    'evaluations_score_in_range',
    () =>
      insertFact(database.db, 'evaluations', {
        case_no: 'X',
        kind: 'self',
        effective_on: '2014-06-01',
        score: '100.01',
      }),
  ],
  ...['2014-7', '2014-00', '2014-13', '2014-W00', '2014-W54', 'W27'].map((period): Refused => [
    'reports_period_is_week_or_month',
    () => insertFact(database.db, 'reports', { ...at, period }),
  ]),
  ['reports_week_exists', () => insertFact(database.db, 'reports', { ...at, period: '2014-W53' })],
  ...(
    [
      ['35', 'prefecture'],
      ['3503', 'county'],
      ['350323', 'village'],
      ['350322109', 'village'],
      ['350322100299', 'town'],
      ['36', 'other'],
    ] as const
  ).map(([code, kind]): Refused => [
    'org_unit_version_kind_fits_level',
    () => buildUnit(database.db, { code, kind, parentCode: null }),
  ]),
];

test.each(refused)('refuses a row by %s', async (constraint, insert) => {
  await expect(insert()).rejects.toMatchObject({ constraint });
});

test('takes the last week of a long year', async () => {
  await expect(insertFact(database.db, 'reports', { ...at, period: '2015-W53' })).resolves.toBeDefined();
});

test('one identity has one current row and any number of superseded ones', async () => {
  const { db } = database;
  const fund = { ...at, source: 'village' as const, amount_yuan: '1000.00' };
  await insertFact(db, 'venue_funds', {
    ...fund,
    recordedAt: '2014-05-01T00:00:00.000Z',
    supersededAt: '2014-06-01T00:00:00.000Z',
  });
  await insertFact(db, 'venue_funds', { ...fund, recordedAt: '2014-06-01T00:00:00.000Z' });
  await expect(
    insertFact(db, 'venue_funds', { ...fund, recordedAt: '2014-07-01T00:00:00.000Z' }),
  ).rejects.toMatchObject({
    constraint: 'venue_funds_one_current',
  });
});

test('versions of a unit may follow each other on the same day and overlap once superseded', async () => {
  const { db } = database;
  const code = '350322100250';
  await buildUnit(db, { code, validTo: '2013-01-01' });
  await buildUnit(db, { code, validFrom: '2013-01-01' });
  const past = await buildUnit(db, {
    code,
    recordedAt: '2013-01-01T00:00:00.000Z',
    supersededAt: '2013-06-01T00:00:00.000Z',
  });
  expect(past.valid_from).toBe('-infinity');
});
