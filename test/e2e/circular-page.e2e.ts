/// <reference lib="dom" />
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../server/src/rendering/document/index.ts';
import { editDocx, retype } from '../../server/testing/circulars/edit-docx.ts';
import { objectionsInBothLooks } from '../support/axe.ts';
import { wordsOfPdf } from '../support/files.ts';
import { queryGraph } from '../support/graphql.ts';
import { startOnSamples } from '../support/server.ts';
import { goTo, settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';
import type { SampleServer } from '../support/server.ts';

const { open } = visitor();
const LIST = '/c/county-2014/u/350322/circulars';
let server: SampleServer;
let draft: string;
let sealed: string;

const written = async (lang: string, asOf: string): Promise<string> => {
  const { draftCircular } = await queryGraph<{ draftCircular: { circular: { id: string } } }>(
    server.url,
    'mutation ($input: DraftCircularInput!) { draftCircular(input: $input) { circular { id } } }',
    { input: { campaign: 'county-2014', asOf, lang } },
  );
  return draftCircular.circular.id;
};

beforeAll(async () => {
  server = await startOnSamples();
  draft = await written('ZH', '2014-07-31');
  sealed = await written('ZH', '2014-06-30');
  await queryGraph(server.url, 'mutation ($id: ID!) { sealCircular(id: $id, revision: 1) { ok } }', { id: sealed });
});
afterAll(() => server.stop());

const body = (page: Page) => page.getByRole('textbox', { name: '通报正文' });
const saved = (page: Page) => page.getByText('已保存', { exact: true }).waitFor();
const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise(requestAnimationFrame);
  }, count);
const openDraft = async (): Promise<Page> => {
  const page = await open(`${server.url}${LIST}/${draft}`);
  await body(page).waitFor();
  return page;
};

test('axe finds nothing on list, draft, dialogs and sealed circular, in either look', async () => {
  const page = await open(server.url + LIST);
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await goTo(page, `${LIST}/${sealed}`);
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await goTo(page, `${LIST}/${draft}`);
  await page.locator('.ProseMirror').waitFor();
  await settled(page);
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await page.locator('.figure-chip').nth(3).click();
  await page.locator('[data-figure-card]').waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('[data-figure-card]'));
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(定稿编号|Seal)…$/u }).click();
  await page.getByRole('dialog').waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
});

test('on a phone nothing is wider than the page, and the preview stands below the text', async () => {
  const page = await open(server.url + LIST, { viewport: { width: 390, height: 844 }, isMobile: true });
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(390);

  await goTo(page, `${LIST}/${sealed}`);
  const docx = Buffer.from(await (await fetch(`${server.url}/circulars/${sealed}/editions/1.docx`)).arrayBuffer());
  const { key } = (await readDocx(docx)).paragraphs.flatMap(({ figures }) => figures)[2]!;
  const buffer = editDocx(docx, retype(key, '36'));
  await page.locator('input[type=file]').setInputFiles({ name: '改过.docx', mimeType: 'application/zip', buffer });
  await page.locator('mark').waitFor();
  expect(await width()).toBeLessThanOrEqual(390);

  await goTo(page, `${LIST}/${draft}`);
  await body(page).waitFor();
  await page.locator('iframe').waitFor();
  expect(await width()).toBeLessThanOrEqual(390);
  const [text, frame] = await Promise.all([body(page).boundingBox(), page.locator('iframe').boundingBox()]);
  expect(frame!.y).toBeGreaterThan(text!.y + text!.height);
  expect(frame!.height).toBeLessThan(844);
});

test('without a mouse: to a figure, into its card and back, another one by a slash, out of the text', async () => {
  const page = await openDraft();
  const focusedIn = (selector: string): Promise<boolean> =>
    page.evaluate((within) => document.activeElement?.closest(within) !== null, selector);
  for (let presses = 0; presses < 60 && !(await focusedIn('.ProseMirror')); presses += 1)
    await page.keyboard.press('Tab');
  expect(await focusedIn('.ProseMirror')).toBe(true);
  await page.keyboard.press('Control+Home');
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await page.locator('.figure-chip-selected').count()) > 0) break;
    await page.keyboard.press('ArrowRight');
    await frames(page, 2); // the browser tells of a moved cursor after the key, and the mark is drawn after that
  }
  const selected = page.locator('.figure-chip-selected');
  expect(await selected.innerText()).toBe('2014年7月31日');
  await page.getByText(/数字 2014年7月31日，不能手工改写/u).waitFor({ state: 'attached' });

  await page.keyboard.press('Enter');
  await expect.poll(() => focusedIn('[data-figure-card]')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedIn('.ProseMirror')).toBe(true);

  const before = await page.locator('.figure-chip').count();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('/');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.type('未完成数');
  await page
    .getByRole('option', { name: /^未完成数 5/u })
    .and(page.locator('[data-highlighted]'))
    .waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.figure-chip').count()).toBe(before + 1);
  await expect.poll(() => focusedIn('.ProseMirror')).toBe(true);

  await page.keyboard.type('/');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => body(page).locator('p').first().innerText()).toMatch(/2014年7月31日\s*5\s*\//u);

  for (let undone = 0; undone < 10 && (await page.locator('.figure-chip').count()) > before; undone += 1) {
    await page.keyboard.press('Control+z');
  }
  expect(await page.locator('.figure-chip').count()).toBe(before);
  await saved(page);
  await page.keyboard.press('Tab');
  expect(await focusedIn('.ProseMirror')).toBe(false);
});

test('what comes from another program is pasted as words; numbers in it are remarked on', async () => {
  const page = await openDraft();
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  await body(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/html', '<h1><b>另有</b><img src="x">7个</h1>');
    data.setData('text/plain', '另有7个');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  expect(await body(page).locator('p').first().innerText()).toMatch(/另有7个/u);
  expect(await body(page).locator('b, img:not(.ProseMirror-separator), h1:has-text("另有")').count()).toBe(0);
  await page.getByText(/手工录入的数字不随数据更新/u).waitFor();
  await saved(page);
  await page.getByRole('button', { name: '第1段' }).waitFor();
  await page.keyboard.press('Control+z');
  await saved(page);
});

test('a draft that was changed elsewhere is not written over; the own text can be copied first', async () => {
  const [mine, theirs] = [await openDraft(), await openDraft()];
  await mine.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await theirs.getByRole('textbox', { name: '主送机关' }).fill('各乡镇党委');
  await saved(theirs);
  await mine.getByRole('textbox', { name: '主送机关' }).fill('各单位');
  await mine.getByText(/这份草稿已在别处改过/u).waitFor();
  await mine.getByRole('button', { name: '复制我的文字' }).click();
  expect(await mine.evaluate(() => navigator.clipboard.readText())).toContain('已完成整顿32个');
  await mine.getByRole('button', { name: '载入最新' }).click();
  await expect.poll(() => mine.getByRole('textbox', { name: '主送机关' }).inputValue()).toBe('各乡镇党委');
});

test('leaving saves what was just typed', async () => {
  const page = await openDraft();
  await page.getByRole('textbox', { name: '抄送' }).fill('县委办公室');
  await page.getByRole('link', { name: '← 通报' }).click();
  await page.getByRole('heading', { level: 1, name: '通报', exact: true }).waitFor();
  await page.goBack();
  await body(page).waitFor();
  expect(await page.getByRole('textbox', { name: '抄送' }).inputValue()).toBe('县委办公室');
});

test('an office sets what its circulars start with; a draft is discarded in a dialogue', async () => {
  const page = await open(server.url + LIST);
  const setting = async (code: string): Promise<void> => {
    await page.getByRole('button', { name: '发文设置…' }).click();
    const dialog = page.getByRole('dialog', { name: '仙游县的发文设置' });
    await dialog.getByText(/^文号样式：/u).waitFor();
    await dialog.getByRole('textbox', { name: '机关代字' }).fill(code);
    await dialog.getByText(`文号样式：${code === '' ? '仙委组' : code}〔`).waitFor();
    await dialog.getByRole('button', { name: '保存设置' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await setting('仙组');
  await page.getByLabel('统计截止日', { exact: true }).fill('2014-05-31');
  await page.getByRole('button', { name: '起草', exact: true }).click();
  await body(page).waitFor();
  expect(await page.getByRole('textbox', { name: '机关代字' }).inputValue()).toBe('仙组');

  await page.getByRole('button', { name: '放弃草稿…' }).click();
  const dialog = page.getByRole('dialog', { name: '放弃这份草稿？' });
  await dialog.getByRole('button', { name: '保留草稿' }).click();
  await page.getByRole('button', { name: '放弃草稿…' }).click();
  await dialog.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '通报', exact: true }).waitFor();
  await setting('');
  await page.getByRole('button', { name: '发文设置…' }).click();
  await page.getByText(/^文号样式：/u).waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
});

test('the printer gets the circular and not the page it is written on', async () => {
  const page = await openDraft();
  await settled(page);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const words = await wordsOfPdf(paper);
  expect(words).toContain('已完成整顿32个');
  expect(words).not.toContain('下载DOCX');
  const first = await (await getDocumentProxy(new Uint8Array(paper))).getPage(1);
  const [, , width, height] = first.view;
  expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
});
