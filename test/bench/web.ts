/**
 * What a reader of the overview feels: Lighthouse's marks against the local server, and how long after a click on a town
 * its figures are painted. Run: `pnpm bench:web`. Writes its table into docs/benchmarks.md.
 */
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../support/browser.ts';
import { findChromium } from '../support/chromium.ts';
import { freePort, startServer } from '../support/server.ts';
import { median } from './load.ts';
import { dateAndMachine, writeSection } from './report-file.ts';
import type { Browser, Page } from 'playwright-core';

const COUNTY = '/c/county-2014/u/350322';
const TOWN = '350322108';
const TOWN_NAME = '大济镇';
const TOWNS = '各乡镇进展如何？';
/** Where the bar is certain to be, as a part of its chart's width. */
const BAR = 0.2;
/** A short press. */
const PRESS_MS = 60;
const DRILLS = 15;
const AUDITS = 3;
const GOOD = 0.9;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Medians of some audits, in hundredths; a phone as Lighthouse imagines one, or a desktop. */
async function audit(url: string, port: number, form: 'mobile' | 'desktop'): Promise<Record<string, number>> {
  const scores = new Map<string, number[]>();
  for (let i = 0; i < AUDITS; i += 1) {
    const options = { port, output: 'json' as const, logLevel: 'error' as const, onlyCategories: [...CATEGORIES] };
    const result = await lighthouse(url, options, form === 'desktop' ? desktopConfig : undefined);
    for (const id of CATEGORIES) {
      const score = result?.lhr.categories[id]?.score ?? Number.NaN;
      scores.set(id, [...(scores.get(id) ?? []), Math.round(score * 100)]);
    }
    const failing = Object.values(result?.lhr.audits ?? {}).filter((one) => one.score !== null && one.score < GOOD);
    const marks = CATEGORIES.map((id) => `${id} ${scores.get(id)?.at(-1)}`).join(', ');
    say(
      `  ${form} ${i + 1}: ${marks}; not good: ${failing.map((one) => `${one.id} ${one.displayValue ?? ''}`).join(', ')}`,
    );
  }
  // Lighthouse gives no mark for an audit that broke off.
  return Object.fromEntries(
    [...scores].map(([id, values]) => [id, median(values.filter((value) => !Number.isNaN(value)))]),
  );
}

/**
 * Waits for a click and looks at every frame until the town's heading is there. The task that follows a frame's callbacks
 * comes after its paint. A text, because the loader of TypeScript would put its own helpers into a function.
 */
const WATCH = `window.drilled = new Promise((resolve) => addEventListener('click', () => {
  const started = performance.now();
  const painted = new MessageChannel();
  painted.port1.onmessage = () => resolve(performance.now() - started);
  requestAnimationFrame(function look() {
    const shown = document.querySelector('h1')?.textContent?.includes('${TOWN_NAME}');
    if (shown) painted.port2.postMessage(null);
    else requestAnimationFrame(look);
  });
}, { once: true, capture: true }))`;
const drilled = (page: Page): Promise<number> => page.evaluate<number>('window.drilled');

/** Milliseconds from a click out of the blue (a key, a finger) to the frame that shows the town's figures. */
async function drill(page: Page): Promise<number> {
  await page.evaluate(`${WATCH}, document.querySelector('a[href$="/u/${TOWN}"]').click()`);
  return drilled(page);
}

/** The same for a mouse: it moves to the town's bar, presses and lets go. */
async function drillByMouse(page: Page): Promise<number> {
  const card = page.getByRole('region', { name: TOWNS });
  const label = card.locator('svg text', { hasText: TOWN_NAME }).first();
  await label.waitFor();
  const [around, at] = [await card.locator('svg').first().boundingBox(), await label.boundingBox()];
  if (around === null || at === null) return Number.NaN;
  await page.evaluate(`${WATCH}, 0`);
  await page.mouse.move(around.x + around.width * BAR, at.y + at.height / 2, { steps: 5 });
  await page.mouse.down();
  await page.waitForTimeout(PRESS_MS);
  await page.mouse.up();
  return drilled(page);
}

interface Drills {
  readonly first: number[];
  readonly again: number[];
  readonly mouse: number[];
}

async function drills(browser: Browser, url: string): Promise<Drills> {
  const found: Drills = { first: [], again: [], mouse: [] };
  const arrive = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(url + COUNTY);
    await page.waitForLoadState('networkidle');
    return page;
  };
  for (let i = 0; i < DRILLS; i += 1) {
    const page = await arrive();
    found.first.push(await drill(page));
    await page.goBack();
    await page.waitForLoadState('networkidle');
    found.again.push(await drill(page));
    await page.context().close();
    const other = await arrive();
    found.mouse.push(await drillByMouse(other));
    await other.context().close();
  }
  return found;
}

/** The value that nine of ten do not exceed. */
function ninetieth(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * GOOD) - 1] ?? Number.NaN;
}

async function measure(browser: Browser, port: number, url: string): Promise<void> {
  const desktop = await audit(url + COUNTY, port, 'desktop');
  const phone = await audit(url + COUNTY, port, 'mobile');
  const { first, again, mouse } = await drills(browser, url);
  const row = (what: string, found: Record<string, number>): string =>
    `| ${what} | ${CATEGORIES.map((id) => found[id]).join(' | ')} |`;
  const marks = [
    `| Lighthouse, overview | ${CATEGORIES.join(' | ')} |`,
    '|---|--:|--:|--:|',
    row('desktop', desktop),
    row('phone', phone),
  ];
  const paint = (what: string, ms: readonly number[]): string =>
    `| ${what} | ${median([...ms]).toFixed(0)} | ${ninetieth(ms).toFixed(0)} | ${Math.max(...ms).toFixed(0)} |`;
  const paints = [
    `| from a click on a town to the frame with its figures, ms (${DRILLS} each) | median | 90 % | slowest |`,
    '|---|--:|--:|--:|',
    paint('first time, with a mouse on its bar', mouse),
    paint('first time, out of the blue', first),
    paint('again, after going back', again),
  ];
  const text = `## The overview in a browser\n\n${dateAndMachine()}. Chromium ${browser.version()} without a window on the server's own machine, the built dashboard, the sample county; medians of ${AUDITS} audits.\nThe phone is Lighthouse's slow one (slow 4G, a quarter of the processor).\n\n${marks.join('\n')}\n\n${paints.join('\n')}`;
  say(text);
  await writeSection('web', text);
}

const server = await startServer();
const found = await findChromium();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: found.path,
  args: [...BROWSER_FLAGS, `--remote-debugging-port=${port}`],
});
try {
  await measure(browser, port, server.url);
} finally {
  await browser.close();
  await server.stop();
}
