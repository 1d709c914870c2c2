import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';
import { mayBeNamed } from './name-checks.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  expect(places(await load(LEDGER, false))).toEqual([]);
});

const load = (sheets: CsvSheets, dryRun = true) => importCsv(pool, folder.path(randomUUID()), sheets, { dryRun });
const east = { names: ['东山村'], above: ['福建省', '莆田市', '仙游县', '鲤南镇'] };

it.each([
  '东山村',
  '东山',
  '鲤南镇东山村',
  '仙游县鲤南镇东山村党支部',
  '中共鲤南镇东山村委员会',
  '鲤南镇',
  '鲤南',
  '仙游县鲤南镇',
  ' 东 山 村 ',
])('东山村 of 鲤南镇 may be written %s', (name) => expect(mayBeNamed(name, east)).toBe(true));

it.each(['西山村', '鲤南镇西山村', '榜头镇', '东屏村', '县财政局'])('东山村 of 鲤南镇 is not %s', (name) =>
  expect(mayBeNamed(name, east)).toBe(false),
);

it('a unit keeps the names that it bore', () => {
  expect(mayBeNamed('旧名村', { names: ['新名村', '旧名村'], above: [] })).toBe(true);
});

it('a name beside the code of another unit is warned of, once, in sheets of units and of cases', async () => {
  const outcome = await load({
    economy:
      '乡镇,单位名称,单位代码,年度,经营性收入\n榜头镇,甲村,350322100200,2014,5\n榜头镇,甲村,350322100201,2014,5\n枫亭镇,—,350322100201,2013,5\n,甲村,350322100201,2012,5\n',
    visits:
      '编号,村名,角色,日期\n001,榜头镇甲村,第一书记,2014-05-01\n001,乙村,第一书记,2014-05-02\n404,乙村,第一书记,2014-05-02\n',
  });
  expect(places(outcome)).toEqual([
    'visits!A4 UNKNOWN_CASE',
    'visits!B3 OTHER_NAME',
    'economy!B3 OTHER_NAME',
    'economy!A4 OTHER_NAME',
  ]);
  expect(outcome.problems[1]).toMatchObject({
    value: '乙村',
    message: {
      zh: '001 榜头镇甲村：名称写的是“乙村”，而代码 350322100200 是“榜头镇甲村”',
      en: '001 榜头镇甲村: the name is 乙村, but the code 350322100200 belongs to 榜头镇甲村',
    },
  });
});

it('names of this file count, and names of units above are compared with their code', async () => {
  const outcome = await load({
    units:
      'code,名称,类型,上级代码,上级名称\n350322102,龙华镇,镇,350322,仙游县\n350322102200,戊村,村,350322102,龙华镇\n350322102201,己村,村,350322100,龙华镇',
    team: '批次,单位代码,村名,事项,日期,人数\nc1,350322102200,戊村,调整,2014-05-01,1',
  });
  expect(places(outcome)).toEqual(expect.arrayContaining(['units!E4 OTHER_NAME']));
  expect(places(outcome).filter((place) => place.endsWith('OTHER_NAME'))).toHaveLength(1);
});
