/// <reference lib="dom" />
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { objections, objectionsInBothLooks } from '../support/axe.ts';
import { queryGraph } from '../support/graphql.ts';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';

const server = inject('sampleServer');
const { open, profile } = visitor();

const COUNTY = '/c/county-2014/u/350322/briefing';
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const MOST_BYTES = 3 * 1024 * 1024;
const SCREENS = ['进展如何', '还有谁没有完成', '场所和经费还缺多少', '报酬提高了多少', '提请研究什么'];

const question = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text }).waitFor();
const screenOf = (page: Page): string | null => new URLSearchParams(page.url().split('?')[1] ?? '').get('screen');
const unitOf = (page: Page): string | undefined => /\/u\/(\d+)\//.exec(page.url())?.[1];

/** Clicks the bar beside a label of the chart that answers a question, as a mouse does. */
async function clickBar(page: Page, region: string | RegExp, label: string): Promise<void> {
  const chart = page.getByRole('region', { name: region });
  const text = chart.locator('svg text', { hasText: label }).first();
  await text.waitFor();
  const [around, at] = [await chart.locator('svg').first().boundingBox(), await text.boundingBox()];
  expect([around, at]).not.toContain(null);
  if (around && at) await page.mouse.click(at.x + at.width + around.width * 0.05, at.y + at.height / 2);
}

describe('live', () => {
  test('one question a screen, by arrows, clicker, digits and ends; the address holds the screen', async () => {
    const page = await open(server + COUNTY, PROJECTOR);
    expect(await page.getByRole('banner').getByRole('navigation', { name: '主导航' }).count()).toBe(0);
    for (const [index, name] of SCREENS.entries()) {
      await question(page, name);
      expect(await page.getByText(`${index + 1} / 5`, { exact: true }).isVisible()).toBe(true);
      expect(await page.locator('.stage-foot').innerText()).toContain('仙游县 · 截至 2014年7月31日');
      await page.keyboard.press(index % 2 === 0 ? 'ArrowRight' : 'PageDown');
    }
    expect(screenOf(page)).toBe('requests');
    await page.keyboard.press('Home');
    await question(page, SCREENS[0] ?? '');
    await page.keyboard.press('3');
    await question(page, SCREENS[2] ?? '');
    await page.keyboard.press('PageUp');
    await question(page, SCREENS[1] ?? '');
    await page.reload();
    await question(page, SCREENS[1] ?? '');
    await page.keyboard.press('b');
    await page.getByRole('button', { name: /黑屏/u }).waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('button', { name: /黑屏/u }).count()).toBe(0);
    expect(screenOf(page)).toBe('left');
  });

  test("the presenter's notes open in a window that follows and leads; a mark is reached by keyboard", async () => {
    const page = await open(server + COUNTY, PROJECTOR);
    const marks = page.getByRole('list', { name: /各乡镇进展如何|完成\/认定/u });
    await marks.getByRole('link').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(screenOf(page)).toBeNull();

    const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
    await notes.getByText('进展如何').first().waitFor();
    // The projected picture keeps its size.
    expect(await page.getByRole('complementary', { name: /讲稿备注/u }).count()).toBe(0);
    await notes.getByText(/6月30日以后新销号：.*（7月\d+日）/u).waitFor();
    await page.keyboard.press('2');
    const sentence = notes.getByText(
      /^游洋镇鲁头村：信访矛盾集中；逾期 16 天；挂钩领导：.*最近走访 7月26日（挂钩领导）；下一步：/u,
    );
    await sentence.waitFor();
    await notes.getByText('为什么逾期？').waitFor();
    await notes.getByLabel('我的备注（本屏）').fill('先讲 3 个乡镇');
    expect(screenOf(page)).toBe('left');
    await notes.getByRole('heading', { name: '讲稿备注' }).click();
    await notes.keyboard.press('ArrowRight');
    await question(page, '场所和经费还缺多少');
    await notes.close();
    await page.keyboard.press('2');
    await page.keyboard.press('m');
    await expect.poll(() => page.getByLabel('我的备注（本屏）').inputValue()).toBe('先讲 3 个乡镇');
    await page.keyboard.press('m');

    await page.keyboard.press('Home');
    await question(page, '进展如何');
    await marks.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/350322\d{3}\/briefing/);
  });

  test('a click on a town opens its briefing on the same screen, and back returns', async () => {
    const page = await open(server + COUNTY, PROJECTOR);
    await page.keyboard.press('3');
    await question(page, '场所和经费还缺多少');
    await clickBar(page, '缺口在哪里', '园庄镇');
    await page.waitForURL(/350322107/);
    await question(page, '场所和经费还缺多少');
    await page.keyboard.press('ArrowLeft');
    await question(page, '还有谁没有完成');
    await page.getByRole('link', { name: /六户村/u }).click();
    await page.waitForURL(/350322107216/);
    await page.getByText('六户村：整顿中').waitFor();
    for (const head of ['问题表现', /整改措施：完成 \d+ \/ \d+ 项/u, '走访情况', '提醒卡', '尚未完成']) {
      await page.getByRole('heading', { level: 2, name: head }).waitFor();
    }
    await page.getByText(/共走访 \d+ 次/u).waitFor();
    await page.goBack();
    await page.waitForURL(/350322107\/briefing/);
    await page.goBack();
    await page.waitForURL(/350322\/briefing/);
    expect(screenOf(page)).toBe('money');
  });

  test('Escape leaves the briefing, at 1024 by 768 every screen holds without scrolling', async () => {
    const page = await open(`${server}${COUNTY}?asOf=2014-07-31`, { viewport: { width: 1024, height: 768 } });
    for (const [index, name] of SCREENS.entries()) {
      await page.keyboard.press(String(index + 1));
      await question(page, name);
      await settled(page);
      const over = await page.locator('.stage-body').evaluate((body) => body.scrollHeight - body.clientHeight);
      expect([name, over]).toEqual([name, 0]);
    }
    await page.getByRole('button', { name: '另有 4 个' }).click();
    expect(await page.getByRole('button', { name: '另有 4 个' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.waitForURL(/350322\/overview|350322\?/);
  });

  test('a figure opens its rows, and the requests stand on figures that the API gives', async () => {
    const page = await open(`${server}${COUNTY}?screen=requests&asOf=2014-07-31`, PROJECTOR);
    const metrics = await figures('350322', null);
    const body = page.locator('.stage-requests');
    expect(await body.locator('> li').first().innerText()).toContain('逾期未完成');
    expect(await body.locator('> li').nth(1).innerText()).toContain('43.0 万元');
    expect(metrics['VENUE_GAP']).toBe('430000.00');
    expect(await body.innerText()).toContain('挂钩领导：县政协副主席');
    await body.getByRole('link', { name: /场所资金缺口/u }).click();
    await page.getByRole('dialog').getByText('场所资金缺口').first().waitFor();
    await page.keyboard.press('ArrowRight');
    expect(screenOf(page)).toBe('requests');
  });

  test('a swipe turns a screen on a phone, where nothing is wider than the window', async () => {
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const page = await open(server + COUNTY, phone);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: string, x: number): Promise<unknown> =>
      finger.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: 300 }],
      });
    await touch('touchStart', 320);
    for (const x of [260, 200, 140, 80]) await touch('touchMove', x);
    await touch('touchEnd', 80);
    await question(page, '还有谁没有完成');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('axe finds nothing on any screen, in either look', async () => {
  const page = await open(server + COUNTY, PROJECTOR);
  await page.keyboard.press('m');
  for (let screen = 1; screen <= 5; screen += 1) {
    await page.keyboard.press(String(screen));
    const found = await objectionsInBothLooks(page, {
      theme: () => page.keyboard.press('t'),
      language: () => page.keyboard.press('l'),
    });
    expect([screen, found]).toEqual([screen, []]);
  }
});

async function figures(code: string, knownAt: string | null): Promise<Record<string, string | null>> {
  const { orgUnit } = await queryGraph<{ orgUnit: { report: { metrics: { id: string; value: string | null }[] } } }>(
    server,
    `query ($code: ID!, $knownAt: DateTime) { orgUnit(code: $code, on: "2014-07-31") {
      report(campaign: "county-2014", asOf: "2014-07-31", knownAt: $knownAt) {
        metrics(ids: [IDENTIFIED, RECTIFIED, OUTSTANDING, VENUE_GAP, OPERATING_GAP]) { id value } } } }`,
    { code, knownAt },
  );
  return Object.fromEntries(orgUnit.report.metrics.map(({ id, value }) => [id, value]));
}

describe('as a file, from a folder, without a network', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wallchart-briefing-'));
    file = join(folder, '汇报.html');
    const page = await open(`${server}/c/county-2014/u/350322?asOf=2014-07-31`);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('button', { name: '下载汇报材料' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('仙游县整顿工作汇报_2014-07-31.html');
    await download.saveAs(file);
    await page.getByText(/已保存 仙游县/u).waitFor();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Opens a file in a browser that has no network; whatever asks for an address fails the test. */
  async function openFile(path: string, dark = false): Promise<{ page: Page; requested: string[] }> {
    const requested: string[] = [];
    const page = await profile({ ...PROJECTOR, colorScheme: dark ? 'dark' : 'light' });
    await page.context().setOffline(true);
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) requested.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    await settled(page);
    return { page, requested };
  }

  test('weighs at most 3 MB, asks for no address, drills in both languages with the figures of the API', async () => {
    expect((await stat(file)).size).toBeLessThanOrEqual(MOST_BYTES);
    const { page, requested } = await openFile(file);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src ('sha256-[^']+' ?){4};/);
    expect(policy).not.toMatch(/connect-src|https?:|\*/);
    expect(requested).toEqual([]);

    const county = await figures('350322', null);
    const answer = page.locator('.stage-answer').first();
    await answer.waitFor();
    expect(await answer.innerText()).toContain(
      `认定 ${county['IDENTIFIED']} 个软弱涣散基层党组织，已完成整顿 ${county['RECTIFIED']} 个`,
    );
    await clickBar(page, '各乡镇进展如何', '榜头镇');
    await page.waitForURL(/350322101/);
    const town = await figures('350322101', null);
    await expect.poll(() => answer.innerText()).toMatch(new RegExp(`认定 ${town['IDENTIFIED']}\\D* 个`, 'u'));
    await page.keyboard.press('l');
    await page.getByRole('heading', { level: 1, name: 'How much progress?' }).waitFor();
    expect(await answer.innerText()).toMatch(new RegExp(`^${town['IDENTIFIED']}\\D* organisations identified`, 'u'));
    await page.keyboard.press('2');
    await page.getByRole('link', { name: /莲墘社区/u }).click();
    await page.waitForURL(/350322101\d{3}/);
    await page.getByText('莲墘社区: Rectifying').waitFor();
    await page.getByRole('heading', { name: 'Remaining' }).waitFor();
    await page.getByText(/visits, \d+ of them by the contact leader/u).waitFor();
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/350322\/briefing/);
    expect(unitOf(page)).toBe('350322');
    expect(requested).toEqual([]);
  });

  test('shows on every screen the day, and in the notes the digest that the live notes show', async () => {
    const live = await open(`${server}${COUNTY}?asOf=2014-07-31`, PROJECTOR);
    const digestOf = async (of: Page): Promise<string | undefined> => {
      await of.getByText('口径与数据校验').click();
      return /数据指纹（SHA-256）：([0-9a-f]{64})/.exec(await of.locator('.notes').innerText())?.[1];
    };
    await live.keyboard.press('m');
    const digest = await digestOf(live);
    const { page } = await openFile(file, true);
    await page.keyboard.press('m');
    expect(digest).toBeDefined();
    expect(await digestOf(page)).toBe(digest);
    for (let screen = 1; screen <= 5; screen += 1) {
      await page.keyboard.press(String(screen));
      const foot = await page.locator('.stage-foot').innerText();
      expect(foot).toContain('截至 2014年7月31日');
    }
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    expect(await objections(page)).toEqual([]);
  });

  test('says so when a figure in it was altered', async () => {
    const { readFile } = await import('node:fs/promises');
    const altered = join(folder, 'altered.html');
    const text = await readFile(file, 'utf8');
    await writeFile(altered, text.replace('"430000.00"', '"130000.00"'));
    const { page } = await openFile(altered);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('与防改校验码不符');
  });
});
