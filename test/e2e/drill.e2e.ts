import { expect, inject, test } from 'vitest';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';

const server = inject('sampleServer');
const { open } = visitor();

/** Where a bar is certain to be, as a part of its chart's width. */
const BAR = 0.2;

const headed = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
};
/** The trail of levels, without the marks between them. */
async function levels(page: Page): Promise<string[]> {
  const trail = await page.getByRole('navigation', { name: '层级' }).getByRole('listitem').allInnerTexts();
  return trail.map((level) => level.replaceAll(/[\s▸]/g, ''));
}

/** Clicks the bar that stands beside a label, as a mouse does. */
async function clickMark(page: Page, question: string, label: string): Promise<void> {
  const chart = page.getByRole('region', { name: question }).locator('svg').first();
  const text = page.getByRole('region', { name: question }).locator('svg text', { hasText: label }).first();
  await text.scrollIntoViewIfNeeded();
  const [around, at] = [await chart.boundingBox(), await text.boundingBox()];
  expect([around, at]).not.toContain(null);
  if (around === null || at === null) return;
  await page.mouse.click(around.x + around.width * BAR, at.y + at.height / 2);
}

test('county, town, village, case, and back by the back button of the browser', async () => {
  const page = await open(server);
  await headed(page, /仙游县/u);
  const countyAddress = page.url();

  await clickMark(page, '各乡镇进展如何？', '大济镇');
  await page.waitForURL(/u\/350322108$/u);
  await headed(page, /大济镇[\s\S]*4/u);
  expect(await levels(page)).toEqual(['仙游县', '大济镇']);
  const townAddress = page.url();

  // The page of a village on the list is its case.
  await clickMark(page, '各村进展如何？', '西南村');
  await page.waitForURL(/case\/2014-022/u);
  await headed(page, /大济镇西南村/u);
  expect(await levels(page)).toEqual(['仙游县', '大济镇', '西南村']);

  await page.goBack();
  await page.waitForURL(townAddress);
  await headed(page, /大济镇/u);
  await page.goBack();
  await page.waitForURL(countyAddress);
  await headed(page, /仙游县/u);
  await page.goForward();
  await page.waitForURL(townAddress);
});

test('a case opened from the ledger leads back to the same rows of the ledger', async () => {
  const page = await open(`${server}/c/county-2014/u/350322108/ledger`);
  expect(await page.getByRole('table').getByRole('link').count()).toBe(4);
  const address = page.url();
  await page.getByRole('table').getByRole('link', { name: '汾阳村' }).click();
  await page.waitForURL(/case\/2014-021/u);
  await headed(page, /汾阳村/u);
  await page.goBack();
  await page.waitForURL(address);
  await headed(page, /台账/u);
  await page.getByRole('table').getByRole('link', { name: '西南村' }).waitFor();
  expect(await page.getByRole('table').getByRole('link').count()).toBe(4);
});
