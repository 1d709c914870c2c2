import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importWorkbook, type ImportOutcome } from '../index.ts';
import { testFolder, textRow, type XlsxParts } from '../../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

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
const loadXlsx = async (parts: XlsxParts): Promise<ImportOutcome> =>
  importWorkbook(pool, { path: await folder.xlsx(parts) }, { channel: 'cli', recordedBy: 'test' });
const values = async (query: string): Promise<unknown[]> =>
  (await sql.raw<{ v: unknown }>(query).execute(database.db)).rows.map(({ v }) => v);

describe('merged cells', () => {
  it('are refused where one header stands over two columns of data', async () => {
    await load(LEDGER);
    const outcome = await loadXlsx({
      sheets: {
        验收测评: textRow(1, '编号', '类别', '日期', '满意') + textRow(2, '001', '群众测评', '2014-07-01', '3', '4'),
      },
      merges: { 验收测评: ['D1:E1'] },
    });
    expect(places(outcome)).toContain('evaluations!E2 COLUMN_WITHOUT_HEADER');
    expect(outcome.problems.find(({ cell }) => cell === 'E2')?.message.zh).toContain('D1:E1 合并在几列上');
  });

  it('are read where a number of a case is merged over its measures, and let titles and totals be', async () => {
    await load(LEDGER);
    const outcome = await loadXlsx({
      sheets: {
        措施:
          textRow(1, '措施台账') +
          textRow(2, '编号', '序号', '方面', '内容') +
          textRow(3, '001', '1', '人', '选配') +
          '<row r="4"><c r="B4" t="inlineStr"><is><t>2</t></is></c><c r="C4" t="inlineStr"><is><t>人</t></is></c><c r="D4" t="inlineStr"><is><t>培训</t></is></c></row>' +
          textRow(5, '合计 2 条'),
      },
      merges: { 措施: ['A1:D1', 'A3:A4', 'A5:D5'] },
    });
    expect([outcome.state, places(outcome)]).toEqual([
      'accepted',
      ['measures!A3 MERGED_CELLS', 'measures!A5 TOTAL_ROW'],
    ]);
    expect(await values("select case_no || ' ' || no as v from measures order by no")).toEqual(['001 1', '001 2']);
  });
});

describe('merged cells that begin in a row that is skipped', () => {
  const days = (first: string, ...rows: string[][]): Promise<ImportOutcome> =>
    loadXlsx({
      sheets: {
        走访: [
          textRow(1, '编号', '角色', '日期', '发现问题', '说明'),
          first,
          ...rows.map((cells, at) => textRow(at + 3, ...cells)),
        ].join(''),
      },
      merges: { 走访: ['E2:E4'] },
    });

  it('are read for the rows below', async () => {
    await load(LEDGER);
    const outcome = await days(
      textRow(2, '小计', '', '', '3', '入户'),
      ['001', '挂钩领导', '2014-05-01', '1'],
      ['001', '挂钩领导', '2014-05-02', '2'],
    );
    expect([outcome.state, places(outcome)]).toEqual(['accepted', ['visits!A2 TOTAL_ROW', 'visits!E3 MERGED_CELLS']]);
    expect(await values('select note as v from visits')).toEqual(['入户', '入户']);
  });

  it('are refused where they are a part of the header', async () => {
    await load(LEDGER);
    const outcome = await days(
      textRow(2, '编号', '角色', '日期', '发现问题', '说明'),
      ['001', '挂钩领导', '2014-05-01', '1'],
      ['001', '挂钩领导', '2014-05-02', '2'],
    );
    expect(outcome.state).toBe('refused');
    expect(places(outcome)).toContain('visits!E3 MERGED_WITH_PASSED_ROW');
  });
});
