/// <reference lib="dom" />
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ROOT } from '../support/process.ts';
import { visitor } from '../support/visitor.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

const server = inject('sampleServer');
const { profile } = visitor();
const COUNTY = `${server}/c/county-2014/u/350322`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wallchart-empty-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A page whose modules never run, as in a browser that cannot read them. */
async function openWithoutModules(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await profile(options);
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(COUNTY);
  return page;
}

const words = (page: Page): Promise<string> => page.getByRole('alert').innerText();

test('a browser that has all of it fetches nothing that older ones need', async () => {
  const page = await profile();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(COUNTY);
  await page.getByRole('heading', { level: 1, name: /仙游县/u }).waitFor();
  expect(requested).toContain('/first-paint.js');
  expect(requested).not.toContain('/older-browsers.js');
  expect(requested).not.toContain('/not-started.js');
});

test('a browser that lacks something fetches it before the modules run', async () => {
  const page = await profile();
  await page.addInitScript(() => {
    for (const [owner, name] of [
      [globalThis, 'Iterator'],
      [globalThis, 'structuredClone'],
      [globalThis, 'reportError'],
      [Array.prototype, 'toSorted'],
      [Object, 'hasOwn'],
      [Map, 'groupBy'],
    ] as const) {
      Reflect.deleteProperty(owner, name);
    }
  });
  await page.goto(COUNTY);
  await page.getByRole('heading', { level: 1, name: /仙游县.*86\.5%/u }).waitFor();
  expect(await page.evaluate(() => [[2, 1].toSorted((a, b) => a - b), structuredClone({ a: [1] })])).toEqual([
    [1, 2],
    { a: [1] },
  ]);
});

test('a page that did not start says so, and which browser it needs, in both languages', async () => {
  const text = await words(await openWithoutModules());
  expect(text).toMatch(/本页没有启动（浏览器：Chromium \d+）。请刷新/u);
  expect(text).toMatch(/需要 Chromium 90 或更高版本的内核.*Firefox ESR/u);
  expect(text).toMatch(/This page did not start \(browser: Chromium \d+\)\. Reload it\./);
  expect(text).toMatch(/built on Chromium 90 or later, or a supported Firefox ESR/);
});

test('in a browser that is too old it says that reloading will not help', async () => {
  const userAgent =
    'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.100 Safari/537.36';
  const text = await words(await openWithoutModules({ userAgent }));
  expect(text).toContain('本页在这个浏览器（Chromium 69）里无法打开。');
  expect(text).toContain('This page cannot run in this browser (Chromium 69).');
  expect(text).not.toContain('请刷新');
});

test('the briefing file says the same, without asking any address', async () => {
  const file = join(folder, 'briefing.html');
  const built = await readFile(join(ROOT, 'dashboard/dist/briefing.html'), 'utf8');
  await writeFile(file, built.replace(/<script type="module">[\s\S]*<\/script>/, ''));
  const page = await profile();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  expect(await words(page)).toContain('需要 Chromium 90');
  expect(requested).toEqual([pathToFileURL(file).href]);
});
