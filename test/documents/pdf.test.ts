import { documentToPdf } from '@wallchart/server/src/rendering/document/index.ts';
import { describe, expect, test, vi } from 'vitest';
import { once } from './once.ts';
import { linesOf, openPdf, type OpenPdf, type PdfItem } from './open-pdf.ts';
import { printedText } from './printed-text.ts';
import { batch, CIRCULARS, draft, enCircular, fullPages, longNames, zhCircular, zhLetter } from './samples.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Each document is set and read once. */
const pdfOf = once(async (document: Parameters<typeof documentToPdf>[0]) => openPdf(await documentToPdf(document)));

const pt = (mm: number): number => (mm / 25.4) * 72;
/** GB/T 9704-2012, 5.2.1, in pt from the page's left and upper edge. */
const AREA = { left: pt(28), right: pt(210 - 26), top: pt(37), bottom: pt(297 - 35) };

const inside = ({ y }: PdfItem): boolean => y > AREA.top && y < AREA.bottom;
/** Without white space and what keeps a mark to its figure. */
const text = (items: readonly PdfItem[]): string =>
  items
    .map((item) => item.text)
    .join('')
    .replaceAll(/\s|\u2060/gu, '');

/** Those up to the last that has more than the imprint on it. */
const numberedPages = (pages: OpenPdf['pages']): number =>
  pages.findLastIndex(({ items }) => items.some((item) => inside(item) && item.y < AREA.bottom - 100)) + 1;

/** Words of all type areas; where a table continues, its header counts once. */
const running = ({ pages }: OpenPdf, headers: readonly string[]): string =>
  pages
    .map(({ items }) => text(items.filter(inside)))
    .reduce((all, page) => {
      const repeated = headers.find((header) => page.startsWith(header) && all.includes(header));
      return all + (repeated ? page.slice(repeated.length) : page);
    }, '');

describe.each(CIRCULARS)('a circular of $document.lang', ({ document, day, printed }) => {
  const headers = [document.blocks, ...document.annexes.map(({ blocks }) => blocks)]
    .flat()
    .flatMap((block) => (block.kind === 'table' ? [block.columns.map(({ title }) => title).join('')] : []))
    .map((header) => header.replaceAll(' ', ''));

  test('says every word of the document once and in order, those in pictures too', async () => {
    const pdf = await pdfOf(document);
    expect(pdf.pages.length).toBeGreaterThanOrEqual(4);
    expect(running(pdf, headers)).toBe(printedText(document, { pictures: true, day, printed }));
  });

  test('repeats the header of a table on every page that it goes on to', async () => {
    const pdf = await pdfOf(document);
    const long = headers.at(-1) ?? '';
    const pages = pdf.pages.filter(({ items }) => text(items).includes(long));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const { items } of pages.slice(1)) expect(text(items.filter(inside)).startsWith(long)).toBe(true);
  });

  test('is A4, brings its fonts, none but the bundled ones, and says what it is', async () => {
    const pdf = await pdfOf(document);
    for (const { width, height } of pdf.pages) {
      expect([width, height]).toEqual([expect.closeTo(pt(210), 1), expect.closeTo(pt(297), 1)]);
    }
    expect([...pdf.fonts.values()]).not.toContain(false);
    for (const name of pdf.fonts.keys())
      expect(name).toMatch(/^[A-Z]{6}\+(?:Noto(?:Serif|Sans)(?:SC|Symbols2)|LXGWWenKai)-/);
    expect(pdf.info).toMatchObject({ Title: document.title, Author: document.issuer });
    expect(pdf.lang).toBe(document.lang === 'zh' ? 'zh-CN' : 'en-GB');
  });

  test('is tagged: headings by level, tables with header cells, pictures as figures', async () => {
    const { pages } = await pdfOf(document);
    const tags = new Set(pages.flatMap((page) => page.tags));
    expect([...tags]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'H3', 'H4', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']),
    );
  });

  test('keeps everything within the type area, page numbers below it: odd right, even left', async () => {
    const { pages } = await pdfOf(document);
    pages.forEach(({ items }, index) => {
      const numbers = items.filter(({ y }) => y > AREA.bottom);
      // 7.5: an imprint on a page of its own has no number, nor has a blank page before it.
      if (index >= numberedPages(pages)) {
        expect(text(numbers)).toBe('');
        return;
      }
      expect(text(numbers)).toBe(`—${index + 1}—`);
      const [{ x, y } = { x: 0, y: 0 }] = numbers;
      const last = numbers.at(-1);
      const reach = (last?.x ?? 0) + (last?.width ?? 0);
      // The dashes are narrower than the space they may take.
      if (index % 2 === 0) expect(Math.abs(reach - (AREA.right - 14))).toBeLessThan(3);
      else expect(Math.abs(x - (AREA.left + 14))).toBeLessThan(3);
      // 7.5: the upper edge of the number 7 mm below the type area; its digits are some 10 pt high.
      expect(y - AREA.bottom).toBeGreaterThan(pt(7) + 8);
      expect(y - AREA.bottom).toBeLessThan(pt(7) + 18);
      for (const item of items.filter((each) => inside(each) && each.text.trim() !== '')) {
        // An opening bracket gives up its left half at the beginning of a line.
        expect(item.x).toBeGreaterThan(AREA.left - 9);
        expect(item.x + item.width).toBeLessThan(AREA.right + 9);
      }
    });
  });

  test('ends with the imprint at the foot of the last page, an even one, between its rules', async () => {
    const { pages } = await pdfOf(document);
    expect(pages.length % 2).toBe(0);
    const lines = linesOf(pages.at(-1)?.items.filter(inside) ?? []);
    expect(lines.at(-1)?.text.replaceAll(/\s/gu, '')).toContain(printed.replaceAll(' ', ''));
    expect(AREA.bottom - (lines.at(-1)?.y ?? 0)).toBeLessThan(12);
  });

  test('begins each annex on a page of its own', async () => {
    const { pages } = await pdfOf(document);
    const first = pages.map(({ items }) => linesOf(items.filter(inside))[0]?.text.replaceAll(/\s/gu, ''));
    const word = document.lang === 'zh' ? '附件' : 'Annex';
    const marks = document.annexes.map((_, index) => (document.annexes.length > 1 ? `${word}${index + 1}` : word));
    expect(first.filter((line) => line?.startsWith(word))).toEqual(marks);
  });
});

test.each([1, 2, 3])('the imprint stands on an even page whatever the text ends on: %s annexes', async (count) => {
  const annex = { title: '整顿进度', blocks: [{ kind: 'paragraph' as const, runs: [{ text: '乡'.repeat(900) }] }] };
  const annexes = Array.from({ length: count }, () => annex);
  const { pages } = await openPdf(await documentToPdf({ ...zhCircular, annexes }));
  expect(pages.length % 2).toBe(0);
  expect(text(pages.at(-1)?.items.filter(inside) ?? [])).toContain('印发');
  const numbers = pages.map(({ items }) => text(items.filter(({ y }) => y > AREA.bottom)));
  const numbered = numberedPages(pages);
  expect(numbers).toEqual(pages.map((_, index) => (index < numbered ? `—${index + 1}—` : '')));
});

test('short annexes share a page', async () => {
  const annex = (title: string) => ({
    title,
    blocks: [{ kind: 'paragraph' as const, runs: [{ text: '没有需要说明的情况。' }] }],
  });
  const { pages } = await openPdf(await documentToPdf({ ...zhCircular, annexes: [annex('甲表'), annex('乙表')] }));
  expect(pages.filter(({ items }) => /附件1甲表.*附件2乙表/.test(text(items.filter(inside))))).toHaveLength(1);
});

test('a rare character is printed in a bundled face', async () => {
  const blocks = [{ kind: 'paragraph' as const, runs: [{ text: '𡌶里乡、😀、ئۇيغۇر' }] }];
  const pdf = await openPdf(await documentToPdf({ ...zhCircular, blocks, annexes: [] }));
  const faces = [...pdf.fonts.keys()].map((name) => name.replace(/^[A-Z]{6}\+/, ''));
  expect(faces.toSorted()).toEqual(
    expect.arrayContaining(['LXGWWenKai-Regular', 'NotoEmoji-Regular', 'NotoNaskhArabic-Regular']),
  );
  expect(pdf.pages.map(({ items }) => text(items)).join('')).toContain('𡌶里乡');
});

test('a full page has 22 lines of 28 characters, 28.95 pt apart, the first line two characters in', async () => {
  const { pages } = await pdfOf(fullPages);
  const second = linesOf(pages[1]?.items.filter(inside) ?? []);
  expect(second.map(({ text: line }) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  const steps = second.slice(1).map(({ y }, index) => y - (second[index]?.y ?? 0));
  for (const step of steps) expect(step).toBeCloseTo(28.95, 1);
  const body = pages[0]?.items.filter(({ size }) => size === 16) ?? [];
  const first = body.find(({ text: words }) => words.startsWith('乡镇党委坚持'));
  expect((first?.x ?? 0) - AREA.left).toBeCloseTo(2 * (pt(156) / 28), 0);
});

test('a mark never leaves its figure for the next line', async () => {
  for (let length = 20; length < 30; length += 1) {
    const runs = [{ text: '乡'.repeat(length) }, { text: '16', illustrative: true }, { text: '个村'.repeat(9) }];
    const { pages } = await openPdf(
      await documentToPdf({ ...zhCircular, blocks: [{ kind: 'paragraph', runs }], annexes: [], imprint: null }),
    );
    const all = pages.flatMap(({ items }) => items);
    const mark = all.find((item) => item.text.includes('◈'));
    expect(mark && all.some(({ text: words, y }) => words.endsWith('16') && Math.abs(y - mark.y) < 12)).toBe(true);
  }
});

test('masthead, number and title stand where the standard puts them', async () => {
  const [page] = (await pdfOf(zhCircular)).pages;
  const find = (start: string): PdfItem | undefined => page?.items.find(({ text: words }) => words.startsWith(start));
  const [masthead, number, title] = [find('中共仙游县委组织部文件'), find('仙委组'), find('关于全县')];
  const top = (masthead?.y ?? 0) - (masthead?.size ?? 0) * 0.88;
  expect(top).toBeGreaterThan(AREA.top + pt(35) - 4);
  expect(top).toBeLessThan(AREA.top + pt(35) + 12);
  expect(number?.size).toBe(16);
  expect((number?.y ?? 0) - (masthead?.y ?? 0)).toBeGreaterThan(2 * 28.95);
  expect(title?.size).toBe(22);
  expect((title?.y ?? 0) - (number?.y ?? 0)).toBeGreaterThan(3 * 28.95);
});

test('a draft says so on every page and has no number; what is sealed does not', async () => {
  const { pages } = await pdfOf(draft);
  for (const { items } of pages) expect(text(items.filter(({ y }) => y < AREA.top))).toBe('草稿未编号、未印发');
  expect(text(pages[0]?.items ?? [])).not.toContain('号关于');
  const sealed = await pdfOf(zhCircular);
  expect(sealed.pages.map(({ items }) => text(items)).join('')).not.toContain('草稿');
});

test('a name too long for the line is condensed, and the date keeps to the middle of a long issuer', async () => {
  const { pages } = await pdfOf(longNames);
  const all = pages.flatMap(({ items }) => items);
  const masthead = all.filter(({ text: words }) => words.includes('领导小组文件'));
  expect(masthead).toHaveLength(1);
  const middle = ({ x, width }: PdfItem): number => x + width / 2;
  const issuer = all.find(({ text: words }) => words === longNames.issuer);
  const date = all.find(({ text: words }) => words.replaceAll(' ', '') === '2014年7月31日');
  expect(issuer && date && Math.abs(middle(issuer) - middle(date))).toBeLessThan(6);
});

test('a batch of letters has a page for each, each numbered from 1', async () => {
  const { pages } = await pdfOf(batch);
  expect(pages).toHaveLength(3);
  expect(pages.map(({ items }) => text(items).includes('榜头镇党委'))).toEqual([false, true, false]);
  expect(pages.flatMap(({ items }) => items.filter(({ y }) => y > AREA.bottom))).toEqual([]);
});

test('texts are texts, whatever they look like to the typesetter', async () => {
  const words = '#eval("1") $x$ *粗* _斜_ \\ <label> @ref = 标题 `raw` ~ “引” "q" -- ...';
  const odd = { ...zhLetter, title: '#', blocks: [{ kind: 'paragraph' as const, runs: [{ text: words }] }] };
  const pdf = await pdfOf(odd);
  expect(text(pdf.pages[0]?.items ?? [])).toContain(words.replaceAll(' ', ''));
});

test('the signature never stands on a page without text', async () => {
  const many = Array.from({ length: 12 }, (_, index) => index + 8);
  for (const count of many) {
    const blocks = Array.from({ length: count }, () => ({
      kind: 'paragraph' as const,
      runs: [{ text: '全县整顿工作取得阶段性成效。' }],
    }));
    const { pages } = await openPdf(await documentToPdf({ ...zhCircular, blocks, annexes: [], imprint: null }));
    const signed = pages.find(({ items }) => text(items).includes(zhCircular.issuer + '2014'));
    expect(text(signed?.items.filter(inside) ?? [])).toMatch(/成效。中共仙游县委组织部2014年7月31日/);
  }
});

test('English prose is set in the size and leading of its own setting', async () => {
  const { pages } = await pdfOf(enCircular);
  const steps = linesOf(pages[1]?.items.filter(({ size, y }) => size === 12 && y < 250) ?? []);
  expect((steps[1]?.y ?? 0) - (steps[0]?.y ?? 0)).toBeCloseTo(19.3, 1);
});
