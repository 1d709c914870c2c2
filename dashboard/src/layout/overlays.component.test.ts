import { h } from 'vue';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UnitSearchDocument, type UnitSearchQuery } from '../generated/graphql.ts';
import { answer } from '../testing/answers.ts';
import { COUNTY, mount } from '../testing/mount.ts';
import Overlays from './app-overlays.vue';
import AsOfPicker from './as-of-picker.vue';
import { closeOverlay } from './overlays.ts';

afterEach(closeOverlay);

const dialogs = () => page.getByRole('dialog').elements();
const focus = () => document.activeElement;

test('a question mark lists the keys; focus stays within, Escape gives it back', async () => {
  const { element } = await mount({ render: () => [h('button', '之前'), h('input'), h(Overlays)] });
  const before = element.querySelector('button');
  before?.focus();
  await userEvent.keyboard('?');
  const dialog = page.getByRole('dialog', { name: '快捷键' });
  await expect.element(dialog).toBeVisible();
  expect([...dialog.element().querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
    '/',
    '?',
    'Enter',
    'Esc',
  ]);
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  expect(dialog.element().contains(focus())).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialogs).toEqual([]);
  await expect.poll(focus).toBe(before);

  // What is typed into a field is no key of the page.
  element.querySelector('input')?.focus();
  await userEvent.keyboard('?/');
  expect(element.querySelector('input')?.value).toBe('?/');
  expect(dialogs()).toEqual([]);
});

const found: UnitSearchQuery['searchUnits'] = [
  {
    code: '350322108',
    name: '大济镇',
    kind: 'TOWN',
    level: 4,
    ancestors: [{ code: '350322', name: '仙游县', level: 3 }],
  },
  {
    code: '350322108207',
    name: '大济村',
    kind: 'VILLAGE',
    level: 5,
    ancestors: [
      { code: '3503', name: '莆田市', level: 2 },
      { code: '350322', name: '仙游县', level: 3 },
      { code: '350322108', name: '大济镇', level: 4 },
    ],
  },
];

test('a slash finds units: what was typed is asked once, arrows and Enter go to the one chosen, on the same day', async () => {
  const requests = answer(UnitSearchDocument, () => ({ searchUnits: found }));
  const { router } = await mount(Overlays, { at: `${COUNTY}/ledger?asOf=2014-06-30` });
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('dialog', { name: '查找单位' })).toBeVisible();
  await expect.element(page.getByRole('dialog').getByRole('status')).toHaveTextContent('输入名称、代码或拼音首字母');
  await userEvent.keyboard('dj');
  const options = () =>
    page
      .getByRole('option')
      .elements()
      .map((option) => option.textContent.replaceAll(/\s+/gu, ' '));
  await expect.poll(options).toEqual(['大济镇仙游县350322108', '大济村仙游县 ▸ 大济镇350322108207']);
  expect(requests).toEqual([{ text: 'dj', campaign: 'county-2014' }]);
  await expect.poll(() => document.querySelector('[data-highlighted]')?.textContent).toContain('大济镇');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.querySelector('[data-highlighted]')?.textContent).toContain('大济村');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.currentRoute.value.fullPath).toBe('/c/county-2014/u/350322108207?asOf=2014-06-30');
  await expect.poll(dialogs).toEqual([]);
});

test('a search that finds nothing says what else to try', async () => {
  answer(UnitSearchDocument, () => ({ searchUnits: [] }));
  await mount(Overlays);
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('zzz');
  await expect
    .element(page.getByRole('dialog').getByRole('status'))
    .toHaveTextContent('没有找到“zzz”，可用名称、代码开头或拼音首字母再试。');
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialogs).toEqual([]);
});

test('the day is chosen without a mouse: Enter opens, Escape closes and gives the focus back, month ends are at hand', async () => {
  const { router } = await mount(AsOfPicker);
  const button = page.getByRole('button', { name: '截至 2014年7月31日' });
  await expect.element(button).toBeVisible();
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  const dialog = page.getByRole('dialog', { name: '截至 2014年7月31日' });
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(dialogs).toEqual([]);
  await expect.poll(focus).toBe(button.element());

  await userEvent.keyboard('{Enter}');
  const months = () => [...dialog.element().querySelectorAll('li')].map((month) => month.textContent.trim());
  await expect.poll(months).toEqual(['7月31日', '6月30日', '5月31日', '4月30日', '3月31日']);
  await dialog.getByRole('button', { name: '6月30日' }).click();
  await expect.poll(() => router.currentRoute.value.query).toEqual({ asOf: '2014-06-30' });
  await expect.element(page.getByRole('button', { name: '截至 2014年6月30日' })).toBeVisible();
});
