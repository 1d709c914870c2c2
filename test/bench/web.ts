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
 * Clicks the town and looks at every frame until its heading is there; the frame in which it is found is painted before
 * the next begins. A text, because the loader of TypeScript would put its own helpers into a function.
 */
const DRILL = `new Promise((resolve) => {
  const link = document.querySelector('a[href$="/u/${TOWN}"]');
  if (link === null) return resolve(NaN);
  const started = performance.now();
  link.click();
  requestAnimationFrame(function look() {
    const shown = document.querySelector('h1')?.textContent?.includes('${TOWN_NAME}');
    requestAnimationFrame(shown ? () => resolve(performance.now() - started) : look);
  });
})`;

/** Milliseconds from a click on a town to the frame that shows its figures. */
function drill(page: Page): Promise<number> {
  return page.evaluate<number>(DRILL);
}

async function drills(browser: Browser, url: string): Promise<{ first: number; again: number; worst: number }> {
  const first: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < DRILLS; i += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(url + COUNTY);
    await page.waitForLoadState('networkidle');
    first.push(await drill(page));
    await page.goBack();
    await page.waitForLoadState('networkidle');
    again.push(await drill(page));
    await context.close();
  }
  return { first: median(first), again: median(again), worst: Math.max(...first, ...again) };
}

async function measure(browser: Browser, port: number, url: string): Promise<void> {
  const desktop = await audit(url + COUNTY, port, 'desktop');
  const phone = await audit(url + COUNTY, port, 'mobile');
  const { first, again, worst } = await drills(browser, url);
  const row = (what: string, found: Record<string, number>): string =>
    `| ${what} | ${CATEGORIES.map((id) => found[id]).join(' | ')} |`;
  const marks = [
    `| Lighthouse, overview | ${CATEGORIES.join(' | ')} |`,
    '|---|--:|--:|--:|',
    row('desktop', desktop),
    row('phone', phone),
  ];
  const paints = [
    '| a click on a town | ms |',
    '|---|--:|',
    `| to the frame with its figures, first time (median of ${DRILLS}) | ${first.toFixed(0)} |`,
    `| again, after going back (median) | ${again.toFixed(0)} |`,
    `| slowest of all | ${worst.toFixed(0)} |`,
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
