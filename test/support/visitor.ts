/// <reference lib="dom" />
import { afterEach, expect } from 'vitest';
import { browserOfWorker } from './browser.ts';
import { lendPage, READER } from './lent-page.ts';
import type { OlderChromium } from './chromium.ts';
import type { BrowserContext, BrowserContextOptions, ConsoleMessage, Page, WebError } from 'playwright-core';

const PATIENCE_MS = 60_000;

export class PageFault extends Error {
  override readonly name = 'PageFault';
}

/** Someone with a browser whose profile is empty; what it has open is gone after the test. */
export interface Visitor {
  /** Opens an address in an empty profile and waits until it has said what it has to say. */
  open: (url: string, options?: BrowserContextOptions) => Promise<Page>;
  /** An empty page in a profile that has never been used. */
  profile: (options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * A browser for a file (or a `describe`) of stories, this machine's or an older one. What a page complains of (uncaught
 * errors, console errors) fails its story.
 */
export function visitor(older?: OlderChromium): Visitor {
  const complaints: string[] = [];
  const afterwards: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const leave of afterwards.splice(0)) await leave();
    expect(complaints.splice(0)).toEqual([]);
  });
  /** Listens to all pages of a profile, also to those that its pages open. */
  const listenTo = (context: BrowserContext): (() => void) => {
    context.setDefaultTimeout(PATIENCE_MS);
    const onError = (error: WebError): void => void complaints.push(`${error.page()?.url()}: ${error.error().message}`);
    const onConsole = (message: ConsoleMessage): void => {
      if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`);
    };
    context.on('weberror', onError).on('console', onConsole);
    return () => void context.off('weberror', onError).off('console', onConsole);
  };
  return {
    profile: async (options) => {
      const context = await (await browserOfWorker(older)).newContext({ ...READER, ...options });
      afterwards.push(() => context.close());
      listenTo(context);
      return context.newPage();
    },
    open: async (url, options) => {
      const { page, giveBack } = await lendPage(await browserOfWorker(older), options);
      const listenNoMore = listenTo(page.context());
      afterwards.push(async () => (listenNoMore(), giveBack()));
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

/** Goes to an address of the same application as its links do: nothing is loaded once more. Waits as `open` does. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, url);
  await settled(page);
}

/** What the page shows, without its running head, in one line; of a chart its marks, drawn already or not. */
export async function visibleText(page: Page): Promise<string> {
  const text = await page.getByRole('main').evaluate((main: HTMLElement) => {
    const drawn = [...main.querySelectorAll<HTMLElement>('.chart-box > [aria-hidden]')];
    for (const one of drawn) one.style.display = 'none';
    const words = main.innerText;
    for (const one of drawn) one.style.display = '';
    return words;
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}
