import { expect, inject, test } from 'vitest';
import { settled, visitor } from '../support/visitor.ts';
import type { Locator, Page } from 'playwright-core';

const server = inject('sampleServer');
const { open } = visitor();
const COUNTY = `${server}/c/county-2014/u/350322`;

/** Its last column is the rank, which is no count of rows. */
const TOWNS = '各乡镇进展如何？';

/** Follows a figure to the ledger and says how many rows stand there. */
async function rowsBehind(page: Page, figure: Locator, address: RegExp): Promise<number> {
  await figure.click();
  await page.waitForURL(address);
  await page.getByRole('heading', { level: 1, name: /台账/u }).waitFor();
  await settled(page);
  const status = await page.getByRole('status').first().innerText();
  return Number(/(\d+)/u.exec(status)?.[1]);
}

test('the numbers beside a town of the wall chart lead to the rows that they count', async () => {
  const page = await open(`${COUNTY}/wallchart`);
  const town = page.getByRole('rowheader').filter({ hasText: '游洋镇' });
  for (const name of ['完成整顿数', '排查认定数']) {
    const figure = town.getByRole('link', { name: new RegExp(`游洋镇 .*${name}`, 'u') });
    const counted = Number(await figure.innerText());
    expect(counted).toBeGreaterThan(0);
    expect(await rowsBehind(page, figure, /u\/350322\d+\/ledger\?countedIn=/u)).toBe(counted);
    await page.goBack();
    await town.waitFor();
    await settled(page);
  }
  await town.getByRole('link', { name: /游洋镇 .*率/u }).click();
  await page.waitForURL(/rows=RECTIFICATION_RATE&rowsUnit=350322\d+/u);
  await page.getByRole('dialog').waitFor();
});

test('every figure on the cards leads on: beside the charts and in their tables', async () => {
  const page = await open(COUNTY);
  const causes = page.getByRole('region', { name: '为什么列入？' });
  await causes.scrollIntoViewIfNeeded();
  await settled(page);
  expect(
    await rowsBehind(page, causes.getByRole('link', { name: '37', exact: true }), /ledger\?countedIn=IDENTIFIED/u),
  ).toBe(37);
  await page.goBack();
  await settled(page);
  const left = page.getByRole('region', { name: '还有谁没有完成？' });
  expect(
    await rowsBehind(page, left.getByRole('link', { name: '5', exact: true }), /ledger\?countedIn=OUTSTANDING/u),
  ).toBe(5);
  await page.goBack();
  await settled(page);
  const bare: string[] = [];
  for (const question of [TOWNS, '为什么列入？', '进度赶得上吗？', '报酬提高了多少？', '挂钩领导去了吗？']) {
    const card = page.getByRole('region', { name: question });
    await card.scrollIntoViewIfNeeded();
    await settled(page);
    await card.getByRole('button', { name: /表/u }).first().click();
    const cells = await card
      .getByRole('table')
      .locator('td.n:not(:has(a))')
      .evaluateAll((all) => all.map((cell) => (cell.textContent ?? '').trim()));
    bare.push(...cells.filter((text) => /\d/u.test(text) && text !== '0').map((text) => `${question} ${text}`));
  }
  expect(bare).toEqual([]);
});
