import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { buildCampaign, buildCounty, insertFact, type FactTableName } from './factories/index.ts';
import { bypassConstraints, testDatabase } from './testing/index.ts';

const database = testDatabase();
const UNIT = '350322100200';
const at = { campaign: 'test-2014', unit_code: UNIT, effective_on: '2014-04-01' };
const of = { case_no: 'N-1', effective_on: '2014-04-01' };
const yearly = { unit_code: UNIT, year: 2014, effective_on: '2014-01-01' };

/** A row that every fact table takes. */
const SOUND: Record<FactTableName, Record<string, unknown>> = {
  cases: { ...at, case_no: 'N-1', primary_cause: 'C01', deadline: '2014-08-31' },
  transitions: { ...of, state: 'planned' },
  measures: { ...of, no: 1, area: 'people', content: '选配', due_on: '2014-06-01', done_on: '2014-05-01' },
  contacts: { ...of, role: 'leader', holder: '县委副书记', until: '2014-09-01' },
  visits: { ...of, role: 'leader' },
  evaluations: { ...of, kind: 'ballot', returned: 9, satisfied: 8 },
  team: { ...at, item: 'vacancy', count: 1, term_until: '2014-06-01' },
  supports: { ...at, item: 'twinned_unit', count: 1 },
  venues: { ...at, way: 'build', estimate_yuan: '1000.00', done_on: '2014-06-01' },
  venue_funds: { ...at, source: 'upper', amount_yuan: '1.00' },
  project_funds: { ...at, source: 'upper', amount_yuan: '1.00' },
  activities: { ...at, kind: 'meeting', title: '动员会' },
  good_practices: { ...at, title: '结对帮扶', sentence: '结对帮扶困难党员。' },
  reports: { ...at, period: '2014-W14', submitted_on: '2014-04-02' },
  operating_funds: { ...yearly, due_yuan: '2.00', paid_yuan: '1.00', paid_on: '2014-02-01' },
  remuneration: { ...yearly, year: undefined, class: 'leading', headcount: 1, before_yuan: '1.00', after_yuan: '2.00' },
  economy: { ...yearly, income_yuan: '-1.00' },
  boundaries: {
    unit_code: UNIT,
    shape: 'site',
    effective_on: '-infinity',
    geometry: { type: 'Point', coordinates: [118.7, 25.4] },
  },
};
const TABLES = Object.keys(SOUND) as FactTableName[];

const insert = (table: FactTableName, change: Record<string, unknown> = {}): Promise<unknown> =>
  insertFact(database.db, table, { ...SOUND[table], ...change } as never);

beforeAll(async () => {
  const { county } = await buildCounty(database.db, { towns: 1, villages: 1 });
  await buildCampaign(database.db, { unit_code: county.code, deadline: '2014-12-31' });
  for (const table of TABLES) await insert(table);
});

const refused: [constraint: string, table: FactTableName, change: Record<string, unknown>][] = [
  ...TABLES.flatMap((table) =>
    Object.entries(SOUND[table]).flatMap(([column, value]): typeof refused => {
      if (column.endsWith('_yuan')) return [[`${table}_${column}_is_number`, table, { [column]: 'NaN' }]];
      if (table === 'boundaries' || !/_on$|until|deadline/.test(column) || typeof value !== 'string') return [];
      return [[`${table}_dates_finite`, table, { [column]: column === 'effective_on' ? '-infinity' : 'infinity' }]];
    }),
  ),
  ...TABLES.map((table): (typeof refused)[number] => [`${table}_dates_finite`, table, { recordedAt: '-infinity' }]),
  ...TABLES.filter((table) => 'unit_code' in SOUND[table] && table !== 'cases').map(
    (table): (typeof refused)[number] => [`${table}_county_code_not_empty`, table, { county_code: ' ' }],
  ),
  ['boundaries_effective_on_begins', 'boundaries', { effective_on: 'infinity' }],
  ['case_register_county_code_not_empty', 'cases', { county_code: '' }],
  ['case_register_case_no_not_empty', 'cases', { case_no: ' ' }],
  ['contacts_holder_not_empty', 'contacts', { holder: '' }],
  ['measures_content_not_empty', 'measures', { content: '' }],
  ['activities_title_not_empty', 'activities', { title: '' }],
  ['activities_status_check', 'activities', { status: 'done' }],
  ['activities_held_on_span_check', 'activities', { held_on_span: 'week' }],
  ['good_practices_sentence_not_empty', 'good_practices', { sentence: ' ' }],
  ['evaluations_answers_at_most_returned', 'evaluations', { satisfied: 8, dissatisfied: 2 }],
  ['evaluations_answers_at_most_returned', 'evaluations', { satisfied: null, fairly: 2_147_483_647, dissatisfied: 9 }],
];

test.each(refused)('%s refuses a row of %s with %j', async (constraint, table, change) => {
  await expect(insert(table, change)).rejects.toMatchObject({ constraint });
});

test('versions of a unit and a campaign and the rule of operating funds are firm as well', async () => {
  const { db } = database;
  const campaign = (change: object) => buildCampaign(db, { id: 'other', unit_code: UNIT, ...change });
  await expect(campaign({ deadline: 'infinity' })).rejects.toMatchObject({
    constraint: 'campaign_version_dates_finite',
  });
  await expect(campaign({ name_zh: '' })).rejects.toMatchObject({ constraint: 'campaign_version_name_zh_not_empty' });
  await expect(campaign({ id: '' })).rejects.toMatchObject({ constraint: 'campaign_id_not_empty' });
  const tier = { county_code: '350322', kind: 'village', population_over: 9, due_yuan: 'NaN' } as const;
  await expect(db.insertInto('operating_tier').values(tier).execute()).rejects.toMatchObject({
    constraint: 'operating_tier_due_yuan_is_number',
  });
});

const DATED = [...TABLES, 'org_unit_version', 'campaign_version'] as const;
const append = { code: '23001', message: expect.stringContaining('a correction supersedes') };
const run = (text: string): Promise<unknown> => sql.raw(text).execute(database.db);

test('every table with two clocks is one of these', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where column_name = 'superseded_at' and table_schema = 'public'`.execute(
    database.db,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual([...DATED].sort());
});

test.each(DATED)('%s: nothing is removed, and nothing changed but once the moment it was superseded', async (table) => {
  await expect(run(`delete from ${table}`)).rejects.toMatchObject(append);
  await expect(run(`truncate ${table} cascade`)).rejects.toMatchObject(append);
  await expect(run(`update ${table} set recorded_by = 'someone'`)).rejects.toMatchObject(append);
  await expect(run(`update ${table} set illustrative = '{*}', superseded_at = now()`)).rejects.toMatchObject(append);
  await expect(run(`update ${table} set superseded_at = superseded_at`)).rejects.toMatchObject(append);
  await expect(run(`update ${table} set superseded_at = recorded_at`)).rejects.toMatchObject({
    constraint: `${table}_recorded_before_superseded`,
  });
  await expect(run(`update ${table} set superseded_at = now()`)).resolves.toBeDefined();
  await expect(run(`update ${table} set superseded_at = 'infinity'`)).rejects.toMatchObject(append);
  await expect(run(`update ${table} set superseded_at = now()`)).rejects.toMatchObject(append);
  await expect(run(`delete from ${table}`)).rejects.toMatchObject(append);
});

test('what a transaction wrote itself it may take back, and no other', async () => {
  const { db } = database;
  const takeBack = (before: number): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await insertFact(transaction, 'economy', { ...yearly, year: 2015, income_yuan: '1.00' });
      const { numDeletedRows } = await transaction
        .deleteFrom('economy')
        .where('year', '>=', before)
        .executeTakeFirstOrThrow();
      expect(Number(numDeletedRows)).toBe(1);
    });
  await takeBack(2015);
  await expect(takeBack(2014)).rejects.toMatchObject(append);
});

test('a table is emptied by who maintains the database only, past the guards', async () => {
  await bypassConstraints(database.db, (transaction) => transaction.deleteFrom('economy').execute());
  expect(await database.db.selectFrom('economy').selectAll().execute()).toEqual([]);
});
