/// <reference lib="dom" />
import axe from 'axe-core';
import { expect } from 'vitest';
import { settled } from './visitor.ts';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Both themes and both languages in two looks: colours do not depend on words, nor words on colours. */
const LOOKS = [
  ['light', 'zh-CN'],
  ['dark', 'en'],
] as const;

/** How a page changes its look. */
export interface Switches {
  readonly theme: (page: Page) => Promise<void>;
  readonly language: (page: Page) => Promise<void>;
}

/** The buttons of the masthead. Not by the mouse, which an open dialog keeps from them. */
export const MASTHEAD: Switches = {
  theme: (page) =>
    page
      .locator('header')
      .getByTitle(/^(主题|Theme)$/u)
      .dispatchEvent('click'),
  language: (page) =>
    page
      .locator('header')
      .getByTitle(/^(切换到中文|Switch to English)$/u)
      .dispatchEvent('click'),
};

/** What axe objects to on a page, as `rule: element`; the document in a preview's frame is not the page's. */
export async function objections(page: Page): Promise<string[]> {
  // Once for each time that the page is loaded: to read the script takes half as long as to look.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Violations only: to carry all that axe looked at out of the page takes ten times as long as to look.
  const options: RunOptions = { runOnly: RULES, resultTypes: ['violations'] };
  const { violations } = await page.evaluate(
    (given): Promise<AxeResults> => (window as unknown as { axe: typeof axe }).axe.run({ exclude: ['iframe'] }, given),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** What axe objects to in either look, the one on screen first; the page stays in the other one. */
export async function objectionsInBothLooks(page: Page, switches = MASTHEAD): Promise<string[]> {
  const { theme: shown } = await lookOf(page);
  const found: string[] = [];
  for (const [theme, lang] of LOOKS.toSorted(([a], [b]) => Number(b === shown) - Number(a === shown))) {
    const now = await lookOf(page);
    if (now.theme !== theme) await switches.theme(page);
    if (now.lang !== lang) await switches.language(page);
    await settled(page);
    expect(await lookOf(page)).toEqual({ theme, lang });
    found.push(...(await objections(page)).map((objection) => `${theme}, ${lang}: ${objection}`));
  }
  return found;
}

const lookOf = (page: Page): Promise<{ theme: string | undefined; lang: string }> =>
  page.evaluate(() => ({ theme: document.documentElement.dataset['theme'], lang: document.documentElement.lang }));
