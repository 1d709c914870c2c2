import { expect, onTestFinished, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { rowBars, type ChartCard as Card } from '@wallchart/charts';
import { downloads } from '../../testing/downloads.ts';
import { COUNTY, mount } from '../../testing/mount.ts';
import type { CardTable, ChartMark, RoutedCard } from '../card-table.ts';
import ChartCard from './chart-card.vue';

const TITLE = '各乡镇进展如何？';
const TOWNS = [
  { code: '350322101', name: '榜头镇', done: 9 },
  { code: '350322108', name: '大济镇', done: 4 },
  { code: '350322111', name: '=游洋镇', done: 1 },
] as const;

const draw: Card['draw'] = (context) =>
  rowBars(
    TOWNS.map(({ name, done }) => ({ label: name, length: done, text: String(done), style: { color: '#456' } })),
    context,
  );
const wayTo = (code: string): string => `/c/county-2014/u/${code}`;
const marks: ChartMark[] = TOWNS.map(({ code, name, done }) => ({ label: `${name} ${done}`, to: wayTo(code) }));
const table: CardTable = {
  columns: [{ label: '乡镇' }, { label: '完成整顿数', numeric: true }],
  rows: TOWNS.map(({ code, name, done }) => ({
    key: code,
    cells: [{ text: name }, { text: String(done), to: wayTo(code) }],
  })),
};
const CARD: RoutedCard = {
  kind: 'TOWNS',
  title: TITLE,
  subtitle: '仙游县',
  whole: null,
  note: '',
  illustrative: false,
  empty: null,
  height: 120,
  draw,
  marks,
  table,
};
const show = (at?: string, shown: RoutedCard = CARD) =>
  mount(ChartCard, { at, props: { card: shown, fileName: '仙游县-进展' } });

const card = page.getByRole('region', { name: TITLE });
const drawing = (element: HTMLElement): SVGElement | null => element.querySelector('.chart-box svg');
const drawn = (element: HTMLElement) => expect.poll(() => drawing(element)?.textContent).toContain('大济镇');

/** Pushes what is mounted next below the window. */
function farDown(): void {
  const space = document.createElement('div');
  space.style.height = '3000px';
  document.body.prepend(space);
  onTestFinished(() => {
    space.remove();
    scrollTo(0, 0);
  });
}

test('a chart is drawn when it is scrolled near, in a place that was kept for it, its marks being there before', async () => {
  farDown();
  const { element } = await show();
  const before = document.documentElement.scrollHeight;
  expect([...element.querySelectorAll('.chart-marks li')].map((mark) => mark.textContent)).toEqual(
    TOWNS.map(({ name, done }) => `${name} ${done}`),
  );
  await new Promise(requestAnimationFrame);
  expect(drawing(element)).toBeNull();
  element.scrollIntoView();
  await drawn(element);
  expect(document.documentElement.scrollHeight).toBe(before);
  expect(element.querySelector('.chart-box')?.clientHeight).toBe(120);
});

test('paper shows a chart that was not scrolled to', async () => {
  // What draws is there from here on: paper does not wait for it.
  await drawn((await show()).element);
  farDown();
  const { element } = await show(undefined, { ...CARD, title: '还没看到的' });
  await new Promise(requestAnimationFrame);
  expect(drawing(element)).toBeNull();
  await cdp().send('Page.printToPDF');
  expect(drawing(element)?.textContent).toContain('大济镇');
});

test('marks that are drawn again under the pointer lose no click: it is the drawing that a press is on', async () => {
  const { element } = await show();
  await drawn(element);
  const svg = drawing(element)!;
  const { x, y } = svg.getBoundingClientRect();
  const drawnAgain = new Set<Node>();
  const watching = new MutationObserver((list) => {
    for (const node of list.flatMap(({ removedNodes }) => [...removedNodes])) drawnAgain.add(node);
  });
  watching.observe(svg, { childList: true, subtree: true });
  await page.elementLocator(svg).hover({ position: { x: 150, y: 60 } });
  await expect.poll(() => drawnAgain.size).toBeGreaterThan(0);
  watching.disconnect();
  expect(document.elementFromPoint(x + 150, y + 60)!.contains(svg)).toBe(true);
});

test('the table and the export of a chart that is not drawn yet are there, with the figures of its marks', async () => {
  farDown();
  const { element } = await show();
  const saved = downloads();
  expect(drawing(element)).toBeNull();
  await card.getByRole('button', { name: /^导出/u }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  expect(saved.map(({ name }) => name)).toEqual(['仙游县-进展.csv']);
  // What a spreadsheet would run is kept a text.
  expect(await saved[0]?.text).toBe("乡镇,完成整顿数\r\n榜头镇,9\r\n大济镇,4\r\n'=游洋镇,1\r\n");

  const asTable = card.getByRole('button', { name: `表格 · ${TITLE}` });
  await asTable.click();
  const rows = [...element.querySelectorAll('tbody tr')];
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' '))).toEqual(
    marks.map(({ label }) => label),
  );
  expect(rows.map((row) => row.querySelector('td a')?.getAttribute('href'))).toEqual(marks.map(({ to }) => to));
  expect(element.querySelector('caption')?.textContent.trim()).toBe(TITLE);
  await expect.element(asTable).toHaveAttribute('aria-pressed', 'true');
  await expect.element(asTable).toHaveTextContent('图');
});

test('the menu of a chart offers pictures, a workbook and figures, by arrows; a list without a chart only figures', async () => {
  const entries = () =>
    page
      .getByRole('menuitem')
      .elements()
      .map((entry) => entry.textContent.trim());
  const { set } = await show();
  const button = card.getByRole('button', { name: /^导出/u });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(entries).toEqual(['PNG（300 dpi）', 'SVG', 'Excel', 'CSV', '复制表格']);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('SVG');
  await userEvent.keyboard('{Escape}');
  await expect.poll(entries).toEqual([]);
  await expect.element(button).toHaveFocus();
  set({ card: { ...CARD, kind: undefined } });
  await button.click();
  await expect.poll(entries).toEqual(['CSV', '复制表格']);
  await userEvent.keyboard('{Escape}');
});

test('a file that the server cannot create is reported where it was requested, with what to do', async () => {
  const urls: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    urls.push(url);
    return Response.json({ error: { code: 'EXPORT_BUSY', message: '正在生成 8 个文件' } }, { status: 503 });
  });
  const { element } = await show(`${COUNTY}?asOf=2014-06-30`);
  await card.getByRole('button', { name: /^导出/u }).click();
  await page.getByRole('menuitem', { name: 'SVG' }).click();
  await expect.poll(() => element.querySelector('[role=alert]')?.textContent).toContain('正在生成 8 个文件');
  const [path, query] = urls[0]?.split('?') ?? [];
  expect(path).toBe('/exports/chart/towns.svg');
  expect(Object.fromEntries(new URLSearchParams(query))).toMatchObject({
    campaign: 'county-2014',
    unit: '350322',
    asOf: '2014-06-30',
  });
});

test('marks are one stop of Tab; arrows go round them and light up the bar, Enter opens', async () => {
  const { element, router } = await show();
  await drawn(element);
  const links = [...element.querySelectorAll<HTMLElement>('.chart-marks a')];
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  const plain = drawing(element)?.innerHTML;
  links[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement).toBe(links[1]);
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
  await expect.poll(() => drawing(element)?.innerHTML === plain).toBe(false);
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  await expect.poll(() => document.activeElement).toBe(links[2]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.currentRoute.value.path).toBe(wayTo('350322111'));
});

test('a click on a bar leads where its mark leads', async () => {
  const { element, router } = await show();
  await drawn(element);
  const svg = page.elementLocator(drawing(element)!);
  await svg.click({ position: { x: 150, y: 60 } });
  await expect.poll(() => router.currentRoute.value.path).toBe(wayTo('350322108'));
});
