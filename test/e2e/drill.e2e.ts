import { expect, inject, test } from 'vitest';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';

const server = inject('sampleServer');
const { open } = visitor();

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const levels = (page: Page) => page.getByRole('navigation', { name: '层级' }).getByRole('listitem').allInnerTexts();

test('county, town, village, case, and back by the back button of the browser', async () => {
  const page = await open(server);
  expect(await heading(page)).toContain('仙游县');
  const countyAddress = page.url();

  await page.getByRole('link', { name: /^大济镇 4\/4/u }).click();
  await page.waitForURL(/u\/350322108$/u);
  await settled(page);
  expect(await heading(page)).toMatch(/大济镇[\s\S]*4/u);
  expect(await levels(page)).toEqual(['仙游县', '大济镇']);
  const townAddress = page.url();

  // The page of a village on the list is its case.
  await page.getByRole('link', { name: /^西南村 1\/1/u }).click();
  await page.waitForURL(/case\/2014-022/u);
  await settled(page);
  expect(await heading(page)).toContain('大济镇西南村');
  expect(await levels(page)).toEqual(['仙游县', '大济镇', '西南村']);

  await page.goBack();
  await page.waitForURL(townAddress);
  await settled(page);
  expect(await heading(page)).toContain('大济镇');
  await page.goBack();
  await page.waitForURL(countyAddress);
  await settled(page);
  expect(await heading(page)).toContain('仙游县');
  await page.goForward();
  await page.waitForURL(townAddress);
});

test('a case opened from the ledger leads back to the same rows of the ledger', async () => {
  const page = await open(`${server}/c/county-2014/u/350322108/ledger`);
  expect(await page.getByRole('table').getByRole('link').count()).toBe(4);
  const address = page.url();
  await page.getByRole('table').getByRole('link', { name: '汾阳村' }).click();
  await page.waitForURL(/case\/2014-021/u);
  await settled(page);
  await page.goBack();
  await page.waitForURL(address);
  await settled(page);
  expect(await page.getByRole('table').getByRole('link').count()).toBe(4);
});

test('the trail of levels leads up', async () => {
  const page = await open(`${server}/c/county-2014/u/350322108/case/2014-022`);
  await page.getByRole('navigation', { name: '层级' }).getByRole('link', { name: '大济镇' }).click();
  await page.waitForURL(/u\/350322108$/u);
  await page.getByRole('navigation', { name: '层级' }).getByRole('link', { name: '仙游县' }).click();
  await page.waitForURL(/u\/350322$/u);
});
