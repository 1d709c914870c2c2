/// <reference lib="dom" />
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeXlsx } from '../../db/seeds/samples/write-xlsx.ts';
import { textsOfPdf } from '../documents/open-pdf.ts';
import { command } from '../support/command.ts';
import { download, wordsOfDocx } from '../support/files.ts';
import { queryGraph } from '../support/graphql.ts';
import { ROOT } from '../support/process.ts';
import { startOnSamples } from '../support/server.ts';
import { goTo, visitor } from '../support/visitor.ts';
import type { Locator, Page } from 'playwright-core';
import type { SampleServer } from '../support/server.ts';

const samples = inject('sampleServer');
const COUNTY = '/c/county-2014/u/350322';
const MAP = fileURLToPath(new URL('../fixtures/synthetic-grid-350322.geojson', import.meta.url));

const VERSIONS = [92, 109] as const;
/** What a clerk does is done in the older one: the other reads whatever it reads. */
const [OLDER] = VERSIONS;

interface Stop {
  route: string;
  path: string;
  /** What its first heading says, without spaces. */
  headline: RegExp;
  /** Columns of its first grid, or 0. */
  columns: number;
  /** Shapes drawn at least. */
  shapes?: number;
  /** On paper: how many sheets, which differs a little between versions, and what stands on them without spaces. */
  paper?: { sheets: readonly [least: number, most: number]; words: readonly string[] };
}

const PAGES: readonly Stop[] = [
  { route: 'home', path: '/', headline: /37个.*32个（86\.5%.*5个.*逾期2/u, columns: 12, shapes: 80 },
  {
    route: 'overview',
    path: '/c/county-2014/u/350322108',
    headline: /^大济镇排查认定4.*100/u,
    columns: 12,
    shapes: 60,
    paper: { sheets: [2, 4], words: ['大济镇'] },
  },
  { route: 'overview', path: '/c/city-2019/u/131182', headline: /^深州市排查认定41个.*41个/u, columns: 12, shapes: 60 },
  {
    route: 'wallchart',
    path: `${COUNTY}/wallchart`,
    headline: /^仙游县挂图作战$/u,
    columns: 0,
    paper: { sheets: [1, 1], words: ['鲤城街道', '石苍乡', '游洋镇', '鲁头村', '汾山村', '没有认定对象'] },
  },
  { route: 'poster', path: `${COUNTY}/poster`, headline: /^挂图打印稿$/u, columns: 0 },
  {
    route: 'ledger',
    path: `${COUNTY}/ledger`,
    headline: /^仙游县台账$/u,
    columns: 0,
    paper: { sheets: [2, 2], words: ['鲁头村', '汾山村'] },
  },
  { route: 'case', path: '/c/county-2014/u/350322107216/case/2014-019', headline: /^园庄镇六户村/u, columns: 6 },
  { route: 'circulars', path: `${COUNTY}/circulars`, headline: /^通报$/u, columns: 2 },
  { route: 'reminders', path: `${COUNTY}/reminders`, headline: /^该提醒谁？$/u, columns: 2 },
  { route: 'briefing', path: `${COUNTY}/briefing`, headline: /^进展如何？$/u, columns: 1, shapes: 100 },
  {
    route: 'metrics',
    path: '/metrics',
    headline: /^指标说明$/u,
    columns: 2,
    paper: { sheets: [13, 17], words: ['RECTIFIED', 'VACANCIES_NOW'] },
  },
  { route: 'imports', path: '/imports', headline: /^导入台账工作簿$/u, columns: 0 },
  { route: 'not-found', path: '/nowhere', headline: /^没有这个页面$/u, columns: 0 },
];

let server: SampleServer;
let folder: string;

beforeAll(async () => {
  server = await startOnSamples();
  folder = await mkdtemp(join(tmpdir(), 'wallchart-older-'));
  expect(await command(['import', MAP], server.settings)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the list of pages has every route', async () => {
  const router = await readFile(join(ROOT, 'dashboard/src/router/routes.ts'), 'utf8');
  const routes = [...router.matchAll(/name: '([\w-]+)'/gu)].map(([, name]) => name!);
  expect([...new Set(PAGES.map(({ route }) => route)), 'circular'].sort()).toEqual([...new Set(routes)].sort());
});

/** What tells that a page is there and dressed. */
function look(page: Page) {
  return page.evaluate(() => {
    const grid = [...document.querySelectorAll('main *')].find((one) => getComputedStyle(one).display === 'grid');
    return {
      headline: document.querySelector('h1')?.innerText.replace(/\s+/gu, '') ?? '',
      paper: getComputedStyle(document.documentElement).backgroundColor,
      columns: grid === undefined ? 0 : getComputedStyle(grid).gridTemplateColumns.split(' ').length,
    };
  });
}

/** The page printed: about as many sheets as from a current browser, and all that must stand on them. */
async function expectPaper(page: Page, { sheets, words }: NonNullable<Stop['paper']>): Promise<void> {
  const pages = await textsOfPdf(await page.pdf({ preferCSSPageSize: true }));
  const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join('');
  const bare = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const path = new URL(page.url()).pathname;
  expect.soft({ path, missing: words.filter((word) => !bare.includes(word)) }).toEqual({ path, missing: [] });
  expect.soft(pages.length, path).toBeGreaterThanOrEqual(sheets[0]);
  expect.soft(pages.length, path).toBeLessThanOrEqual(sheets[1]);
}

/** Charts are drawn a little after the page. */
const shapesOn = (page: Page): Promise<number> => page.locator('main svg').locator('path, rect').count();

/** A workbook that strikes 东山村 off. */
async function workbook(day: string): Promise<string> {
  const path = join(folder, `整顿进度 ${day}.xlsx`);
  const struckOff = { case_no: '2014-014', state: 'struck_off', effective_on: day, document_no: '', note: '' };
  await writeFile(path, await writeXlsx({ transitions: [struckOff] }, { chinese: false, titles: [] }));
  return path;
}

async function rectified(): Promise<number> {
  const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: { value: string }[] } } }>(
    server.url,
    `{ orgUnit(code: "350322") { report(campaign: "county-2014", asOf: "2014-07-31") {
      metrics(ids: [RECTIFIED]) { value } } } }`,
  );
  return Number(orgUnit.report.metrics[0]?.value);
}

/** What a button or a link downloads, as a file. */
async function saved(page: Page, name: string, from: Locator): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, (await download(page, from)).bytes);
  return path;
}
/** Downloaded by the first browser that opens it. */
let briefingFile: string | undefined;

describe.for(VERSIONS)('Chromium %s', (version) => {
  const { open } = visitor(version);

  test('opens every page, with its headline, styles and drawings, and prints it whole', async () => {
    const page = await open(samples);
    expect(await page.evaluate(() => navigator.userAgent)).toContain(`Chrome/${version}.`);
    for (const { path, headline, columns, shapes = 0, paper } of PAGES) {
      await goTo(page, path);
      await expect.poll(() => shapesOn(page), { message: path, timeout: 10_000 }).toBeGreaterThanOrEqual(shapes);
      expect.soft({ path, ...(await look(page)) }).toMatchObject({
        headline: expect.stringMatching(headline),
        paper: 'rgb(251, 250, 247)',
        columns,
      });
      if (paper) await expectPaper(page, paper);
    }
  });

  test('drills from a county to a town and a village, and opens the rows behind a figure', async () => {
    const page = await open(samples + COUNTY);
    const towns = page.getByRole('region', { name: '各乡镇进展如何？' });
    const [chart, label] = [towns.locator('svg').first(), towns.locator('svg text', { hasText: '大济镇' }).first()];
    await label.scrollIntoViewIfNeeded();
    const [around, at] = [await chart.boundingBox(), await label.boundingBox()];
    await page.mouse.click(around!.x + around!.width / 5, at!.y + at!.height / 2);
    await page.getByRole('heading', { level: 1, name: /大济镇/u }).waitFor();
    await page.getByRole('navigation', { name: '层级' }).getByRole('link', { name: '仙游县' }).click();
    await page.getByRole('table', { name: '还有谁没有完成？' }).getByRole('link', { name: '园庄镇六户村' }).click();
    await page.getByRole('heading', { level: 1, name: /园庄镇六户村/u }).waitFor();
    await goTo(page, `${COUNTY}?rows=VACANCIES_NOW`);
    await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  });

  test('turns the pages of a briefing file', async () => {
    const page = await open(`${samples}${COUNTY}?asOf=2014-07-31`);
    briefingFile ??= await saved(page, '汇报.html', page.getByRole('button', { name: '下载汇报材料' }));
    const briefing = await page.context().newPage();
    await briefing.goto(pathToFileURL(briefingFile).href);
    for (const question of ['进展如何', '还有谁没有完成', '场所和经费还缺多少', '报酬提高了多少', '提请研究什么']) {
      await briefing.getByRole('heading', { level: 1, name: question }).waitFor();
      await briefing.keyboard.press('ArrowRight');
    }
    expect(await briefing.getByRole('alert').count()).toBe(0);
    expect((await look(briefing)).paper).toBe('rgb(251, 250, 247)');
  });
});

describe(`a clerk with Chromium ${OLDER}`, () => {
  const { open } = visitor(OLDER);

  test('keeps to the dark theme, and to a phone', async () => {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const page = await open(samples + COUNTY, { ...phone, colorScheme: 'dark' });
    expect((await look(page)).paper).toBe('rgb(21, 23, 26)');
    const mark = page.locator('.mark-done').first();
    expect(await mark.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(63, 168, 159)');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('shows the map, and takes a chart away', async () => {
    const page = await open(`${server.url}${COUNTY}/wallchart?view=map`);
    await page.locator('.map-box svg').first().waitFor();
    expect(await page.locator('a.map-area').count()).toBe(18);

    await goTo(page, `${COUNTY}?asOf=2014-07-31`);
    await page.getByRole('region', { name: '为什么列入？' }).getByRole('button', { name: /导出/u }).click();
    const svg = await download(page, page.getByRole('menuitem', { name: 'SVG' }));
    expect(svg.bytes.toString()).toContain('>信访矛盾集中</text>');
  });

  test('imports a workbook after its check, and the figures move', async () => {
    const before = await rectified();
    const page = await open(`${server.url}/imports`);
    await page.locator('input[type=file]').setInputFiles(await workbook('2014-07-32'));
    await page.getByRole('region', { name: '进度' }).getByRole('row').nth(1).waitFor();
    await page.locator('input[type=file]').setInputFiles(await workbook('2014-07-30'));
    await page.getByRole('heading', { name: '核对无误，可以导入' }).waitFor();
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('heading', { name: '已导入，各页数字已更新' }).waitFor();
    expect(await rectified()).toBe(before + 1);
  });

  test('writes a circular, seals it, and reads its files', async () => {
    const page = await open(`${server.url}${COUNTY}/circulars?asOf=2014-07-31`);
    await page.getByRole('button', { name: '起草', exact: true }).click();
    const body = page.getByRole('textbox', { name: '通报正文' });
    await body.locator('p', { hasText: '新增完成' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('请对照检查。');
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.frameLocator('iframe').getByText('请对照检查。').waitFor();
    await page.locator('.figure-chip').nth(3).click();
    await page.locator('[data-figure-card]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '定稿编号…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '定稿并编号' }).click();
    await page.getByText('已定稿', { exact: true }).waitFor();

    const edition = page.getByRole('article', { name: '第1版' });
    const docx = await download(page, edition.getByRole('link', { name: '下载 DOCX' }));
    expect(await wordsOfDocx(docx.bytes)).toContain('请对照检查。');
    await page
      .getByRole('region', { name: '核对改过的文件' })
      .locator('input[type=file]')
      .setInputFiles({ name: docx.name, mimeType: 'application/zip', buffer: docx.bytes });
    await page.getByRole('heading', { name: /已核对 \d{2,} 个数字和全部文字，完全相符/u }).waitFor();

    const html = await saved(page, '通报.html', edition.getByRole('link', { name: '下载 HTML' }));
    const read = await page.context().newPage();
    await read.goto(pathToFileURL(html).href);
    expect(await read.locator('body').innerText()).toContain('7月份');
  });

  test('issues a reminder card', async () => {
    const page = await open(`${server.url}${COUNTY}/reminders?asOf=2014-07-31`);
    await page.getByRole('checkbox', { name: /^游洋镇鲁头村，/u }).check();
    await page.getByRole('button', { name: '预览并签发…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.frameLocator('iframe').getByText('游洋镇鲁头村').first().waitFor();
    await dialog.getByRole('button', { name: '签发 1 张' }).click();
    await page.getByRole('status', { name: '已签发 1 张' }).waitFor();
  });
});
