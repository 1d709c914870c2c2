import { expect, inject, test } from 'vitest';
import { said, settled, visitor } from '../support/visitor.ts';

const server = inject('sampleServer');
const { open } = visitor();

test('a link sent to a colleague shows the same figures in a fresh profile', async () => {
  const mine = await open(`${server}/c/county-2014/u/350322?asOf=2014-06-30`);
  await mine.getByRole('button', { name: 'EN', exact: true }).click();
  await mine.getByRole('heading', { level: 2, name: 'Who is left?' }).waitFor();
  await mine.getByRole('group', { name: /./u }).getByRole('button', { name: /^All/u }).first().click();
  await settled(mine);
  const sentence = (await mine.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, ' ');
  expect(sentence).toMatch(/23/u);

  const theirs = await open(mine.url());
  expect(await theirs.getByRole('button', { name: '中文' }).count()).toBe(1);
  expect(await said(theirs)).toBe(await said(mine));
});

test('filters, order and search of the ledger are in the address', async () => {
  const mine = await open(`${server}/c/county-2014/u/350322/ledger`);
  await mine.getByRole('searchbox').fill('djz');
  await mine.waitForURL(/djz/u);
  await mine.getByRole('button', { name: '剩余天数' }).click();
  await settled(mine);
  const theirs = await open(mine.url());
  expect(await theirs.getByRole('searchbox').inputValue()).toBe('djz');
  const rows = (page: typeof mine) => page.getByRole('table').getByRole('link').allInnerTexts();
  expect(await rows(theirs)).toHaveLength(4);
  expect(await rows(theirs)).toEqual(await rows(mine));
});

test('a link to what was known before anything was imported shows an empty report and says so', async () => {
  const page = await open(`${server}/c/county-2014/u/350322?asOf=2014-07-31`);
  const now = await said(page);
  expect(now).toContain('86.5%');
  const answer = await page.request.get(`${server}/c/county-2014/u/350322?asOf=2014-13-45`);
  expect(answer.status()).toBe(200);
});
