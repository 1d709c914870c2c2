/// <reference lib="dom" />
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsInBothLooks } from '../support/axe.ts';
import { startOnSamples } from '../support/server.ts';
import { visibleText, settled, visitor } from '../support/visitor.ts';
import type { SampleServer } from '../support/server.ts';
import type { Page } from 'playwright-core';

const FIXTURE = new URL('../fixtures/synthetic-grid-350322.geojson', import.meta.url);
const WALL = '/c/county-2014/u/350322/wallchart';
const { open } = visitor();
let server: SampleServer;
let folder: string;

beforeAll(async () => {
  server = await startOnSamples();
  folder = await mkdtemp(join(tmpdir(), 'wallchart-map-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function choose(page: Page, change: (text: string) => string = (text) => text): Promise<void> {
  const path = join(folder, '底图.geojson');
  await writeFile(path, change(await readFile(FIXTURE, 'utf8')));
  await page.locator('input[type=file]').setInputFiles(path);
}

async function openMap(query = '', options?: Parameters<typeof open>[1]): Promise<Page> {
  const page = await open(`${server.url}${WALL}?view=map${query}`, options);
  await page.locator('.map-box svg').first().waitFor();
  return page;
}

const inFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test('without a map the wall chart says how to load one, and leads there', async () => {
  const page = await open(`${server.url}${WALL}?view=map`);
  await page.getByText('还没有底图').waitFor();
  await page.getByRole('grid', { name: '各乡镇的软弱涣散基层党组织' }).waitFor();
  expect(await page.getByRole('button', { name: '地图' }).count()).toBe(0);
  await page.getByRole('link', { name: '“导入”页' }).click();
  await page.getByRole('heading', { level: 1, name: '导入台账工作簿' }).waitFor();
});

test('an office drops a bad map, gets the features, mends it, and loads it once', async () => {
  const page = await open(`${server.url}/imports`);
  await choose(page, (text) => text.replace('"350322107"', '"350322777"').replace('[118.3, 25.4]', '[25.4, 118.3]'));
  await page.getByRole('heading', { name: /2 处错误，未写入任何数据/u }).waitFor();
  const rows = await page.getByRole('region', { name: '边界' }).getByRole('row').allInnerTexts();
  expect(rows.some((row) => /第 1 个要素[\s\S]*图形[\s\S]*25\.4, 118\.3[\s\S]*写反/u.test(row))).toBe(true);
  expect(rows.some((row) => /第 9 个要素[\s\S]*代码[\s\S]*350322777[\s\S]*350322107/u.test(row))).toBe(true);
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载问题清单' }).click(),
  ]);
  expect((await readFile(await list.path())).subarray(0, 2).toString()).toBe('PK');

  await choose(page);
  await page.getByRole('heading', { name: '核对无误，可以导入' }).waitFor();
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '已导入，各页数字已更新' }).waitFor();
  await choose(page);
  await page.getByRole('heading', { name: '没有变化' }).waitFor();
});

test('the map shows every town and organisation, drills, and comes back', async () => {
  const page = await open(`${server.url}${WALL}`);
  await page.getByRole('button', { name: '地图' }).click();
  await page.waitForURL(/view=map/u);
  const box = page.getByRole('group', { name: '分布在哪里，哪些乡镇还没有完成？' });
  await box.getByRole('link', { name: /^大济镇 · 4\/4 · 全部完成/u }).waitFor();
  expect(await page.locator('a.map-area').count()).toBe(18);
  expect(await page.locator('a.map-case').count()).toBe(37);
  const drawn = await box.locator('text').allTextContents();
  expect(drawn).toEqual(expect.arrayContaining(['东山村', '六户村', '莲墘社区', '汾山村', '鲁头村', '3/4', '—']));

  await box.getByRole('link', { name: /^鲁头村 · 游洋镇 · .*逾期/u }).hover();
  const tip = page.locator('.map-tip');
  await tip.waitFor();
  expect(await tip.innerText()).toMatch(/鲁头村[\s\S]*逾期/u);

  await box.getByRole('link', { name: /^园庄镇/u }).click({ position: { x: 30, y: 150 } });
  await page.waitForURL(/u\/350322107\/wallchart\?.*view=map/u);
  await page.getByRole('link', { name: /^六户村 · 0\/1 · 尚未完成/u }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: /^大济镇 · 4\/4/u }).waitFor();
  await page.getByRole('link', { name: /^六户村 · 园庄镇/u }).click();
  await page.waitForURL(/case\/2014-019/u);
});

test('the legend filters the map, and the link shows a colleague the same', async () => {
  const mine = await openMap();
  await mine.getByRole('group', { name: '图例，点击可筛选' }).getByRole('button', { name: /逾期/u }).click();
  await mine.waitForURL(/mark=overdue/u);
  expect(await mine.locator('a.map-case').count()).toBe(2);
  expect(await mine.locator('a.map-area').count()).toBe(18);
  const theirs = await open(mine.url());
  await theirs.locator('a.map-case').first().waitFor();
  const labels = (page: Page): Promise<string[]> =>
    page.locator('.map-box a').evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''));
  expect(await labels(theirs)).toEqual(await labels(mine));
  expect(await visibleText(theirs)).toBe(await visibleText(mine));
});

test('the keyboard walks the towns and their organisations, and opens them', async () => {
  const page = await openMap('&mark=overdue');
  await page.locator('.map-box a[tabindex="0"]').focus();
  const first = await inFocus(page);
  await page.keyboard.press('ArrowDown');
  expect(await inFocus(page)).not.toBe(first);
  await page.keyboard.press('Control+Home');
  expect(await inFocus(page)).toBe(first);
  for (let presses = 0; presses < 40 && !(await inFocus(page)).startsWith('鲁头村'); presses += 1) {
    await page.keyboard.press('ArrowRight');
  }
  expect(await inFocus(page)).toMatch(/^鲁头村 · 游洋镇/u);
  await page.locator('.map-tip').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.map-tip').waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await page.waitForURL(/case\/2014-030/u);
});

test('the same as a table, and taken away as a picture', async () => {
  const page = await openMap();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: /^导出/u }).click();
      await page.getByRole('menuitem', { name: 'SVG' }).click();
    })(),
  ]);
  const svg = await readFile(await file.path(), 'utf8');
  expect(svg).toMatch(/<text[^>]*>大济镇<\/text>/u);
  expect(svg).toMatch(/说明性数据/u);
  await page.getByRole('button', { name: /^表格/u }).click();
  const rows = page.getByRole('table').getByRole('row');
  expect(await rows.count()).toBe(1 + 37 + 1);
  expect(await rows.filter({ hasText: '赖店镇' }).innerText()).toMatch(/—/u);
});

test('what was known before it was loaded has no map', async () => {
  const page = await open(`${server.url}${WALL}?view=map&knownAt=2020-01-01T00:00:00.000Z`);
  await page.getByText('还没有底图').waitFor();
});

test('axe finds nothing on the map, in either look', async () => {
  const page = await openMap();
  expect(await objectionsInBothLooks(page)).toEqual([]);
});

test('a phone pans over the map, the page stays as wide as the phone', async () => {
  const page = await openMap('', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await page.locator('a.map-case').count()).toBe(37);
});
