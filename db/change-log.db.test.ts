import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { buildCampaign, buildCase, buildCounty, buildUnit, insertFact } from './factories/index.ts';
import { LOGGED_EVENTS } from './migrations/change-triggers.ts';
import { testDatabase } from './testing/index.ts';

const database = testDatabase();

let nextCounty = 350400;

/** A county of its own with a campaign, and an empty log. */
async function newCounty(): Promise<{ county: string; village: string; campaign: string }> {
  const { db } = database;
  const county = String((nextCounty += 1));
  const built = await buildCounty(db, { code: county, towns: 1, villages: 2 });
  const campaign = `of-${county}`;
  await buildCampaign(db, { id: campaign, unit_code: county });
  await db.deleteFrom('change_log').execute();
  return { county, village: built.villages[0]!.code, campaign };
}

const logged = () =>
  database.db
    .selectFrom('change_log')
    .select(['sheet', 'county_code', 'campaign', 'first_day', 'last_day', 'units'])
    .orderBy('id')
    .execute();

beforeEach(async () => {
  await database.db.deleteFrom('change_log').execute();
});

test('every table is logged, whatever is done to it, but for work under way', async () => {
  const { rows } = await sql<{ name: string; triggers: string[] }>`
    select c.relname::text as name, array_agg(t.tgname::text order by t.tgname) filter (where t.tgname like 'logged%') as triggers
    from pg_class c left join pg_trigger t on t.tgrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname`.execute(database.db);
  const all = LOGGED_EVENTS.map((event) => `logged_${event}`).toSorted();
  const others = rows.filter(({ triggers }) => triggers?.join() !== all.join()).map(({ name }) => name);
  expect(others).toEqual(['change_log', 'idempotency_key', 'job', 'upload', 'upload_chunk', 'wallchart_migration']);
  expect(rows.length).toBeGreaterThan(30);
});

test('a statement is logged with its county, campaign, days and units', async () => {
  const { db } = database;
  const { county, village, campaign } = await newCounty();
  const fund = { campaign, unit_code: village, source: 'upper' as const, amount_yuan: '1.00' };
  const common = { county_code: county, recorded_at: '2014-05-01T00:00:00.000Z', recorded_by: 'test' };
  const town = village.slice(0, 9);
  await db
    .insertInto('venue_funds')
    .values([
      { ...fund, ...common, effective_on: '2014-04-01' },
      { ...fund, ...common, effective_on: '2014-04-20' },
      { ...fund, ...common, effective_on: '2014-04-05', unit_code: town },
    ])
    .execute();
  await db
    .updateTable('venue_funds')
    .set({ superseded_at: '2014-06-01T00:00:00.000Z' })
    .where('county_code', '=', county)
    .where('effective_on', '=', '2014-04-20')
    .execute();
  const common2 = { sheet: 'venue_funds', county_code: county, campaign };
  expect(await logged()).toEqual([
    { ...common2, first_day: '2014-04-01', last_day: '2014-04-20', units: [town, village] },
    { ...common2, first_day: '2014-04-20', last_day: '2014-04-20', units: [village] },
  ]);
});

test('what is recorded of a case is logged with its campaign and unit', async () => {
  const { db } = database;
  const { county, village, campaign } = await newCounty();
  const built = await buildCase(db, { unit_code: village, campaign });
  await db.deleteFrom('change_log').execute();
  const { case_no } = built.case;
  await insertFact(db, 'visits', { county_code: county, case_no, role: 'leader', effective_on: '2014-05-02' });
  expect(await logged()).toEqual([
    {
      sheet: 'visits',
      county_code: county,
      campaign,
      first_day: '2014-05-02',
      last_day: '2014-05-02',
      units: [village],
    },
  ]);
});

test('a unit above the counties, a campaign and a list of words concern everything', async () => {
  const { db } = database;
  const { county } = await newCounty();
  await buildUnit(db, { code: '3599', parentCode: null });
  await buildCampaign(db, { id: 'another', unit_code: county });
  await db.updateTable('cause').set({ name_en: 'x' }).where('code', '=', 'C01').execute();
  const everything = (await logged()).filter(({ county_code, units }) => county_code === null && units === null);
  expect(everything.map(({ sheet }) => sheet)).toEqual(['org_unit_version', 'campaign_version', 'cause']);
});

test('drafts, cards and settings are logged with the unit that they are about', async () => {
  const { db } = database;
  const { county, campaign } = await newCounty();
  const moment = '2014-08-01T00:00:00.000Z';
  const { id } = await db
    .insertInto('circular')
    .values({
      campaign,
      unit_code: county,
      lang: 'zh',
      as_of: '2014-07-31',
      reply_days: 7,
      created_at: moment,
      created_by: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('circular_draft')
    .values({ circular_id: id, revision: 1, content: '{}', updated_at: moment, words_known_at: moment })
    .execute();
  await db.deleteFrom('circular_draft').execute();
  await db
    .insertInto('circular_settings')
    .values({ unit_code: county, lang: 'zh', updated_at: moment, updated_by: 'test' })
    .execute();
  await sql`truncate circular_settings`.execute(db);
  const about = { county_code: null, first_day: '2014-07-31', last_day: '2014-07-31', campaign, units: [county] };
  const undated = { county_code: null, first_day: null, last_day: null, campaign: null };
  expect(await logged()).toEqual([
    { sheet: 'circular', ...about },
    { sheet: 'circular_draft', ...about },
    { sheet: 'circular_draft', ...about },
    { sheet: 'circular_settings', ...undated, units: [county] },
    { sheet: 'circular_settings', ...undated, units: null },
  ]);
});

test('a row is seen by a snapshot exactly if its transaction is', async () => {
  const { db } = database;
  await newCounty();
  const snapshot = async (): Promise<string> => {
    const { rows } = await sql<{ now: string }>`select pg_current_snapshot()::text as now`.execute(db);
    return rows[0]!.now;
  };
  const unseenIn = async (seen: string): Promise<string[]> => {
    const { rows } = await sql<{ sheet: string }>`select sheet from change_log
      where xid >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot)`.execute(
      db,
    );
    return rows.map(({ sheet }) => sheet);
  };
  const before = await snapshot();
  const during = await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('operating_tier')
      .values({ kind: 'village', population_over: 9, due_yuan: '1' })
      .execute();
    const seen = await snapshot();
    expect(await unseenIn(before)).toEqual([]);
    return seen;
  });
  const after = await snapshot();
  expect(await unseenIn(before)).toEqual(['operating_tier']);
  expect(await unseenIn(during)).toEqual(['operating_tier']);
  expect(await unseenIn(after)).toEqual([]);
});

test('what is taken back leaves no trace', async () => {
  const { db } = database;
  await newCounty();
  const work = db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('operating_tier')
      .values({ kind: 'village', population_over: 8, due_yuan: '1' })
      .execute();
    throw new RangeError('taken back');
  });
  await expect(work).rejects.toThrow('taken back');
  expect(await logged()).toEqual([]);
});
