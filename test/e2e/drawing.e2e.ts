/// <reference lib="dom" />
import { expect, inject, test } from 'vitest';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';

const server = inject('sampleServer');
const { open } = visitor();

const COUNTY = `${server}/c/county-2014/u/350322`;
const TOWNS = '各乡镇进展如何？';

/** How many charts the page has a place for, and how many of them are drawn. */
function charts(page: Page): Promise<{ places: number; drawn: number }> {
  return page.evaluate(() => ({
    places: document.querySelectorAll('.chart-box').length,
    drawn: document.querySelectorAll('.chart-box svg').length,
  }));
}

test('paper shows every chart also where none has been drawn before', async () => {
  const page = await open(COUNTY, { viewport: { width: 390, height: 420 } });
  // What draws is fetched while the page has nothing else to do.
  await expect
    .poll(
      () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /echarts/u.test(name))),
      { timeout: 10_000 },
    )
    .toBe(true);
  await settled(page);
  expect((await charts(page)).drawn).toBe(0);
  await page.pdf();
  const { drawn, places } = await charts(page);
  expect(drawn).toBe(places);
});

test('a pointer that rests on a bar asks for the town; the click then has nothing to wait for', async () => {
  const page = await open(COUNTY);
  const card = page.getByRole('region', { name: TOWNS });
  const [chart, label] = [card.locator('svg').first(), card.locator('svg text', { hasText: '大济镇' }).first()];
  await label.waitFor();
  const [around, at] = [await chart.boundingBox(), await label.boundingBox()];
  if (around === null || at === null) return expect([around, at]).not.toContain(null);
  const requested: string[] = [];
  page.on('request', (request) => {
    const body = request.url().endsWith('/graphql') ? request.postData() : null;
    if (body?.includes('350322108') === true) requested.push(body);
  });
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('350322108') === true);
  await page.mouse.move(around.x + around.width / 5, at.y + at.height / 2, { steps: 3 });
  await answered;
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('heading', { level: 1, name: /大济镇/u }).waitFor();
  await settled(page);
  expect(requested.filter((body) => body === requested[0])).toHaveLength(1);
});

test('the old page stays, whole and busy, until the figures of the next one are there, and says what it waits for', async () => {
  const page = await open(COUNTY);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('350322108') === true) await held;
    await route.continue();
  });
  await page
    .getByRole('region', { name: TOWNS })
    .getByRole('link', { name: /^大济镇/u })
    .press('Enter');
  await page.locator('main[aria-busy="true"]').waitFor();
  expect(page.url()).toBe(COUNTY);
  const waitsFor = (): Promise<string | null> => page.locator('html').getAttribute('data-idle');
  expect(await waitsFor()).toMatch(/page/u);
  expect(await waitsFor()).toMatch(/operation [0-9a-f]{8}/u);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('仙游县');
  release();
  await page.getByRole('heading', { level: 1, name: /大济镇/u }).waitFor();
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('false');
  await settled(page);
  expect(await waitsFor()).toBe('true');
});

test('a page that is left before its answers are there is not waited for', async () => {
  const page = await open(COUNTY);
  await page.route('**/graphql', (route) => {
    const requested = route.request().postData() ?? '';
    return requested.includes('"first":50') ? undefined : route.continue();
  });
  await page.goto(new URL('/imports', COUNTY).href);
  await page.locator('html[data-idle^="operation"]').waitFor();
  await page.getByRole('link', { name: '总览', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /仙游县/u }).waitFor();
  await settled(page);
});
