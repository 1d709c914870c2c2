import { readFile } from 'node:fs/promises';
import { expect, inject, test } from 'vitest';
import { readChunks } from '../../server/src/rendering/png-chunks.ts';
import { visitor } from '../support/visitor.ts';

const server = inject('sampleServer');
const { open } = visitor();

async function takeAway(page: Awaited<ReturnType<typeof open>>, question: string, item: string) {
  await page
    .getByRole('region', { name: question })
    .getByRole('button', { name: /导出|Export/u })
    .click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a chart is taken away as a picture for a circular, under a name that says what it is', async () => {
  const page = await open(server);
  const png = await takeAway(page, '各乡镇进展如何？', 'PNG（300 dpi）');
  expect(png.name).toBe('仙游县-各单位整顿进展-2014-07-31.png');
  expect(readChunks(png.bytes)[0]?.data.readUInt32BE(0)).toBe(1843);
  const svg = await takeAway(page, '为什么列入？', 'SVG');
  expect(svg.name).toBe('仙游县-主要情形构成-2014-07-31.svg');
  expect(svg.bytes.toString('utf8')).toContain('>信访矛盾集中</text>');
});

test('a picture opened on its own shows its Chinese with the glyphs in it', async () => {
  const page = await open(server);
  const { origin } = new URL(page.url());
  const query = 'campaign=county-2014&unit=350322&asOf=2014-07-31';
  const picture = await page.context().newPage();
  await picture.goto(`${origin}/exports/chart/towns.svg?${query}`);
  expect(
    await picture.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map(({ status }) => status))),
  ).toEqual(['loaded', 'loaded']);
});

test('the ledger page gives out workbooks, and a chart its figures', async () => {
  const page = await open(`${server}/c/county-2014/u/350322/ledger?asOf=2014-07-31`);
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '周报表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('仙游县-周报表-2014-07-31.xlsx');
  await page.goto(`${server}/c/county-2014/u/350322?asOf=2014-07-31`);
  const chart = await takeAway(page, '为什么列入？', 'Excel');
  expect([chart.name, chart.bytes.subarray(0, 2).toString()]).toEqual(['仙游县-主要情形构成-2014-07-31.xlsx', 'PK']);
});

test('the wall chart goes to paper: a size, a preview, a PDF', async () => {
  const page = await open(`${server}/c/county-2014/u/350322/wallchart?asOf=2014-07-31`);
  await page.getByRole('link', { name: '挂图打印稿（A3–A0）' }).click();
  const preview = page.getByRole('img', { name: /预览/ });
  await preview.waitFor();
  await page.getByRole('button', { name: 'A1', exact: true }).click();
  await page.waitForURL(/size=A1/);
  await preview.waitFor();
  await expect.poll(() => preview.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PDF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('仙游县-挂图-A1-2014-07-31.pdf');
});
