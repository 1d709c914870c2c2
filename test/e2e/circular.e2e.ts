import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeXlsx } from '../../db/seeds/samples/write-xlsx.ts';
import { readDocx } from '../../server/src/rendering/document/index.ts';
import { editDocx, retype } from '../../server/testing/circulars/edit-docx.ts';
import { heldAgainstDashboard, printedIn } from '../support/circular-figures.ts';
import { download, wordsOfDocx, wordsOfPdf, type Downloaded } from '../support/files.ts';
import { startOnSamples } from '../support/server.ts';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';
import type { SampleServer } from '../support/server.ts';

const { open } = visitor();
const LIST = '/c/county-2014/u/350322/circulars';
const LATE = '迟报补录：鲤南镇东山村7月30日销号';
const FORMATS = ['DOCX', 'PDF', 'HTML'] as const;
let server: SampleServer;
let folder: string;
/** Address and files of the July circular, once it is sealed. */
let july: { url: string; files: readonly Downloaded[] };

beforeAll(async () => {
  server = await startOnSamples();
  folder = await mkdtemp(join(tmpdir(), 'wallchart-circular-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const chip = (page: Page, text: RegExp | string) => page.locator('.figure-chip').filter({ hasText: text }).first();
const paragraph = (page: Page, words: string) => page.locator('.ProseMirror p').filter({ hasText: words }).first();
const printed = (page: Page) => page.frameLocator('iframe').locator('body');
const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor();

/** A new draft, from the list. */
async function draft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '起草', exact: true }).click();
  await page.getByRole('textbox', { name: '通报正文' }).waitFor();
  await settled(page);
}

async function filesOf(page: Page, edition: number): Promise<Downloaded[]> {
  const article = page.getByRole('article', { name: `第${edition}版` });
  const files: Downloaded[] = [];
  for (const format of FORMATS) {
    files.push(await download(page, article.getByRole('link', { name: `下载 ${format}` })));
  }
  return files;
}

test('three clicks from a fresh start give the July circular as a DOCX', async () => {
  const page = await open(server.url);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '通报' }).click();
  await page.getByRole('button', { name: '起草', exact: true }).click();
  const docx = await download(page, page.getByRole('link', { name: /下载 DOCX/u }));
  expect(docx.name).toBe('草稿 关于2014年软弱涣散基层党组织整顿工作7月份进展情况的通报.docx');
  expect(await wordsOfDocx(docx.bytes)).toContain(
    '截至2014年7月31日，全县排查确定软弱涣散基层党组织37个（村34◈个、社区3◈个），已完成整顿32个，占86.5%；尚未完成5个，占13.5%。',
  );
  const { held, differing } = await heldAgainstDashboard(server.url, docx.bytes, {
    circular: new URL(page.url()).pathname.split('/').at(-1)!,
    campaign: 'county-2014',
    county: '350322',
    asOf: '2014-07-31',
  });
  expect(differing).toEqual([]);
  expect(held).toBeGreaterThan(120);
  await page.getByRole('link', { name: '← 通报' }).click();
  await page.getByRole('row', { name: /7月份进展情况的通报.*草稿/u }).waitFor();
});

test('a clerk edits the July circular, cannot retype a figure, binds one again and seals it', async () => {
  const page = await open(server.url + LIST);
  await draft(page);

  await paragraph(page, '新增完成').click();
  await page.keyboard.press('End');
  await page.keyboard.type('请各单位对照检查。');
  await saved(page);
  await printed(page).getByText('请各单位对照检查。').waitFor();

  await chip(page, /^32$/u).click();
  await page.getByRole('dialog', { name: '数字' }).getByText('仙游县 · 截至 2014年7月31日').waitFor();
  await page.keyboard.type('99');
  await page.getByText(/手工录入的数字不随数据更新/u).waitFor();
  expect(await chip(page, /^32$/u).count()).toBe(1);
  expect(await paragraph(page, '已完成整顿').innerText()).toContain('已完成整顿3299个');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace'); // selects the figure, does not remove it
  expect(await paragraph(page, '已完成整顿').innerText()).toContain('已完成整顿32个');

  await chip(page, /^9$/u).click();
  await page.getByRole('button', { name: '换一个数字' }).click();
  await page.getByRole('combobox').fill('完成整顿数，上期');
  await page.getByRole('option', { name: /^完成整顿数，上期/u }).click();
  await saved(page);
  await printed(page)
    .getByText(/新增完成23个/u)
    .waitFor();

  await page.getByRole('button', { name: '定稿编号…' }).click();
  const dialog = page.getByRole('dialog', { name: '定稿这份通报？' });
  await dialog.getByText(/〔2014〕1号/u).waitFor();
  await dialog.getByText(/含说明性数据/u).waitFor();
  await dialog.getByRole('button', { name: '定稿并编号' }).click();
  await page.getByText('已定稿', { exact: true }).waitFor();
  await page.getByText('已定稿，文号仙委组〔2014〕1号').waitFor();
  await printed(page).getByText('仙委组〔2014〕1号').waitFor();

  const files = await filesOf(page, 1);
  const [docx, pdf, html] = files;
  expect([docx!.bytes, pdf!.bytes].map((bytes) => bytes.toString('latin1', 0, 4))).toEqual(['PK\u0003\u0004', '%PDF']);
  const expected = /党组织37个（村34◈个、社区3◈个），已完成整顿32个，占86\.5%；尚未完成5个/u;
  expect(await wordsOfDocx(docx!.bytes)).toMatch(expected);
  expect(await wordsOfPdf(pdf!.bytes)).toMatch(expected);
  expect(html!.bytes.toString()).toContain('请各单位对照检查。');
  july = { url: page.url(), files };
});

test('the list has number, state and day of the sealed circular', async () => {
  const page = await open(server.url + LIST);
  const row = page.getByRole('row', { name: /〔2014〕1号/u });
  expect(await row.innerText()).toMatch(/第1版[\s\S]*2014年7月31日[\s\S]*已定稿/u);
});

test('a correction arrives: the erratum lists it, and the sealed files stay as they are to the byte', async () => {
  const row = {
    case_no: '2014-014',
    state: 'struck_off',
    effective_on: '2014-07-30',
    document_no: '〔2014〕16号',
    note: '',
    illustrative: '',
  };
  const path = join(folder, '补报.xlsx');
  await writeFile(path, await writeXlsx({ transitions: [row] }, { chinese: false, titles: [] }));
  const page = await open(`${server.url}/imports`);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: '确认导入' }).click();
  await page.getByRole('heading', { name: '已导入，各页数字已更新' }).waitFor();
  await page.getByText('影响已定稿的通报').waitFor();
  await page.getByRole('link', { name: '仙委组〔2014〕1号' }).click();
  await page.getByText(/^定稿后有 \d+ 个数字变化$/u).click();
  await page
    .getByRole('row', { name: /一、总体情况，第1段 32 33/u })
    .first()
    .waitFor();
  await page.goto(server.url + LIST);
  await page.getByRole('row', { name: /定稿后有 \d+ 个数字变化/u }).waitFor();

  await page.goto(july.url);
  await page.getByRole('button', { name: '印发更正' }).click();
  await page.getByRole('textbox', { name: '通报正文' }).waitFor();
  await chip(page, /^33$/u).waitFor();
  await page.getByRole('button', { name: '定稿编号…' }).click();
  const dialog = page.getByRole('dialog', { name: '定稿这份通报？' });
  await dialog.getByText(/沿用文号仙委组〔2014〕1号，成为第2版/u).waitFor();
  await dialog
    .getByRole('row', { name: /总体情况.*32.*33/u })
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: '定稿并编号' }).click();

  const second = page.getByRole('article', { name: '第2版' });
  const line = second.getByRole('row', { name: /一、总体情况，第1段 32 33/u }).first();
  expect(await line.innerText()).toContain(LATE);
  const amended = (await filesOf(page, 2))[0]!.bytes;
  expect(await wordsOfDocx(amended)).toContain('已完成整顿33个');
  const before = new Map((await printedIn(july.files[0]!.bytes)).map(({ key, text }) => [key, text]));
  const changed = (await printedIn(amended)).filter(({ key, text }) => before.has(key) && before.get(key) !== text);
  expect(changed.length).toBeGreaterThan(15);
  const lines = await second.getByRole('row').allInnerTexts();
  const listed = (was: string, is: string): boolean =>
    lines.some((words) => words.includes(`\t${was}\t${is}\t${LATE}`));
  // Towns of which only the rank moved share a line.
  const folded = lines.find((words) => words.includes('位次随之变动')) ?? '';
  const told = ({ key, text }: { key: string; text: string }): boolean =>
    listed(before.get(key)!, text) || (key.endsWith('.rank') && folded.includes(before.get(key)!));
  expect(changed.filter((figure) => !told(figure))).toEqual([]);
  expect(lines.find((words) => words.includes('（删去）'))).toContain('鲤南镇东山村已验收、尚未销号');
  expect((await filesOf(page, 1)).map(({ bytes }) => bytes.toString('base64'))).toEqual(
    july.files.map(({ bytes }) => bytes.toString('base64')),
  );
});

test('an edited DOCX is checked: what is right is counted, what was retyped is listed with its place', async () => {
  const page = await open(july.url);
  const docx = july.files[0]!.bytes;
  const check = page.getByRole('region', { name: '核对改过的文件' });
  const give = (name: string, buffer: Buffer): Promise<void> =>
    check.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  await give('通报.docx', docx);
  await check.getByRole('heading', { name: /以第1版为准：已核对 \d{2,} 个数字和全部文字，完全相符/u }).waitFor();

  const { figures } = (await readDocx(docx)).paragraphs.find(({ text }) => text.includes('已完成整顿32'))!;
  const done = figures.find(({ text }) => text === '32')!;
  await give('改过的通报.docx', editDocx(docx, retype(done.key, '36')));
  await check.getByRole('heading', { name: /，1 处不同/u }).waitFor();
  const finding = await check.getByRole('row').nth(1).innerText();
  expect(finding).toMatch(/第\d+段[\s\S]*已完成整顿36个[\s\S]*36[\s\S]*32/u);
  expect(await check.locator('mark.wrong').innerText()).toBe('36');

  await check.getByRole('radio', { name: '与当前数字核对' }).check();
  await check.getByRole('row', { name: /已完成整顿36个.* 36 33/u }).waitFor();

  await give('台账.xlsx', docx);
  await check.getByText(/只能核对 \.docx/u).waitFor();
});
