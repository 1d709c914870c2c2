import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx } from '../../db/seeds/samples/write-xlsx.ts';
import { queryGraph } from '../support/graphql.ts';
import { startOnSamples } from '../support/server.ts';
import { settled, visitor } from '../support/visitor.ts';
import type { SampleServer } from '../support/server.ts';

const { open } = visitor();
let server: SampleServer;
let folder: string;
let before: string;

beforeAll(async () => {
  server = await startOnSamples();
  folder = await mkdtemp(join(tmpdir(), 'wallchart-clerk-'));
  before = new Date().toISOString();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A workbook that strikes 东山村 off, with a title above its header as offices like it. */
async function workbook(state: string, day: string): Promise<string> {
  const row = {
    case_no: '2014-014',
    state,
    effective_on: day,
    document_no: '〔2014〕16号',
    note: '',
    illustrative: '',
  };
  const path = join(folder, '整顿进度.xlsx');
  await writeFile(path, await writeXlsx({ transitions: [row] }, { chinese: false, titles: ['仙游县整顿进度'] }));
  return path;
}

async function rectified(knownAt: string | null): Promise<string | null> {
  const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: { value: string | null }[] } } }>(
    server.url,
    `query ($knownAt: DateTime) { orgUnit(code: "350322") {
      report(campaign: "county-2014", asOf: "2014-07-31", knownAt: $knownAt) { metrics(ids: [RECTIFIED]) { value } } } }`,
    { knownAt },
  );
  return orgUnit.report.metrics[0]?.value ?? null;
}

test('a clerk imports a bad workbook, gets the cells, fixes it and sees the figures move', async () => {
  const page = await open(`${server.url}/c/county-2014/u/350322`);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '导入' }).click();
  await page.getByRole('heading', { level: 1, name: '导入台账工作簿' }).waitFor();

  await page.locator('input[type=file]').setInputFiles(await workbook('strucked', '2014-07-32'));
  await page.getByRole('heading', { name: /2 处错误，未写入任何数据/u }).waitFor();
  const problems = page.getByRole('region', { name: '进度' }).getByRole('table');
  const rows = await problems.getByRole('row').allInnerTexts();
  expect(rows.some((row) => /B3[\s\S]*strucked[\s\S]*已销号/u.test(row))).toBe(true);
  expect(rows.some((row) => /C3[\s\S]*2014-07-32[\s\S]*2014-06-19/u.test(row))).toBe(true);
  expect(await rectified(null)).toBe('32');
  // A reload still tells how it ended.
  await page.reload();
  await page.getByRole('heading', { name: /2 处错误，未写入任何数据/u }).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载标出错误的工作簿' }).click(),
  ]);
  const marked = await readFile(await download.path());
  expect(marked.subarray(0, 2).toString()).toBe('PK');
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);

  await page.locator('input[type=file]').setInputFiles(await workbook('struck_off', '2014-07-30'));
  await page.getByRole('heading', { name: '核对无误，可以导入' }).waitFor();
  expect(await rectified(null)).toBe('32');
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '已导入，各页数字已更新' }).waitFor();

  await page.getByRole('link', { name: '总览', exact: true }).click();
  await page.waitForURL(/u\/350322/u);
  await settled(page);
  const headline = page.getByRole('heading', { level: 1 });
  await headline.getByRole('link', { name: /完成整顿数: 33/u }).waitFor();
  await headline.getByRole('link', { name: /未完成数: 4/u }).waitFor();
  expect([await rectified(null), await rectified(before)]).toEqual(['33', '32']);
});

test('what was known before the import can still be looked at, in the address', async () => {
  const page = await open(`${server.url}/c/county-2014/u/350322?knownAt=${encodeURIComponent(before)}`);
  await page
    .getByRole('heading', { level: 1 })
    .getByRole('link', { name: /完成整顿数: 32/u })
    .waitFor();
});

test('the same workbook again changes nothing and says so', async () => {
  const page = await open(`${server.url}/imports`);
  await page.locator('input[type=file]').setInputFiles(await workbook('struck_off', '2014-07-30'));
  await page.getByRole('heading', { name: /没有变化/u }).waitFor();
});

/** A sheet of CSV under its name. */
async function sheet(name: string, ...lines: string[]): Promise<string> {
  const path = join(folder, `${name}.csv`);
  await writeFile(path, lines.join('\n'));
  return path;
}

test('a clerk takes a strike-off back in the history of its case, and sees first what that changes', async () => {
  const page = await open(`${server.url}/c/county-2014/u/350322/case/2014-014`);
  const struckOff = page.getByRole('listitem').filter({ hasText: /状态\s*已销号/u });
  await struckOff.getByRole('button', { name: /^撤回/u }).click();
  const dialog = page.getByRole('dialog', { name: '撤回这条记录？' });
  await dialog.getByRole('row', { name: /^完成整顿数 33 32$/u }).waitFor();
  await dialog.getByRole('button', { name: '确认撤回' }).click();
  await struckOff.getByText(/^已撤回（/u).waitFor();
  expect(await rectified(null)).toBe('32');
});

test('a clerk corrects a day and replaces a sheet: each row is named before, and the figures follow', async () => {
  const page = await open(`${server.url}/imports`);
  const file = page.locator('input[type=file]');
  await file.setInputFiles(
    await sheet('进度', '编号,状态,日期', '2014-001,已销号,2014-05-31', '2014-001,巩固期,2014-05-31'),
  );
  await page.getByRole('heading', { name: '核对无误，可以导入' }).waitFor();
  const changes = page.getByRole('region', { name: '改动明细' });
  await changes.getByRole('row', { name: /^撤回 进度 2014-001 坝垄社区 已销号 2014年5月30日/u }).waitFor();
  await changes.getByRole('row', { name: /^新增 进度.*已销号 2014年5月31日/u }).waitFor();
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '已导入，各页数字已更新' }).waitFor();
  expect(await rectified(null)).toBe('32');

  await page.getByRole('button', { name: '换一个文件' }).click();
  await page.getByRole('checkbox', { name: /^本工作簿为全量/u }).check();
  await file.setInputFiles(
    await sheet('帮扶资金', '批次,单位代码,来源,到位日期,金额（元）', 'county-2014,350322,其他,2014-06-30,1000'),
  );
  const figures = page.getByRole('region', { name: '对数字的影响' });
  await figures.getByRole('row', { name: /^争取资金/u }).waitFor();
  await page.getByRole('checkbox', { name: /^本工作簿为全量/u }).uncheck();
  await page.getByRole('button', { name: '按所选重新核对' }).click();
  await page.getByText(/^已有数据中本册没有的行/u).waitFor();
  await page.getByRole('heading', { name: '核对无误，可以导入' }).waitFor();
});

test('a past import says what it changed, and leads to its cases', async () => {
  const page = await open(`${server.url}/imports`);
  await page
    .getByRole('row', { name: /进度\.csv/u })
    .getByRole('button', { name: '查看改动' })
    .click();
  await page
    .getByRole('row', { name: /^撤回 进度 2014-001/u })
    .first()
    .waitFor();
  await page.getByRole('link', { name: '在台账中查看本次改动的党组织' }).click();
  await page.getByText('只列出这次导入改动过的 1 个党组织。').waitFor();
  await page.getByRole('row', { name: /坝垄社区/u }).waitFor();
});
