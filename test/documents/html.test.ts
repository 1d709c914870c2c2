import { documentToHtml } from '@wallchart/server/src/rendering/document/index.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { tooNew } from '../../dashboard/too-new.ts';
import { launchBrowser } from '../support/browser.ts';
import { once } from './once.ts';
import { textsOfPdf, type PdfText } from './open-pdf.ts';
import { printedText } from './printed-text.ts';
import { CIRCULARS, draft, enCircular, zhCircular, zhLetter } from './samples.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const htmlOf = once((document: Parameters<typeof documentToHtml>[0]) => documentToHtml(document));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a document as a file would be, notes what it asks the network for and what it complains of. */
async function opened(html: string, width = 1000): Promise<{ page: Page; requested: string[]; logged: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const [requested, logged]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith('about:')) requested.push(request.url());
  });
  page.on('console', (message) => logged.push(message.text()));
  await page.setContent(html, { waitUntil: 'load' });
  return { page, requested, logged };
}

/** One page for each browser to be compared with others: a new one starts a process. */
const pageOf = once((by: Browser) => by.newPage());

async function shownBy(by: Browser, html: string, media: 'print' | null = null): Promise<Page> {
  const page = await pageOf(by);
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.emulateMedia({ media });
  await page.setContent(html, { waitUntil: 'load' });
  return page;
}

/** What a browser prints of a page. */
async function printedBy(by: Browser, html: string): Promise<readonly PdfText[]> {
  const page = await shownBy(by, html);
  return textsOfPdf(await page.pdf({ preferCSSPageSize: true }));
}
/** As this machine's browser prints it: what several tests ask of one document is printed once. */
const printed = once((document: Parameters<typeof documentToHtml>[0]) => printedBy(browser, htmlOf(document)));

/** Without white space and what keeps a mark to its figure. */
const bare = (text: string | null): string => (text ?? '').replaceAll(/\s|\u2060/gu, '');
const pt = (mm: number): number => (mm / 25.4) * 72;

describe.each(CIRCULARS)('a circular of $document.lang', (circular) => {
  const { document } = circular;
  let on: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    on = await opened(htmlOf(document));
  });
  afterAll(() => on.page.close());

  test('says every word once and in order, from one file alone', async () => {
    const { page, requested, logged } = on;
    const words = await page.locator('body').evaluate((body) => body.textContent);
    expect(bare(words)).toBe(printedText(document, { ...circular, pictures: false }));
    expect([requested, logged]).toEqual([[], []]);
    expect(await page.locator('script').count()).toBe(0);
  });

  test('shows what a figure is when it is pointed at', async () => {
    const figure = on.page.locator('data[value="rectified"]');
    expect(await figure.textContent()).toBe('32');
    expect(await figure.getAttribute('title')).toBe(
      document.lang === 'zh' ? '已销号及其后各状态的党组织数' : 'Struck off and later',
    );
  });

  test('prints as A4, pages numbered odd right and even left', async () => {
    const pages = await printed(document);
    expect(pages.length).toBeGreaterThanOrEqual(7);
    pages.forEach(({ width, height, items }, index) => {
      expect([width, height]).toEqual([expect.closeTo(pt(210), -1), expect.closeTo(pt(297), -1)]);
      const number = items.filter(({ y }) => y > pt(297 - 35));
      expect(bare(number.map(({ text }) => text).join(''))).toBe(`—${index + 1}—`);
      const x = number[0]?.x ?? 0;
      if (index % 2 === 0) expect(x).toBeGreaterThan(pt(150));
      else expect(x).toBeCloseTo(pt(28) + 14, -1);
    });
  });
});

test('28 characters make a line of the type area', async () => {
  const { page } = await opened(
    documentToHtml({
      ...zhCircular,
      blocks: [{ kind: 'paragraph', runs: [{ text: '乡镇党委坚持问题导向'.repeat(12) }] }],
      annexes: [],
    }),
  );
  const height = await page.locator('p.text').evaluate((paragraph) => paragraph.getBoundingClientRect().height);
  // 120 characters and an indent of two.
  expect(Math.round(height / (28.95 * (96 / 72)))).toBe(Math.ceil((120 + 2) / 28));
  await page.close();
});

test('texts are texts, whatever they look like to a browser', async () => {
  const odd = '<img src=x onerror="alert(1)"> & "q" \'</style><script>';
  const { page, logged } = await opened(
    documentToHtml({
      ...zhLetter,
      title: odd,
      masthead: odd,
      blocks: [{ kind: 'paragraph', runs: [{ text: odd, figure: { key: '"><b>', definition: odd } }] }],
    }),
  );
  expect(await page.locator('h1').textContent()).toContain('<img src=x');
  expect(await page.locator('data').getAttribute('title')).toBe(odd);
  expect(await page.locator('script, article img').count()).toBe(0);
  expect(logged).toEqual([]);
  await page.close();
});

test('a draft says so on every sheet and every page', async () => {
  const { page } = await opened(htmlOf(draft));
  const sheets = await page.locator('.sheet').count();
  expect(await page.locator('.draft-line').allTextContents()).toEqual(
    Array.from({ length: sheets }, () => '草稿　未编号、未印发'),
  );
  await page.close();
  for (const { items } of await printed(draft)) {
    expect(
      bare(
        items
          .filter(({ y }) => y < pt(37))
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe('草稿未编号、未印发');
  }
});

test('on a phone nothing is wider than the screen but a table within its frame', async () => {
  for (const document of [zhCircular, enCircular, zhLetter]) {
    const { page } = await opened(htmlOf(document), 390);
    const overflow = await page.evaluate(() => window.document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  }
});

test('the styles of the page are such as Chromium 90 reads', () => {
  for (const document of [zhCircular, enCircular, zhLetter, draft]) {
    const style = /<style>([\s\S]*)<\/style>/u.exec(documentToHtml(document))?.[1];
    expect(style).toContain('@page');
    expect(tooNew('page.css', style!)).toEqual([]);
  }
});

/** Which lines of a draft a browser shows on paper. */
async function linesOnPaper(by: Browser): Promise<boolean[]> {
  const page = await shownBy(by, htmlOf(draft), 'print');
  const lines = await page.locator('.draft-line').all();
  return Promise.all(lines.map((line) => line.isVisible()));
}

async function partsOnScreen(by: Browser): Promise<unknown> {
  const page = await shownBy(by, htmlOf(zhCircular));
  return page.locator('.masthead span, h1, h2, p.text, .sheet, table, img').evaluateAll((all) =>
    all.map((one) => {
      const { left, width } = one.getBoundingClientRect();
      return [one.tagName, Math.round(left), Math.round(width), getComputedStyle(one).color].join(' ');
    }),
  );
}
/** Both older browsers are compared with the same. */
const today = { linesOnPaper: once(linesOnPaper), partsOnScreen: once(partsOnScreen) };

describe.for([92, 109] as const)('in Chromium %s', (version) => {
  let older: Browser;
  beforeAll(async () => {
    older = await launchBrowser(version);
  });
  afterAll(() => older.close());

  test('a draft says so on paper, where the margins of a page have no boxes for it', async () => {
    expect(new Set(await linesOnPaper(older))).toEqual(new Set([true]));
    expect(new Set(await today.linesOnPaper(browser))).toEqual(new Set([false]));
  });

  test('prints every word, on as many sheets as this machine’s browser, give or take one', async () => {
    const textOf = (pages: readonly PdfText[]): string =>
      bare(pages.flatMap(({ items }) => items.map((item) => item.text)).join(''));
    for (const document of [zhCircular, zhLetter, draft]) {
      const [old, current] = [await printedBy(older, htmlOf(document)), await printed(document)];
      expect(Math.abs(old.length - current.length)).toBeLessThanOrEqual(1);
      // The line of a draft and the numbers of pages are printed by a current browser alone; not all digits can be read back.
      // The header of a table is printed on each page that it goes on to.
      const headers = [document.blocks, ...document.annexes.map(({ blocks }) => blocks)]
        .flat()
        .flatMap((block) => (block.kind === 'table' ? [bare(block.columns.map(({ title }) => title).join(''))] : []));
      const body = (text: string): string =>
        headers.reduce(
          (rest, header) => rest.replaceAll(header, ''),
          text.replaceAll(/—[\d\0]+—|草稿未编号、未印发|[\d\0]/gu, ''),
        );
      expect(
        Array.from(body(textOf(old)))
          .toSorted()
          .join(''),
      ).toBe(
        Array.from(body(textOf(current)))
          .toSorted()
          .join(''),
      );
    }
  });

  test('on a screen a sheet is as wide as paper, and a circular looks as it does in this machine’s browser', async () => {
    expect(await partsOnScreen(older)).toEqual(await today.partsOnScreen(browser));
  });
});
