/// <reference lib="dom" />
import { expect, inject, test } from 'vitest';
import { objections, objectionsInBothLooks } from '../support/axe.ts';
import { goTo, visitor } from '../support/visitor.ts';

const server = inject('sampleServer');
const { open } = visitor();

const COUNTY = '/c/county-2014/u/350322';
const PAGES: readonly [name: string, path: string][] = [
  ['overview of a county', COUNTY],
  ['overview of a town', '/c/county-2014/u/350322108'],
  ['overview of a city', '/c/city-2019/u/131182'],
  ['rows behind a figure', `${COUNTY}?rows=VACANCIES_NOW`],
  ['wall chart', `${COUNTY}/wallchart`],
  ['ledger', `${COUNTY}/ledger`],
  ['ledger of a figure', `${COUNTY}/ledger?countedIn=OUTSTANDING`],
  ['case', '/c/county-2014/u/350322107216/case/2014-019'],
  ['struck-off case', '/c/county-2014/u/350322108207/case/2014-021'],
  ['metrics', '/metrics'],
  ['imports', '/imports'],
  ['a page that is not there', '/nowhere'],
];

test('axe finds nothing on any page, in either look', async () => {
  const page = await open(`${server}/metrics`);
  for (const [name, path] of PAGES) {
    await goTo(page, path);
    expect.soft({ name, found: await objectionsInBothLooks(page) }).toEqual({ name, found: [] });
    expect(page.url()).toContain(path);
  }
});

test('axe finds nothing on the overview of a phone', async () => {
  const page = await open(server + COUNTY, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  expect(await objections(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('axe is heard when it objects', async () => {
  const page = await open(`${server}/nowhere`);
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    heading.insertAdjacentHTML(
      'afterend',
      '<img src="/seal.svg"><button id="small" style="color: #bbb">pale words</button>',
    );
  });
  const found = await objections(page);
  expect(found).toEqual(expect.arrayContaining(['image-alt: img', 'color-contrast: #small']));
});
