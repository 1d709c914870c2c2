import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { statementNames } from './prepare-repeated.ts';
import { testDatabase } from './testing/index.ts';

const database = testDatabase({ poolSize: 1 });

const prepared = async (): Promise<string[]> => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements
    where statement not like '%pg_prepared_statements%'`.execute(database.db);
  return rows.map(({ statement }) => statement);
};

test('a statement that is asked again and again is prepared on its connection, and answers the same', async () => {
  const query = async (code: string) =>
    (await sql<{ name_zh: string }>`select name_zh from cause where code = ${code}`.execute(database.db)).rows[0]
      ?.name_zh;
  const first = await query('C14');
  expect(await prepared()).toEqual([]);
  for (const _ of [1, 2, 3, 4]) expect(await query('C13')).not.toBe(first);
  expect(await query('C14')).toBe(first);
  expect(await prepared()).toEqual(['select name_zh from cause where code = $1']);
});

test('what a statement returns may change under it', async () => {
  const { db } = database;
  await sql`create table moving as select 1::integer as value`.execute(db);
  const query = async () => (await sql`select * from moving where value > ${0}`.execute(db)).rows;
  for (const _ of [1, 2, 3, 4, 5]) expect(await query()).toEqual([{ value: 1 }]);
  await sql`alter table moving add column more text default 'x'`.execute(db);
  for (const _ of [1, 2, 3]) expect(await query()).toEqual([{ value: 1, more: 'x' }]);
  expect(await prepared()).toContain('select * from moving where value > $1');
  await expect(
    db.transaction().execute(async (trx) => {
      await sql`alter table moving add column last text`.execute(trx);
      await sql`select * from moving where value > ${0}`.execute(trx);
    }),
  ).rejects.toThrow('cached plan must not change result type');
  expect(await query()).toEqual([{ value: 1, more: 'x' }]);
});

test('an error of a prepared statement is the error, and the connection goes on', async () => {
  const divide = (by: number) => sql<{ q: number }>`select 6 / ${by}::integer as q`.execute(database.db);
  for (const _ of [1, 2, 3, 4, 5]) expect((await divide(2)).rows).toEqual([{ q: 3 }]);
  await expect(divide(0)).rejects.toThrow('division by zero');
  expect((await divide(3)).rows).toEqual([{ q: 2 }]);
});

test('only what reads is named, only when it recurs, and not for ever more', () => {
  const { nameOf } = statementNames();
  const often = (text: string): string | undefined => [1, 2, 3, 4].map(() => nameOf(text)).at(-1);
  expect(nameOf('select 1')).toBeUndefined();
  expect(often('/* units.on_day */\n select 2')).toBe('wallchart_1');
  expect(often('with x as (select 1) select * from x')).toBe('wallchart_2');
  expect(often('insert into a values ($1)')).toBeUndefined();
  expect(often('begin')).toBeUndefined();
  expect(often(`select '${'x'.repeat(40_000)}'`)).toBeUndefined();
  const names = Array.from({ length: 200 }, (_, i) => often(`select ${i} + 100`)).filter((name) => name !== undefined);
  expect(names).toHaveLength(98);
  expect(nameOf('/* units.on_day */\n select 2')).toBe('wallchart_1');
});
