/// <reference lib="dom" />
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { OlderChromium } from './chromium.ts';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** Somebody with a browser whose profile is empty; every page it opens is closed after the test. */
export interface Visitor {
  /** Opens an address in a fresh profile and waits until it has said what it has to say. */
  open: (url: string, options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * One browser for a file (or a `describe`) of stories, this machine's or an older one. What a page complains of
 * (uncaught errors, console errors) fails its story.
 */
export function visitor(older?: OlderChromium): Visitor {
  let browser: Browser | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(older);
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    open: async (url, options = {}) => {
      if (browser === undefined) throw new TypeError('the browser is there inside tests only');
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      watchRequests(page);
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      await page.goto(url);
      await settled(page);
      return page;
    },
  };
}

const QUIET_MS = 500;
const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/**
 * Waits until the page has its heading and asks the server nothing more. Counted here: the browser driver's own
 * `networkidle` never comes again when a frame is added to a page that had been idle before.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor(); // by tag: an open dialog hides the page behind it from its roles
  const requests = underWay.get(page);
  const end = Date.now() + PATIENCE_MS;
  for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MS && Date.now() < end;) {
    await wait(50);
    if (requests === undefined || requests.size > 0) quietSince = Date.now();
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
