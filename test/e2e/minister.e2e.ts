import { expect, inject, test } from 'vitest';
import { visibleText, settled, visitor } from '../support/visitor.ts';

const server = inject('sampleServer');
const { open } = visitor();

const THE_FIVE = ['鲤南镇东山村', '园庄镇六户村', '榜头镇莲墘社区', '钟山镇汾山村', '游洋镇鲁头村'];

test('the first page says 37, 32 and 5 in a sentence; a minister finds the five, and why each is', async () => {
  const page = await open(server);
  const headline = (await page.getByRole('heading', { level: 1 }).innerText()).replaceAll(/\s+/g, '');
  expect(headline).toMatch(/37个.*32个（86\.5%.*5个.*逾期2/u);
  const list = page.getByRole('table', { name: '还有谁没有完成？' });
  const names = await list.getByRole('rowheader').allInnerTexts();
  expect(names.map((name) => name.trim()).sort()).toEqual([...THE_FIVE].sort());
  const late = list.getByRole('row', { name: /游洋镇鲁头村/u });
  expect(await late.innerText()).toMatch(/信访矛盾集中[\s\S]*县委常委、组织部部长[\s\S]*逾期 16 天/u);

  await list.getByRole('link', { name: '园庄镇六户村' }).click();
  await page.getByRole('heading', { level: 1, name: /园庄镇六户村/u }).waitFor();
  await settled(page);
  const story = await visibleText(page);
  expect(story).toContain('班子配备不齐');
  expect(story).toContain('缺村委会主任，正在物色人选');
  expect(story).toContain('园庄镇党委书记');
});

test('the overview answers what is missing, what rose and who is left: the 5 opens exactly the rows it counts', async () => {
  const page = await open(server);
  const all = await visibleText(page);
  expect(all).toContain('43.6%');
  expect(all).toContain('15.6%');
  const team = page.getByRole('region', { name: /班子/u });
  expect((await team.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/12[\s\S]*1/u);
  const needs = page.getByRole('region', { name: '场所和经费还缺多少？' });
  expect(await needs.innerText()).toMatch(/10/u);

  await page
    .getByRole('heading', { level: 1 })
    .getByRole('link', { name: /未完成数: 5/u })
    .click();
  await page.waitForURL(/ledger\?countedIn=OUTSTANDING/u);
  await page.getByRole('heading', { level: 1, name: /台账/u }).waitFor();
  await settled(page);
  await page.getByRole('table').getByRole('link', { name: '鲁头村' }).waitFor();
  const links = page.getByRole('table').getByRole('link');
  const listed = await links.allInnerTexts();
  expect(listed.map((name) => name.trim()).sort()).toEqual(['东山村', '六户村', '汾山村', '莲墘社区', '鲁头村'].sort());
});
