import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importWorkbook, type ImportOutcome } from './index.ts';
import { testFolder, textRow } from '../../../testing/imports/build-xlsx.ts';
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

/** Imports a workbook whose cell styles are these number formats, from 1. */
async function loadXlsx(formats: readonly string[], sheets: Record<string, string>): Promise<ImportOutcome> {
  const escaped = formats.map((code) => code.replaceAll('"', '&quot;'));
  const path = await folder.xlsx({
    sheets,
    styles: {
      formats: escaped.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join(''),
      cells: `<xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}`,
    },
  });
  return importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test' });
}

const text = (value: string, style = 0): string => `<c s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const row = (no: number, ...cells: string[]): string => `<row r="${no}">${cells.join('')}</row>`;
const one = async (query: string): Promise<unknown> => (await sql.raw(query).execute(database.db)).rows;

const VENUES = ['批次', '单位代码', '方式', '概算', '认定日期', '完成日期'];

describe('a workbook says what its reader sees', () => {
  it('an amount of 10 that is shown as 10.00万元 is 100,000 yuan, and is warned about', async () => {
    await load(LEDGER);
    const place = [text('c1'), text('350322100200'), text('新建')];
    const { state, problems } = await loadXlsx(['0.00"万元"'], {
      活动场所: textRow(1, ...VENUES) + row(2, ...place, number('10', 1), text('2014-06-10')),
    });
    expect(state).toBe('accepted');
    expect(problems.map(({ cell, code, severity }) => [cell, code, severity])).toEqual([
      ['D2', 'READ_AS_SHOWN', 'warning'],
    ]);
    expect(problems[0]?.message.zh).toContain('0.00"万元"');
    expect(problems[0]?.value).toBe('10.00万元');
    expect(await one('select estimate_yuan from venues')).toEqual([{ estimate_yuan: '100000.00' }]);
  });

  it('yuan that are shown in ten thousands below such a header are yuan, below none are refused', async () => {
    await load(LEDGER);
    const place = [text('c1'), text('350322100200'), text('新建')];
    const data = row(2, ...place, number('150000', 1), text('2014-06-10'));
    const refused = await loadXlsx(['0!.0,'], { 活动场所: textRow(1, ...VENUES) + data });
    expect([refused.state, places(refused)]).toEqual(['refused', ['venues!D2 FORMAT_UNCLEAR']]);
    const header = VENUES.map((name) => (name === '概算' ? '概算（万元）' : name));
    const accepted = await loadXlsx(['0!.0,'], { 活动场所: textRow(1, ...header) + data });
    expect([accepted.state, places(accepted)]).toEqual(['accepted', ['venues!D2 READ_AS_SHOWN']]);
    expect(await one('select estimate_yuan from venues')).toEqual([{ estimate_yuan: '150000.00' }]);
  });

  it('case number 1 that is shown as 001 is the case 001', async () => {
    await load(LEDGER);
    const header = textRow(1, 'case_no', 'campaign', 'unit_code', 'identified_on', 'primary_cause', 'other_causes');
    const cells = [
      number('1', 1),
      text('c1'),
      text('350322100200'),
      text('20140320'),
      text('c01'),
      text('集体经济薄弱'),
    ];
    const outcome = await loadXlsx(['000'], { cases: header + row(2, ...cells) });
    expect([outcome.state, places(outcome)]).toEqual(['unchanged', ['cases!A2 READ_AS_SHOWN']]);
  });

  it('a text that is shown with a prefix has it', async () => {
    await load({ ...LEDGER, cases: LEDGER['cases']!.replace('001,', '仙弱001,') });
    const visits =
      textRow(1, 'case_no', 'role', 'visited_on') + row(2, text('001', 1), text('领导'), text('2014-06-30'));
    const outcome = await loadXlsx(['"仙弱"@'], { visits });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', []]);
  });

  it('a formula that shows nothing is blank; one whose result is not stored is refused', async () => {
    await load(LEDGER);
    const place = row(
      2,
      text('c1'),
      text('350322100200'),
      text('新建'),
      '<c t="str"><f>A1</f><v></v></c>',
      text('2014-06-10'),
    );
    const foot = row(3, ...VENUES.map(() => '<c t="str"><f>IF(A9="","",A9)</f><v/></c>'));
    const outcome = await loadXlsx([], { 活动场所: textRow(1, ...VENUES) + place + foot });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', []]);
    expect(await one('select estimate_yuan from venues')).toEqual([{ estimate_yuan: null }]);
    const unknown = place.replace('<c t="str"><f>A1</f><v></v></c>', '<c><f>A1</f><v></v></c>');
    const refused = await loadXlsx([], { 活动场所: textRow(1, ...VENUES) + unknown });
    expect(places(refused)).toEqual(['venues!D2 FORMULA_CELL']);
  });
});

describe('codes of counties and towns with zeros to twelve digits', () => {
  const filled = LEDGER['units']!.replaceAll(/\b350322(,|$)/gm, '350322000000$1').replaceAll(
    /\b(35032210[01])(?=,)/g,
    '$1000',
  );

  it('are the units that the short ones are', async () => {
    await load(LEDGER);
    const outcome = await load({
      ...LEDGER,
      units: filled,
      campaigns: LEDGER['campaigns']!.replace('350322,', '350322000000,'),
    });
    expect([outcome.state, places(outcome)]).toEqual(['unchanged', ['units!A2 CODE_SHORTENED']]);
  });

  it('stay what they are on record where an older version stored them', async () => {
    await load(LEDGER);
    await sql`insert into org_unit (code) values ('350323000000')`.execute(database.db);
    const outcome = await load({ units: 'code,name,kind,parent_code\n350323,另一县,county,' });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', []]);
    expect(await one(`select code from org_unit_version where name = '另一县'`)).toEqual([{ code: '350323000000' }]);
  });

  it('cannot be those of a village', async () => {
    const units = `${LEDGER['units']}\n350322100000,戊村,village,350322100,,`;
    const outcome = await load({ ...LEDGER, units });
    expect(outcome.state).toBe('refused');
  });
});

it('marks for nothing leave optional cells blank and are named; counts carry what they count', async () => {
  await load(LEDGER);
  const outcome = await load({
    venues: `${VENUES.join(',')}\nc1,350322100200,新建,/,2014-06-10,无`,
    team: 'campaign,unit_code,item,effective_on,count\nc1,350322100200,调整,2014-06-30,14名',
  });
  expect([outcome.state, places(outcome)]).toEqual(['accepted', ['venues!D2 BLANK_MARK', 'venues!F2 BLANK_MARK']]);
  expect(await one('select estimate_yuan, done_on from venues')).toEqual([{ estimate_yuan: null, done_on: null }]);
  expect(await one('select count from team')).toEqual([{ count: 14 }]);
  const needed = await load({ team: 'campaign,unit_code,item,effective_on,count\nc1,350322100200,调整,2014-07-30,—' });
  expect(places(needed)).toEqual(['team!E2 REQUIRED']);
});

it('names every cause with its meaning where one is not known', async () => {
  const { problems } = await load({ ...LEDGER, cases: LEDGER['cases']!.replace('C01,C14', 'C77,信访') });
  expect(problems.map(({ code, expected }) => [code, expected.zh.includes('C09 信访矛盾集中；')])).toEqual([
    ['BAD_LIST', true],
    ['UNKNOWN_CAUSE', true],
  ]);
  expect(problems.every(({ expected }) => expected.en.includes('C09 Petitions and disputes; '))).toBe(true);
});
