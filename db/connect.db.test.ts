import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect, kysely, kyselyOf } from './connect.ts';
import type { Db } from './database.ts';
import { CaseRegister, Cases, ImportRun, OrgUnitVersion, Transitions } from './entities/index.ts';
import { buildCampaign, buildCase, buildCounty } from './factories/index.ts';
import { testDatabase } from './testing/index.ts';

const statements: string[] = [];
const database = testDatabase({ onStatement: (text) => statements.push(text), statementTimeoutMs: 5_000 });

test('days, moments, amounts and big numbers come as exact strings, wherever they come from', async () => {
  const { rows } = await sql`
    select 90071992547409.93::numeric(18,2) as amount, 9007199254740993::bigint as big, count(*) as counted,
      sum(position) as summed, date '2014-06-19' as day, '-infinity'::date as never, 'infinity'::timestamptz as always,
      timestamptz '2014-07-31 08:00:00.5+08' as moment, array[date '2014-06-19'] as days, array['C13', 'C14'] as causes
    from cause`.execute(database.db);
  expect(rows).toEqual([
    {
      amount: '90071992547409.93',
      big: '9007199254740993',
      counted: '16',
      summed: '219',
      day: '2014-06-19',
      never: '-infinity',
      always: 'infinity',
      moment: '2014-07-31T00:00:00.500Z',
      days: ['2014-06-19'],
      causes: ['C13', 'C14'],
    },
  ]);
});

test('entities written by the unit of work read back as written', async () => {
  const { orm, db } = database;
  const { villages } = await buildCounty(db, { towns: 1, villages: 2 });
  const unitCode = villages[0]?.code ?? '';
  await buildCampaign(db, { unit_code: '350322' });
  const record = { recordedAt: '2014-05-01T08:00:00.123Z', recordedBy: 'test' };
  const key = { countyCode: '350322', caseNo: 'N-1' };
  await orm.em.transactional(async (em) => {
    const run = em.create(ImportRun, { ...record, fileName: 'a.xlsx', sha256: '0', channel: 'cli' });
    em.create(CaseRegister, key);
    await em.flush();
    em.create(Cases, {
      ...key,
      ...record,
      caseRegister: ['350322', 'N-1'],
      campaign: 'test-2014',
      unitCode,
      primaryCause: 'C09',
      otherCauses: ['C14'],
      effectiveOn: '2014-03-20',
      importId: run.id,
    });
  });
  const em = orm.em.fork();
  const [found] = await em.find(Cases, { caseNo: 'N-1' });
  expect(found).toMatchObject({
    ...key,
    ...record,
    effectiveOn: '2014-03-20',
    supersededAt: 'infinity',
    otherCauses: ['C14'],
    unitCode,
    importId: '1',
  });
  const [version] = await em.find(OrgUnitVersion, { code: unitCode });
  expect(version).toMatchObject({ validFrom: '-infinity', validTo: 'infinity', level: 5 });
});

test('a query builder of a manager sees the transaction of its manager', async () => {
  const { orm, db } = database;
  await buildCase(db, { unit_code: '350322100201', transitions: [['planned', '2014-04-01']] });
  await expect(
    orm.em.fork().transactional(async (em) => {
      await kyselyOf(em).updateTable('transitions').set({ superseded_at: '2014-06-01T00:00:00.000Z' }).execute();
      const current = (from: Db) =>
        from.selectFrom('transitions').selectAll().where('superseded_at', '=', 'infinity').execute();
      expect(await current(kyselyOf(em))).toEqual([]);
      expect(await current(db)).toHaveLength(1);
      throw new RangeError('roll back');
    }),
  ).rejects.toThrow('roll back');
  expect(await orm.em.fork().count(Transitions)).toBe(1);
});

test('every statement is observed, of Kysely and of the unit of work', async () => {
  statements.length = 0;
  await database.db.selectFrom('cause').select('code').limit(1).execute();
  await database.orm.em.fork().findOne(Cases, { caseNo: 'N-1' });
  expect(statements).toEqual([
    'select "code" from "cause" limit $1',
    expect.stringMatching(/^select .* from "cases" as "c0" where "c0"."case_no" = /),
  ]);
});

test('a statement that takes too long is cancelled', async () => {
  const orm = await connect({ url: database.url, statementTimeoutMs: 50 });
  try {
    await expect(sql`select pg_sleep(5)`.execute(kysely(orm))).rejects.toMatchObject({ code: '57014' });
  } finally {
    await orm.close(true);
  }
});

test('an address where nothing answers is refused with a code and without its password', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/nowhere';
  const failure = await connect({ url }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('someone:***@127.0.0.1:1'),
  });
  expect(String(failure)).not.toContain('secret');
});
