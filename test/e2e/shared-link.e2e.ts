import { expect, inject, test } from 'vitest';
import { visibleText, settled, visitor } from '../support/visitor.ts';

const server = inject('sampleServer');
const { open } = visitor();

test('a link sent to a colleague shows the same figures in a fresh profile', async () => {
  const mine = await open(`${server}/c/county-2014/u/350322?asOf=2014-06-30`);
  await mine.getByRole('group', { name: '口径' }).getByRole('button', { name: '全部' }).click();
  await mine.getByRole('link', { name: /集体经济薄弱 37/u }).waitFor({ state: 'attached' });
  await settled(mine);
  const sentence = (await mine.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ');
  expect(sentence).toMatch(/23/u);

  const theirs = await open(mine.url());
  expect(await visibleText(theirs)).toBe(await visibleText(mine));
});

test('a link that names its language opens in it, and the switch keeps it true', async () => {
  const page = await open(`${server}/c/county-2014/u/350322?lang=en`);
  await page.getByRole('heading', { level: 2, name: 'Still outstanding' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 2, name: '还有谁没有完成？' }).waitFor();
  await page.waitForURL(/lang=zh-CN/u);
});

test('filter, order and search of the ledger are in the address', async () => {
  const mine = await open(`${server}/c/county-2014/u/350322/ledger`);
  await mine.getByRole('searchbox').fill('wjm');
  await mine.waitForURL(/q=wjm/u);
  await mine.getByRole('columnheader', { name: '认定日期' }).getByRole('button').click();
  await settled(mine);
  const theirs = await open(mine.url());
  expect(await theirs.getByRole('searchbox').inputValue()).toBe('wjm');
  const rows = (page: typeof mine) => page.getByRole('table').getByRole('link').allInnerTexts();
  expect((await rows(theirs)).length).toBeGreaterThan(20);
  expect(await rows(theirs)).toEqual(await rows(mine));
});

test('a link to what was known before anything was imported says that nothing was listed', async () => {
  const page = await open(`${server}/c/county-2014/u/350322?asOf=2014-07-31&knownAt=2020-01-01T00:00:00.000Z`);
  await page.getByRole('heading', { level: 1, name: '仙游县没有认定的软弱涣散基层党组织' }).waitFor();
});
