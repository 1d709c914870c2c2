/// <reference lib="dom" />
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

export const READER: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  reducedMotion: 'reduce',
};

/** A page without anything from an earlier story. */
export interface LentPage {
  readonly page: Page;
  /** To be called when the story is over, whatever it did to the page. */
  readonly giveBack: () => Promise<void>;
}

interface Kept {
  readonly page: Page;
  readonly devtools: CDPSession;
}

/** Pages that no one uses, by their browser and by what sets their profiles apart. */
const shelves = new WeakMap<Browser, Map<string, Kept[]>>();

/**
 * An empty page. One that an earlier story has given back serves again: a new one is a process of its own, in which all scripts
 * are compiled once more, and that takes longer than most stories. Cookies, storage, permissions and routes are gone;
 * the browser still has the built files it was told to keep, whose names change with what is in them.
 */
export async function lendPage(browser: Browser, options: BrowserContextOptions = {}): Promise<LentPage> {
  const { viewport = READER.viewport, ...profile } = options;
  const shelf = shelfOf(browser, JSON.stringify(profile));
  const kept = shelf.pop() ?? (await newPage(browser, { ...READER, ...options }));
  const { page } = kept;
  if (viewport) await page.setViewportSize(viewport);
  const origins = new Set<string>();
  const note = (): void => {
    if (page.url().startsWith('http')) origins.add(new URL(page.url()).origin);
  };
  page.on('framenavigated', note);
  const giveBack = async (): Promise<void> => {
    page.off('framenavigated', note);
    try {
      await clear(kept, origins);
      shelf.push(kept);
    } catch {
      // Closed by its story, or it does not answer any more.
      await page.context().close();
    }
  };
  return { page, giveBack };
}

function shelfOf(browser: Browser, profile: string): Kept[] {
  const ofBrowser = shelves.get(browser) ?? new Map<string, Kept[]>();
  const shelf = ofBrowser.get(profile) ?? [];
  shelves.set(browser, ofBrowser.set(profile, shelf));
  return shelf;
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Kept> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { page, devtools: await context.newCDPSession(page) };
}

async function clear({ page, devtools }: Kept, origins: ReadonlySet<string>): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // By the page itself: told from outside, the browser would go on in another process.
  await page.evaluate(() => location.replace('about:blank'));
  await page.waitForURL('about:blank', { timeout: 5_000 });
  for (const origin of origins) {
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await context.clearCookies();
  await context.clearPermissions();
}
