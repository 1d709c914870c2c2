/// <reference lib="dom" />
import { afterEach, expect } from 'vitest';
import { browserOfWorker } from './browser.ts';
import type { OlderChromium } from './chromium.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const PATIENCE_MS = 60_000;

export class PageFault extends Error {
  override readonly name = 'PageFault';
}

/** Somebody with a browser whose profile is empty; every page it opens is closed after the test. */
export interface Visitor {
  /** Opens an address in a fresh profile and waits until it has said what it has to say. */
  open: (url: string, options?: BrowserContextOptions) => Promise<Page>;
  /** An empty page in a fresh profile. */
  profile: (options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * A browser for a file (or a `describe`) of stories, this machine's or an older one. What a page complains of (uncaught
 * errors, console errors) fails its story.
 */
export function visitor(older?: OlderChromium): Visitor {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  const profile: Visitor['profile'] = async (options = {}) => {
    browser = await browserOfWorker(older);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };
  return {
    profile,
    open: async (url, options) => {
      const page = await profile(options);
      await page.goto(url);
      await settled(page);
      return page;
    },
  };
}

/**
 * Waits until the page has its heading and says that it waits for nothing more (`data-idle`, dashboard/src/api/under-way.ts),
 * two frames long: what a frame brings near the window is drawn after it.
 *
 * @throws PageFault with what the page still waits for
 */
export async function settled(page: Page): Promise<void> {
  const idle = (): boolean =>
    document.documentElement.dataset['idle'] === 'true' &&
    (document.querySelector('h1')?.getClientRects().length ?? 0) > 0;
  const twoFrames = async (): Promise<void> => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  };
  try {
    do {
      await page.waitForFunction(idle);
      await page.evaluate(twoFrames);
    } while (!(await page.evaluate(idle)));
  } catch (cause) {
    const waits = await page.evaluate(() => document.documentElement.dataset['idle']).catch(() => undefined);
    throw new PageFault(`${page.url()} does not come to rest. It waits for: ${waits ?? 'its first script'}.`, {
      cause,
    });
  }
}

/** What the page says, without its running head, in one line; of a chart its marks, drawn already or not. */
export async function said(page: Page): Promise<string> {
  const text = await page.getByRole('main').evaluate((main: HTMLElement) => {
    const drawn = [...main.querySelectorAll<HTMLElement>('.chart-box > [aria-hidden]')];
    for (const one of drawn) one.style.display = 'none';
    const words = main.innerText;
    for (const one of drawn) one.style.display = '';
    return words;
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}
