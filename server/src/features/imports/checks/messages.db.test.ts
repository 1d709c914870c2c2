import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { importWorkbook, writeTemplate, type ImportOutcome } from '../index.ts';
import { testFolder, textRow } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

const STEPS = 'case_no,state,effective_on';
const LIFE = ['planned,2014-04-01', 'rectifying,2014-04-02', 'submitted,2014-07-15', 'accepted,2014-07-28'];

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  const transitions = [STEPS, ...LIFE.map((step) => `001,${step}`)].join('\n');
  expect(places(await load({ ...LEDGER, transitions }))).toEqual([]);
});

const load = (sheets: CsvSheets, options = {}): Promise<ImportOutcome> =>
  importCsv(pool, folder.path(randomUUID()), sheets, options);
const text = ({ problems }: ImportOutcome) =>
  problems.map(({ cell, value, message, expected }) => [cell, value, message.zh, expected.zh]);
/** A sheet with Chinese headers, as offices write it. */
const inChinese = async (name: string, ...rows: string[][]): Promise<ImportOutcome> => {
  const path = await folder.xlsx({ sheets: { [name]: rows.map((cells, at) => textRow(at + 1, ...cells)).join('') } });
  return importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test', dryRun: true });
};

describe('a step that does not fit', () => {
  const transitions = (...rows: string[][]): Promise<ImportOutcome> =>
    inChinese('进度', ['编号', '状态', '日期'], ...rows);

  it('is reported at the new row, with case, village and both days, not at an old one that was right', async () => {
    const old = LIFE.map((step) => ['001', ...step.split(',')]);
    const outcome = await transitions(...old, ['001', '已销号', '2014-07-20']);
    expect(text(outcome)).toEqual([
      ['B6', '已销号', '001 榜头镇甲村：销号日期 2014-07-20 早于验收日期 2014-07-28', '不早于 2014-07-28'],
    ]);
    expect(outcome.problems[0]?.message.en).toBe(
      '001 榜头镇甲村: signed off on 2014-07-20, before it was accepted on 2014-07-28',
    );
  });

  it('is reported at the new row also where only the old one after it is out of place', async () => {
    expect(text(await transitions(['001', '整顿中', '2014-07-20']))).toEqual([
      [
        'B2',
        '整顿中',
        '001 榜头镇甲村：“整顿中”（2014-07-20）之后已有“已验收”（2014-07-28），两者次序不符',
        '“整顿中”之后应为：待验收；请核对本行的状态和日期，或补上缺少的一步',
      ],
    ]);
  });

  it('says what came before it, and what may come', async () => {
    expect(text(await transitions(['001', '巩固期', '2014-08-01']))).toEqual([
      [
        'B2',
        '巩固期',
        '001 榜头镇甲村：“已验收”（2014-07-28）之后不能直接到“巩固期”（2014-08-01）',
        '“已验收”之后应为：已销号；请核对本行的状态和日期，或补上缺少的一步',
      ],
    ]);
  });
});

it('two of one day: says how to enter both', async () => {
  const outcome = await load({
    venue_funds:
      'campaign,unit_code,source,received_on,amount_yuan\nc1,350322100200,upper,2014-05-01,1\nc1,350322100200,upper,2014-05-01,2',
  });
  expect(text(outcome)).toEqual([
    [
      'D3',
      'c1 / 350322100200 / upper / 2014-05-01',
      '与第2行是同一记录，但内容不同',
      '批次、单位代码、来源、到位日期相同的，每本只能有一行：确是两次的合并成一行，金额填合计；重复的删去一行',
    ],
  ]);
  const visits = await inChinese(
    '走访',
    ['编号', '角色', '日期', '发现问题'],
    ['001', '第一书记', '2014-05-01', '1'],
    ['001', '第一书记', '2014-05-01', '2'],
  );
  expect(text(visits).map(([cell, value]) => [cell, value])).toEqual([['C3', '001 / 第一书记 / 2014-05-01']]);
  expect(visits.problems[0]?.expected.en).toBe(
    'one row for each case number, role, date: enter two of them as one row, with the combined number of problems; delete duplicates',
  );
});

it('a day on which the unit does not exist: names the days on which it does, the last one included', async () => {
  const outcome = await load({
    cases: 'case_no,campaign,unit_code,identified_on,primary_cause\n009,c2,350322101200,2014-06-01,C01',
  });
  expect(text(outcome)).toEqual([
    [
      'D2',
      '2014-06-01',
      '009 枫亭镇丁村：该日单位不存在',
      '单位存续期内的日期（含首末两日）：… 2014-05-31；合并、撤销后的事项请填现单位的代码',
    ],
  ]);
});

it('cells that cannot be read name case and village, findings of a whole column do not', async () => {
  const outcome = await inChinese(
    '走访',
    ['编号', '角色', '日期'],
    ['001', '第一书记', '昨天'],
    ['404', '包村', '昨天'],
  );
  expect(outcome.problems.map(({ cell, message }) => [cell, message.zh])).toEqual([
    ['C2', '001 榜头镇甲村：不是日期'],
    ['B3', '404：不是此列的可选词'],
    ['C3', '404：不是日期'],
    ['A3', '404：没有这个编号'],
  ]);
});

it('a blank template: says that there are no rows, and what to fill in first', async () => {
  const path = folder.path('blank.xlsx');
  await writeFile(path, await writeTemplate('zh'));
  const outcome = await importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test' });
  expect([outcome.state, outcome.problems.map(({ code }) => code)]).toEqual(['refused', ['NO_ROWS']]);
  expect(text(outcome)[0]?.slice(2)).toEqual([
    '册内没有数据行',
    '先填这四张表：单位、整顿批次、台账、进度；其余各表有内容时再填',
  ]);
});
