import { bypassConstraints, testDatabase } from '@wallchart/db/testing';
import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { checkIntegrity } from './index.ts';
import { asViewer } from '../../../testing/handles.ts';

const database = testDatabase();

beforeAll(async () => {
  const { villages } = await buildCounty(database.db, { code: '350322', towns: 2, villages: 2 });
  await buildCampaign(database.db, { id: 'c', unit_code: '350322' });
  for (const { code } of villages)
    await buildCase(database.db, { campaign: 'c', unit_code: code, transitions: [['planned', '2014-04-01']] });
});

const checks = async (): Promise<string[]> => (await checkIntegrity(asViewer(database.db))).map(({ check }) => check);

it('finds nothing in a sound ledger', async () => {
  expect(await checkIntegrity(asViewer(database.db))).toEqual([]);
});

it('finds a unit whose level columns disagree with its parent', async () => {
  const setTown = (town: string): Promise<void> =>
    bypassConstraints(database.db, (transaction) =>
      sql`update org_unit_version set town_code = ${town} where code = '350322100200'`.execute(transaction),
    );
  await setTown('350322101');
  expect(await checks()).toContain('tree');
  await setTown('350322100');
});

it('finds the same case under two counties', async () => {
  const { case_no } = await database.db.selectFrom('cases').select('case_no').limit(1).executeTakeFirstOrThrow();
  const twin = await insertFact(database.db, 'cases', {
    case_no,
    campaign: 'c',
    unit_code: '350322100200',
    primary_cause: 'C01',
    effective_on: '2014-03-20',
    county_code: '350323',
  });
  expect(await checks()).toContain('identities');
  await bypassConstraints(database.db, (transaction) =>
    transaction.deleteFrom('cases').where('id', '=', twin.id).where('county_code', '=', '350323').execute(),
  );
});

it('finds nothing in a row that a run withdrew', async () => {
  const { db } = database;
  const run = await sql<{
    recorded_at: string;
  }>`insert into import_run (channel, recorded_at, recorded_by, rows_withdrawn)
    values ('form', '2014-05-02', 'test', 1) returning recorded_at`.execute(db);
  const { id } = await db
    .selectFrom('transitions')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await sql`update transitions set superseded_at = ${run.rows[0]!.recorded_at} where id = ${id}`.execute(db);
  expect(await checks()).not.toContain('clocks');
});

it('finds a row that was replaced by nothing', async () => {
  const { case_no } = await database.db.selectFrom('cases').select('case_no').limit(1).executeTakeFirstOrThrow();
  await sql`update transitions set superseded_at = '2014-06-01' where case_no = ${case_no}`.execute(database.db);
  expect(await checks()).toContain('clocks');
});
