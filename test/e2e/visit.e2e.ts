/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectionsInBothLooks } from '../support/axe.ts';
import { queryGraph } from '../support/graphql.ts';
import { startOnSamples } from '../support/server.ts';
import { settled, visitor } from '../support/visitor.ts';
import type { SampleServer } from '../support/server.ts';

const { open } = visitor();
const CASE = '/c/county-2014/u/350322/case/2014-014?asOf=2014-07-31';
let server: SampleServer;
beforeAll(async () => {
  server = await startOnSamples();
});
afterAll(() => server.stop());

interface Visits {
  case: { visits: { visitedOn: string; role: string; problemsFound: number | null }[] };
}

const visitsOn = async (day: string) => {
  const { case: found } = await queryGraph<Visits>(
    server.url,
    '{ case(caseNo: "2014-014", asOf: "2014-07-31") { visits { visitedOn role problemsFound } } }',
  );
  return found.visits.filter(({ visitedOn }) => visitedOn === day);
};

test('a clerk records a visit: refused where it cannot be right, counted at once, and once however often it is sent', async () => {
  const page = await open(`${server.url}${CASE}`);
  const card = page.getByRole('region', { name: '挂钩领导走访' });
  await card.getByText('登记走访').click();
  const form = card.getByRole('form', { name: '登记走访' });
  const send = form.getByRole('button', { name: '登记' });
  const month = card.getByRole('row', { name: /^2014-07/u });
  const before = await month.innerText();

  await send.click();
  await form.getByText('未登记：有2处需要改正').waitFor();
  const role = form.getByLabel('角色');
  expect(await role.evaluate((one) => one === document.activeElement)).toBe(true);

  await role.selectOption({ label: '挂钩领导' });
  await form.getByLabel('日期').fill('2014-07-29');
  await form.getByLabel('发现问题').fill('2');
  await form.getByLabel('解决问题').fill('1');
  await form.getByLabel('说明').fill('查看村账');
  await send.dblclick();
  await form.getByText('已登记').waitFor();
  await settled(page);
  expect(await month.innerText()).not.toBe(before);
  await card.getByText(/^逐次走访/u).click();
  await card.getByRole('listitem').filter({ hasText: '查看村账' }).waitFor();
  await page.getByRole('region', { name: '登记与更正记录' }).getByText('整顿档案页面 · 走访').first().waitFor();
  expect(await visitsOn('2014-07-29')).toEqual([{ visitedOn: '2014-07-29', role: 'leader', problemsFound: 2 }]);

  await role.selectOption('leader');
  await form.getByLabel('日期').fill('2014-07-29');
  await form.getByLabel('发现问题').fill('2');
  await form.getByLabel('解决问题').fill('1');
  await form.getByLabel('说明').fill('查看村账');
  await send.click();
  await form.getByText('已有内容相同的走访，未重复登记').waitFor();
  expect(await visitsOn('2014-07-29')).toHaveLength(1);

  await page.reload();
  await settled(page);
  await card.getByText(/^逐次走访/u).click();
  expect(await card.getByRole('listitem').filter({ hasText: '查看村账' }).count()).toBe(1);
  await card.getByText('登记走访').click();
  await send.click();
  await form.getByText('未登记：有2处需要改正').waitFor();
  expect(await objectionsInBothLooks(page)).toEqual([]);
});
