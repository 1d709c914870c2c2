import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../features/imports/index.ts';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
});

const HEADER = 'code,name,kind,parent_code,valid_from,valid_to,population';
const TREE = [
  '350300,莆田市,prefecture,,,,',
  '350322,仙游县,county,350300,,,',
  '350323,新县,county,350300,,,',
  '350322100,榜头镇,town,350322,,,',
  '350322100200,甲村,village,350322100,,,900',
];
const load = (...lines: string[]): Promise<ImportOutcome> =>
  importCsv(pool, folder.path(randomUUID()), { units: [HEADER, ...lines].join('\n') });
const counts = ({ sheets }: ImportOutcome): number[] =>
  sheets.flatMap((sheet) => [sheet.new, sheet.corrected, sheet.unchanged]);

/** Current versions of a unit: name, place in the tree, life. */
async function versions(code: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', name, prefecture_code, county_code, town_code, village_code, valid_from, valid_to) as line
    from org_unit_version where code = ${code} and superseded_at = 'infinity' order by valid_from`.execute(database.db);
  return rows.map(({ line }) => line);
}

describe('the dated tree', () => {
  it('carries the codes of all levels above a unit, whatever the order of the rows', async () => {
    await load(...TREE.toReversed());
    expect(await versions('350322100200')).toEqual(['甲村 350300 350322 350322100 350322100200 -infinity infinity']);
    expect(await versions('350322')).toEqual(['仙游县 350300 350322 -infinity infinity']);
  });

  it('closes a version when a later one begins, and keeps the closed row on the second clock', async () => {
    await load(...TREE);
    const renamed = await load('350322100200,甲新村,village,350322100,2015-01-01,,');
    expect(counts(renamed)).toEqual([1, 0, 0]);
    expect(await versions('350322100200')).toEqual([
      '甲村 350300 350322 350322100 350322100200 -infinity 2015-01-01',
      '甲新村 350300 350322 350322100 350322100200 2015-01-01 infinity',
    ]);
    const all = await sql`select 1 from org_unit_version where code = '350322100200'`.execute(database.db);
    expect(all.rows.length).toBe(3);
    expect(counts(await load(...TREE))).toEqual([0, 0, 5]);
  });

  it('splits the villages of a town that moves to another county, and nothing else', async () => {
    await load(...TREE, '350322100201,乙村,village,350322100,2016-01-01,,');
    const moved = await load('350322100,榜头镇,town,350323,2015-01-01,,');
    expect(counts(moved)).toEqual([1, 0, 0]);
    expect(await versions('350322100200')).toEqual([
      '甲村 350300 350322 350322100 350322100200 -infinity 2015-01-01',
      '甲村 350300 350323 350322100 350322100200 2015-01-01 infinity',
    ]);
    expect(await versions('350322100201')).toEqual(['乙村 350300 350323 350322100 350322100201 2016-01-01 infinity']);
    expect((await sql`select 1 from org_unit_version where code = '350322'`.execute(database.db)).rows.length).toBe(1);
  });

  it('finds every row of a workbook unchanged after villages were split', async () => {
    await load(...TREE);
    await load('350322100,榜头镇,town,350323,2015-01-01,,');
    const again = await load(...TREE, '350322100,榜头镇,town,350323,2015-01-01,,');
    expect([again.state, counts(again)]).toEqual(['unchanged', [0, 0, 6]]);
  });

  it('corrects a split village on every part of its life', async () => {
    await load(...TREE);
    await load('350322100,榜头镇,town,350323,2015-01-01,,');
    expect(counts(await load('350322100200,甲字村,village,350322100,,,900'))).toEqual([0, 1, 0]);
    expect((await versions('350322100200')).map((line) => line.slice(0, 3))).toEqual(['甲字村', '甲字村']);
  });

  it('does not split a village when its town is only renamed', async () => {
    await load(...TREE);
    await load('350322100,榜头街,town,350322,2015-01-01,,');
    expect(await versions('350322100200')).toHaveLength(1);
  });

  it('abolishes a unit and opens it again by correction', async () => {
    await load(...TREE);
    expect(counts(await load('350322100200,甲村,village,350322100,,2016-01-01,900'))).toEqual([0, 1, 0]);
    expect(await versions('350322100200')).toEqual(['甲村 350300 350322 350322100 350322100200 -infinity 2016-01-01']);
    expect(counts(await load('350322100200,甲村,village,350322100,,,900'))).toEqual([0, 1, 0]);
    expect(await versions('350322100200')).toEqual(['甲村 350300 350322 350322100 350322100200 -infinity infinity']);
  });

  it('comes to the same tree in one workbook or in several', async () => {
    const move = '350322100,榜头镇,town,350323,2015-01-01,,';
    const rename = '350322100200,甲新村,village,350322100,2014-06-01,,950';
    await load(...TREE, move, rename);
    const one = [await versions('350322100'), await versions('350322100200')];
    await emptyLedger(database.db);
    await load(...TREE);
    await load(rename);
    await load(move);
    expect([await versions('350322100'), await versions('350322100200')]).toEqual(one);
  });
});
