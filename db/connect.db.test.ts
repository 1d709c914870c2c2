import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect, kysely } from './connect.ts';
import type { AnsweredStatement } from './observe-statements.ts';
import { testDatabase } from './testing/index.ts';

const statements: string[] = [];
const answered: AnsweredStatement[] = [];
const database = testDatabase({
  onStatement: (text) => statements.push(text),
  onAnswered: (statement) => answered.push(statement),
  statementTimeoutMs: 5_000,
});

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

test('every statement is observed, with its rows once it is answered', async () => {
  statements.length = 0;
  answered.length = 0;
  await database.db.selectFrom('cause').select('code').limit(2).execute();
  await expect(sql`select 1 / 0`.execute(database.db)).rejects.toThrow('division by zero');
  expect(statements).toEqual(['select "code" from "cause" limit $1', 'select 1 / 0']);
  expect(answered).toEqual([
    { text: statements[0], rows: 2, milliseconds: expect.any(Number) },
    { text: statements[1], rows: null, milliseconds: expect.any(Number) },
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
