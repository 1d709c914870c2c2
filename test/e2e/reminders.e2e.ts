/// <reference lib="dom" />
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { objectionsInBothLooks } from '../support/axe.ts';
import { command } from '../support/command.ts';
import { download, wordsOfDocx, wordsOfPdf } from '../support/files.ts';
import { queryGraph } from '../support/graphql.ts';
import { startOnSamples } from '../support/server.ts';
import { visibleText, settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';
import type { SampleServer } from '../support/server.ts';

const { open } = visitor();
const COUNTY = '/c/county-2014/u/350322/reminders?asOf=2014-07-31';
/** 游洋镇 and 钟山镇, whose villages are overdue; 榜头镇, where a leader paid too few visits. */
const TOWN = '/c/county-2014/u/350322111/reminders?asOf=2014-07-31';
let server: SampleServer;
let before: string;

interface Matter {
  rule: string;
  caseNo: string;
  organisation: string;
  answeredBy: string;
  reason: string;
}

async function matters(unit: string): Promise<Matter[]> {
  const { reminders } = await queryGraph<{ reminders: { groups: { candidates: Matter[] }[] } }>(
    server.url,
    `query ($unit: ID!) { reminders(campaign: "county-2014", unit: $unit, asOf: "2014-07-31") {
      groups { candidates { rule caseNo organisation answeredBy reason } } } }`,
    { unit },
  );
  return reminders.groups.flatMap(({ candidates }) => candidates);
}

beforeAll(async () => {
  server = await startOnSamples();
  before = new Date().toISOString();
});
afterAll(() => server.stop());

const box = (page: Page, organisation: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^${organisation}，`, 'u') });
const issue = async (page: Page, cards: number): Promise<void> => {
  await page.getByRole('button', { name: '预览并签发…' }).click();
  const dialog = page.getByRole('dialog', { name: `签发 ${cards} 张提醒卡？` });
  await dialog.locator('iframe').waitFor();
  await dialog.getByRole('button', { name: `签发 ${cards} 张` }).click();
};

test('a clerk sees whom to remind with the figures of the API, on a fresh start from the masthead', async () => {
  const page = await open(`${server.url}/c/county-2014/u/350322?asOf=2014-07-31`);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '提醒卡' }).click();
  await page.getByRole('heading', { level: 1, name: '该提醒谁？' }).waitFor();
  await settled(page);
  const expected = await matters('350322');
  expect(expected.map(({ caseNo }) => caseNo)).toEqual(['2014-030', '2014-027', '2014-006']);
  const text = await visibleText(page);
  for (const { organisation, reason, answeredBy } of expected) {
    expect(text).toContain(organisation);
    expect(text).toContain(reason);
    expect(text).toContain(`由${answeredBy}于8月10日前书面答复`);
  }
  expect(text).toContain('超过完成时限 · 2 项');
  expect(text).toContain('报表连续未报 · 0 项');
  expect(text).toContain('没有连续两期未报的单位。');
  expect(text).toContain('还没有签发过提醒卡。');
});

test('two are issued after a look at the pages, and come down as one DOCX and as a PDF each', async () => {
  const page = await open(`${server.url}${COUNTY}`);
  for (const village of ['游洋镇鲁头村', '钟山镇汾山村', '榜头镇莲墘社区']) {
    expect(await box(page, village).isChecked()).toBe(false);
  }
  await page.getByText('职务高于签发机关').waitFor();
  expect(await page.getByText('是签发机关的负责人').count()).toBe(2);
  await box(page, '游洋镇鲁头村').check();
  await box(page, '钟山镇汾山村').check();
  await page.getByText('已选 2 项，签发 2 张').waitFor();
  await page.getByLabel('答复期限').fill('2014-08-15');
  await page.getByText('由县政协副主席于8月15日前书面答复').waitFor();
  await page.getByLabel('游洋镇鲁头村的卡发给谁').selectOption('COMMITTEE');
  await page.getByText('由游洋镇党委于8月15日前书面答复').waitFor();
  await page.getByRole('button', { name: '预览并签发…' }).click();
  const dialog = page.getByRole('dialog', { name: '签发 2 张提醒卡？' });
  const pages = dialog.frameLocator('iframe');
  await pages.getByText('2014年8月15日').first().waitFor();
  const preview = (await pages.locator('body').innerText()).replaceAll(/\s+/gu, '');
  expect(preview).toContain('你镇鲁头村');
  expect(preview).toContain('草稿');
  expect(preview).not.toContain('莲墘社区');
  await dialog.getByText('发给游洋镇党委 · 游洋镇鲁头村').waitFor();
  await dialog.getByRole('button', { name: '下一张' }).click();
  await dialog.getByText('第 2 张，共 2 张').waitFor();
  await dialog.getByRole('button', { name: '签发 2 张' }).click();

  const done = page.getByRole('status', { name: '已签发 2 张' });
  await done.waitFor();
  expect(await done.innerText()).toContain('提醒〔2014〕1号 至 提醒〔2014〕2号');
  const batch = await download(page, done.getByRole('link', { name: /全部下载（Word）/u }));
  expect(batch.name).toBe('提醒卡 2014-07-31 共2张.docx');
  const words = await wordsOfDocx(batch.bytes);
  for (const part of ['游洋镇党委：', '你镇鲁头村', '钟山镇汾山村', '已逾期16◈天', '已逾期1◈天', '于2014年8月15日前']) {
    expect(words).toContain(part);
  }
  const issued = page.getByRole('region', { name: '已签发的提醒卡' });
  const single = await download(page, issued.getByRole('link', { name: '下载 PDF：提醒〔2014〕2号' }));
  expect(single.name).toBe('提醒卡 提醒〔2014〕2号 钟山镇汾山村.pdf');
  expect((await getDocumentProxy(new Uint8Array(single.bytes))).numPages).toBe(1);
  const pdf = await wordsOfPdf(single.bytes);
  expect(pdf).toContain('提醒〔2014〕2号');
  expect(pdf).toContain('县政协副主席');
  expect(pdf).not.toContain('鲁头村');

  await issued.getByRole('link', { name: '游洋镇鲁头村' }).click();
  const reminded = page.getByRole('region', { name: '提醒卡', exact: true });
  await reminded.getByRole('row', { name: /2014年7月31日.*提醒〔2014〕1号.*已逾期16天.*2014年8月15日/u }).waitFor();
  const again = await download(page, reminded.getByRole('link', { name: '下载 Word：提醒〔2014〕1号' }));
  expect(await wordsOfDocx(again.bytes)).toContain('你镇鲁头村');
});

test('a second time says what was issued already and issues it again only when asked to', async () => {
  const page = await open(`${server.url}${COUNTY}`);
  await page.getByText('2014年7月31日已发 提醒〔2014〕1号').waitFor();
  await box(page, '游洋镇鲁头村').check();
  await page.getByText('已选 1 项，签发 0 张').waitFor();
  expect(await page.getByRole('button', { name: '预览并签发…' }).isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /再次提醒/u }).check();
  await issue(page, 1);
  await page.getByRole('status', { name: '已签发 1 张' }).getByText('提醒〔2014〕3号').waitFor();
});

test('a card that was issued by mistake is declared void, and its matter is free again', async () => {
  const page = await open(`${server.url}${COUNTY}`);
  const issued = page.getByRole('region', { name: '已签发的提醒卡' });
  await issued.getByRole('button', { name: '作废 提醒〔2014〕2号' }).click();
  const dialog = page.getByRole('dialog', { name: '作废提醒〔2014〕2号？' });
  await dialog.getByLabel('作废原因').fill('收卡对象有误');
  await dialog.getByRole('button', { name: '作废', exact: true }).click();
  await issued.getByText('作废原因：收卡对象有误').waitFor();
  const single = await download(page, issued.getByRole('link', { name: '下载 PDF：提醒〔2014〕2号' }));
  expect(await wordsOfPdf(single.bytes)).toContain('作废原因：收卡对象有误');
  await box(page, '钟山镇汾山村').check();
  await page.getByText('已选 1 项，签发 1 张').waitFor();
});

test('a town sees what is its own, and no file that tells of other towns', async () => {
  const page = await open(`${server.url}${TOWN}`);
  const own = (await matters('350322111')).map(({ organisation }) => organisation);
  expect(own).toEqual(['鲁头村']);
  const issued = page.getByRole('region', { name: '已签发的提醒卡' });
  await issued.getByRole('rowheader', { name: '提醒〔2014〕1号' }).waitFor();
  expect(await visibleText(page)).not.toMatch(/汾山村|莲墘社区|提醒〔2014〕2号/u);
  // The batch of two holds the card of another town; the one that was issued again stands alone.
  expect(await issued.getByRole('link', { name: /全部下载（Word）/u }).count()).toBe(1);
});

test('an earlier moment of the records is for reading only, and knows of no card yet', async () => {
  const page = await open(`${server.url}${COUNTY}&knownAt=${encodeURIComponent(before)}`);
  await page.getByText('只能查看').waitFor();
  expect(await page.getByRole('button', { name: '预览并签发…' }).isDisabled()).toBe(true);
  await page.getByText('还没有签发过提醒卡。').waitFor();
});

test('the keyboard is enough to issue', async () => {
  const page = await open(`${server.url}${COUNTY}&lang=en`);
  await page.getByRole('checkbox', { name: /Lianqian Community/u }).focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 20; i++) {
    const name = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (name === 'Preview and issue…') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Issue 1 card?' });
  await dialog.locator('iframe').waitFor();
  await dialog.getByRole('button', { name: 'Issue 1' }).focus();
  await page.keyboard.press('Enter');
  const done = page.getByRole('status', { name: '1 card issued' });
  await done.getByText('Reminder No. 1 [2014]').waitFor();
  expect(await done.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('the command line lists, drafts and issues, beside the running server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wallchart-cards-'));
  const cards = (...args: string[]) =>
    command(['cards', '--campaign', 'county-2014', '--as-of', '2014-06-30', ...args], server.settings);
  try {
    const listed = await cards('--json');
    expect(listed.code).toBe(0);
    const { reminders } = await queryGraph<{ reminders: { groups: { candidates: { key: string }[] }[] } }>(
      server.url,
      'query { reminders(campaign: "county-2014", asOf: "2014-06-30") { groups { candidates { key } } } }',
      {},
    );
    const expected = reminders.groups.flatMap(({ candidates }) => candidates.map(({ key }) => key));
    expect(expected.length).toBeGreaterThan(0);
    const told = JSON.parse(listed.stdout) as { batch: null; cards: { key: string; number: null }[] };
    expect(told.cards.map(({ key, number }) => [key, number])).toEqual(expected.map((key) => [key, null]));

    expect(await cards('--issue')).toMatchObject({ code: 1, stderr: expect.stringContaining('--out') });
    const file = join(folder, 'cards.docx');
    expect((await cards('--issue', '--out', file)).code).toBe(0);
    expect(await wordsOfDocx(await readFile(file))).toContain('2014年6月30日');
    expect(await cards('--issue', '--out', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--force'),
    });
    const twice = await cards('--issue', '--out', join(folder, 'twice.docx'), '--json');
    expect(twice.code).toBe(1);
    expect(JSON.parse(twice.stdout)).toMatchObject({ error: { code: 'REMINDER_ISSUED' } });
    expect(await readdir(folder)).toEqual(['cards.docx']);

    const issued = await queryGraph<{ reminderBatches: { asOf: string; cards: { number: string }[] }[] }>(
      server.url,
      'query { reminderBatches(campaign: "county-2014") { asOf cards { number } } }',
      {},
    );
    const { number } = issued.reminderBatches.find(({ asOf }) => asOf === '2014-06-30')!.cards[0]!;
    expect(await cards('--void', number)).toMatchObject({ code: 1, stderr: expect.stringContaining('reason') });
    const voided = await cards('--void', number, '--reason', '重发', '--json');
    expect(JSON.parse(voided.stdout)).toMatchObject({ number, voided: { reason: '重发' } });
    expect(await cards('--void', number, '--reason', '重发')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already void'),
    });
    expect((await cards('--void', '提醒〔2014〕99号', '--reason', 'x')).stderr).toContain('has no card numbered');
    const committees = await cards('--to', 'committee', '--json');
    const { cards: told2 } = JSON.parse(committees.stdout) as { cards: { answeredBy: string }[] };
    expect(told2.every(({ answeredBy }) => answeredBy.endsWith('党委') || answeredBy.endsWith('党工委'))).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('axe finds nothing on the page and its dialog, in either look', async () => {
  const page = await open(server.url + COUNTY);
  await page.getByRole('checkbox', { name: /鲁头村/u }).check();
  await page.getByRole('checkbox', { name: /再次提醒|Remind again/u }).check();
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await page.getByRole('button', { name: /预览并签发…|Preview and issue…/u }).click();
  await page.getByRole('dialog').locator('iframe').waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
});

test('on a phone nothing is wider than the screen', async () => {
  const page = await open(`${server.url}${COUNTY}`, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
