import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importWorkbook, type ImportOutcome } from './index.ts';
import { testFolder, textRow, type XlsxParts } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
});

const load = (sheets: CsvSheets): Promise<ImportOutcome> => importCsv(pool, folder.path(randomUUID()), sheets);
const read = (path: string): Promise<ImportOutcome> =>
  importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test' });
const loadXlsx = async (parts: XlsxParts): Promise<ImportOutcome> => read(await folder.xlsx(parts));
const fixture = (name: string): Promise<ImportOutcome> =>
  read(fileURLToPath(new URL(`../../../../test/fixtures/imports/${name}.xlsx`, import.meta.url)));
const values = async (query: string): Promise<unknown[]> =>
  (await sql.raw<{ v: unknown }>(query).execute(database.db)).rows.map(({ v }) => v);

describe('workbooks as offices shape them', () => {
  it('reads a deadline that is merged over four cases for each of them', async () => {
    const outcome = await fixture('merged-deadline');
    expect([outcome.state, places(outcome), outcome.problems[0]?.message.zh]).toEqual([
      'accepted',
      ['cases!G2 MERGED_CELLS', 'measures!F4 MEASURE_AFTER_DEADLINE'],
      '合并单元格 G2:G5，各行都按此值读取',
    ]);
    expect(await values('select deadline::text as v from cases order by case_no')).toEqual(
      Array.from({ length: 4 }, () => '2014-07-15'),
    );
  });

  it('refuses data below a blank header, naming the column', async () => {
    const outcome = await fixture('headerless-column');
    expect([outcome.state, places(outcome), outcome.problems[0]?.message.en]).toEqual([
      'refused',
      ['cases!G2 COLUMN_WITHOUT_HEADER'],
      'column G has data and no header',
    ]);
  });

  it('reads amounts in the unit of the title line', async () => {
    const outcome = await fixture('money-unit-in-title');
    expect([outcome.state, places(outcome)]).toEqual([
      'accepted',
      ['venues!D3 MONEY_UNIT_OF_TITLE', 'venue_funds!E3 MONEY_UNIT_OF_TITLE'],
    ]);
    expect(await values('select sum(estimate_yuan)::text as v from venues')).toEqual(['150000.00']);
    expect(await values('select sum(amount_yuan)::text as v from venue_funds')).toEqual(['50000.00']);
  });

  it('warns of a total that stands among the rows with the code of its county', async () => {
    const outcome = await fixture('county-total-with-code');
    expect([outcome.state, places(outcome)]).toEqual(['accepted', ['operating_funds!C6 LOOKS_LIKE_TOTAL']]);
  });

  it('skips a column that numbers the rows', async () => {
    const outcome = await fixture('serial-number-column');
    expect([outcome.state, places(outcome)]).toEqual(['accepted', ['cases!A1 COLUMN_PASSED_OVER']]);
  });
});

describe('rows and columns besides the entries', () => {
  it('refuses a CSV row that is longer than its header', async () => {
    await load(LEDGER);
    const outcome = await load({
      project_funds: 'campaign,unit_code,source,received_on,amount_yuan\nc1,350322100200,upper,2014-05-01,40,000',
    });
    expect([outcome.state, places(outcome)]).toEqual(['refused', ['project_funds!F2 COLUMN_WITHOUT_HEADER']]);
    expect(outcome.problems[0]?.message.en).toContain('40,000');
  });

  it('skips column numbers, marks below the header, and the header and title again', async () => {
    const [header = '', ...rows] = (LEDGER['campaigns'] ?? '').split('\n');
    const outcome = await load({
      ...LEDGER,
      campaigns: [
        '整顿批次表',
        header,
        '（必填）,（必填）,（必填）,（必填）,（选填）',
        '1,2,3,4,5',
        rows[0],
        '整顿批次表',
        header,
        rows[1],
      ].join('\n'),
    });
    expect([outcome.state, places(outcome)]).toEqual([
      'accepted',
      [
        'campaigns!3 FILLING_NOTES',
        'campaigns!4 COLUMN_NUMBERS',
        'campaigns!6 HEADER_REPEATED',
        'campaigns!7 HEADER_REPEATED',
      ],
    ]);
    expect(outcome.sheets.find(({ sheet }) => sheet === 'campaigns')?.new).toBe(2);
  });

  it('refuses the header again in another unit', async () => {
    await load(LEDGER);
    const rows = ['批次,单位代码,来源,到位日期,金额（万元）', 'c1,350322100200,上级,2014-05-01,4'];
    const again = ['批次,单位代码,来源,到位日期,金额（元）', 'c1,350322100201,上级,2014-05-01,40000'];
    expect((await load({ project_funds: [...rows, ...again].join('\n') })).state).toBe('refused');
  });

  it('refuses a remark below that names the unit of amounts which nothing above names', async () => {
    await load(LEDGER);
    const sheet = (amount: string): CsvSheets => ({
      project_funds: `批次,单位代码,来源,到位日期,${amount}\nc1,350322100200,上级,2014-05-01,4\n注：金额单位：万元`,
    });
    expect(places(await load(sheet('金额')))).toEqual([
      'project_funds!A3 MONEY_UNIT_UNCLEAR',
      'project_funds!A3 REMARK_ROW',
    ]);
    expect((await load(sheet('金额（万元）'))).state).toBe('accepted');
  });

  it('skips rows that are only numbered', async () => {
    await load(LEDGER);
    const outcome = await load({
      transitions: '序号,编号,状态,日期\n1,001,方案已定,2014-04-01\n2,,,\n3,,,',
    });
    expect([outcome.state, outcome.sheets[0]?.rows]).toEqual(['accepted', 1]);
  });

  it('takes a total by the name beside the code, and no row that has a name alone for nothing', async () => {
    await load(LEDGER);
    const outcome = await load({
      economy: '单位名称,单位代码,年度,经营性收入\n甲村,350322100200,2014,5\n全镇合计,350322100,2014,5\n乙村,,,\n',
    });
    expect(places(outcome)).toEqual([
      'economy!B4 REQUIRED',
      'economy!C4 REQUIRED',
      'economy!D4 REQUIRED',
      'economy!3 TOTAL_ROW',
    ]);
  });

  it('reads rows that are struck through, and says so', async () => {
    await load(LEDGER);
    const [plain, struck, partly] = ['2014-04-01', '2014-04-02', '2014-04-03'].map((day, at) =>
      textRow(at + 2, '001', ['方案已定', '整顿中', '待验收'][at] ?? '', day),
    );
    const outcome = await loadXlsx({
      sheets: {
        进度:
          textRow(1, '编号', '状态', '日期') +
          plain +
          struck?.replaceAll('<c ', '<c s="1" ') +
          partly?.replace('<c ', '<c s="1" '),
      },
      styles: { cells: '<xf fontId="0"/><xf fontId="1"/>' },
      more: {
        'xl/styles.xml':
          '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
      },
    });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', ['transitions!3 STRUCK_ROWS']]);
    expect(outcome.problems[0]?.message.zh).toBe('有1行加了删除线，仍已读取（第一处在第3行）');
  });

  it('reads hidden rows and columns, and says so', async () => {
    await load(LEDGER);
    const outcome = await loadXlsx({
      sheets: {
        进度:
          textRow(1, '编号', '状态', '日期') +
          textRow(2, '001', '方案已定', '2014-04-01') +
          textRow(3, '001', '整顿中', '2014-04-02').replace('<row', '<row hidden="1"') +
          textRow(4, '001', '待验收', '2014-04-03').replace('<row', '<row hidden="true"'),
      },
      columns: { 进度: '<col min="1" max="1" width="9"/><col min="2" max="2" hidden="1" width="0"/>' },
    });
    expect([outcome.state, places(outcome), outcome.problems[1]?.message.zh]).toEqual([
      'accepted',
      ['transitions!1 HIDDEN_COLUMNS', 'transitions!3 HIDDEN_ROWS'],
      '有2行被隐藏或被筛选掉，仍已读取（第一处在第3行）',
    ]);
  });
});

describe('totals that carry a code', () => {
  const funds = (...rows: string[]): CsvSheets => ({
    project_funds: ['campaign,unit_code,source,received_on,amount_yuan', ...rows].join('\n'),
  });

  it.each([
    ['of a town', ['c1,350322100,other,2014-05-09,7'], ['project_funds!E4 LOOKS_LIKE_TOTAL']],
    [
      'of a county, by source',
      ['c1,350322,upper,2014-05-09,4', 'c1,350322100001,upper,2014-05-03,1'],
      ['project_funds!E4 LOOKS_LIKE_TOTAL'],
    ],
    ['of what is none', ['c1,350322,upper,2014-05-09,5'], []],
    ['of a village', ['c1,350322100001,upper,2014-05-09,7'], []],
  ])('are reported: %s', async (_, more, expected) => {
    await load(LEDGER);
    const outcome = await load(
      funds('c1,350322100200,upper,2014-05-01,3', 'c1,350322100201,other,2014-05-02,4', ...more),
    );
    expect([outcome.state, places(outcome)]).toEqual(['accepted', expected]);
  });
});

describe('names of sheets', () => {
  it.each(['台账（7月）', '1.台账', '台账 (1)', '附件2：台账', '一、台账', '台账表', '台账（2014年7月）'])(
    'reads %s as 台账, with a warning',
    async (name) => {
      const { cases = '', ...rest } = LEDGER;
      const outcome = await load({ ...rest, [name]: cases });
      expect([outcome.state, places(outcome)]).toEqual(['accepted', ['cases! SHEET_NAMED_OTHERWISE']]);
    },
  );

  it('refuses two sheets for one, and names that may mean something else', async () => {
    expect(places(await load({ ...LEDGER, '台账 (1)': LEDGER['cases'] ?? '' }))).toEqual(['cases! SHEET_TWICE']);
    expect(places(await load({ ...LEDGER, '台账（旧）': LEDGER['cases'] ?? '' }))).toEqual([
      '台账（旧）! UNKNOWN_SHEET',
    ]);
  });

  it('reports an unknown sheet once, not every row that refers to it', async () => {
    const { cases = '', ...rest } = LEDGER;
    const outcome = await load({ ...rest, 总账: cases, 进度: '编号,状态,日期\n001,方案已定,2014-04-01' });
    expect(places(outcome)).toEqual(['总账! UNKNOWN_SHEET']);
  });
});
