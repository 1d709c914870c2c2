import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { buildUnit } from './factories/index.ts';
import { testDatabase } from './testing/index.ts';

const database = testDatabase();

const COUNTIES = ['350301', '350302', '350303', '350304'];
const VILLAGES = 120;
/** Every tenth village supersedes the county's own row once more, as a change of its figures would. */
const EVERY = 10;

const codeOf = (county: string, n: number): string => `${county}100${200 + n}`;

/** Units in force, each looked up in the same statement, as the lists of a report do. */
async function found(codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select v.code from unnest(${codes}::text[]) a(code) cross join lateral (
      select o.code from org_unit_version o where o.code = a.code and o.superseded_at = 'infinity'
        and daterange(o.valid_from, o.valid_to) && daterange('2014-07-31', '2014-08-01') offset 0) v`.execute(
    database.db,
  );
  return rows.map(({ code }) => code);
}

it('units are found while two transactions supersede versions, and afterwards', { timeout: 120_000 }, async () => {
  const { db } = database;
  for (const code of COUNTIES) {
    await buildUnit(db, { code });
    await buildUnit(db, { code: `${code}100` });
  }
  const committed = [...COUNTIES];
  const writing = new Set(COUNTIES);
  const write = async (county: string): Promise<void> => {
    for (let n = 1; n <= VILLAGES; n += 1) {
      await db.transaction().execute(async (transaction) => {
        await buildUnit(transaction, { code: codeOf(county, n) });
        if (n % EVERY === 0) {
          const moment = new Date(Date.parse('2020-01-01T00:00:00Z') + n).toISOString();
          await transaction
            .updateTable('org_unit_version')
            .set({ superseded_at: moment })
            .where('code', '=', county)
            .where('superseded_at', '=', 'infinity')
            .execute();
          await buildUnit(transaction, { code: county, recordedAt: moment });
        }
      });
      committed.push(codeOf(county, n));
    }
    writing.delete(county);
  };
  const lost: string[] = [];
  const read = async (): Promise<void> => {
    while (writing.size > 0) {
      const there = [...committed];
      const rows = new Set(await found(there));
      lost.push(...there.filter((code) => !rows.has(code)));
    }
  };
  await Promise.all([...COUNTIES.map(write), read(), read(), read(), read()]);
  expect(lost).toEqual([]);
  expect((await found(committed)).toSorted()).toEqual(committed.toSorted());
});

it('no statement that looks units up by their code reads the index of the constraint', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select from org_unit_version where code = '350301' and superseded_at = 'infinity'
      and daterange(valid_from, valid_to) && daterange('2014-07-31', '2014-08-01')`.execute(database.db);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('org_unit_version_no_overlap');
});
