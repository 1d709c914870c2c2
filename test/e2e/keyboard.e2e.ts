/// <reference lib="dom" />
import { expect, inject, test } from 'vitest';
import { settled, visitor } from '../support/visitor.ts';
import type { Page } from 'playwright-core';

const server = inject('sampleServer');
const { open } = visitor();

const TABS_AT_MOST = 300;

/** The name of what has the focus, and whether a reader can see that it has. */
function focused(page: Page): Promise<{ name: string; visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element === null || element === document.body) return { name: '', visible: false };
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return { name: name.replaceAll(/\s+/g, ' ').trim(), visible: outlined || style.boxShadow !== 'none' };
  });
}

/** Presses Tab until the focus is on something with this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < TABS_AT_MOST; i += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now.name)) {
      expect([now.name, now.visible]).toEqual([now.name, true]);
      return;
    }
    passed.push(now.name);
  }
  expect(passed).toContain(String(name));
}

test('the first Tab skips to the text, a slash searches units by pinyin initials', async () => {
  const page = await open(server);
  await page.keyboard.press('Tab');
  expect((await focused(page)).name).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: '查找单位' }).waitFor();
  await page.keyboard.type('djz');
  await page
    .getByRole('option', { name: /大济镇/u })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/u\/350322108/u);
  await settled(page);
});

test('a minister without a mouse goes from the county to a case and back', async () => {
  const page = await open(server);
  await tabTo(page, /^园庄镇六户村$/u);
  await page.keyboard.press('Enter');
  await page.waitForURL(/case\/2014-019/u);
  await settled(page);
  await tabTo(page, /^园庄镇$/u);
  await page.keyboard.press('Enter');
  await page.waitForURL(/u\/350322107$/u);
  await settled(page);
  // Alt+Left belongs to the browser's window, which there is none of.
  await page.goBack();
  await page.waitForURL(/case\/2014-019/u);
});
