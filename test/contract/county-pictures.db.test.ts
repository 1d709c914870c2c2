import { expect, test } from 'vitest';
import { describePictures } from './chart-pictures.ts';
import { sampleApp } from './sample-app.ts';

const AS_OF = '2014-07-31';
const app = sampleApp('county-2014', '350322', AS_OF);
const report = { campaign: 'county-2014', asOf: AS_OF };

describePictures(app, { ...report, unit: '350322', level: 3 });
describePictures(app, { ...report, unit: '350322106', level: 4 });

const QUERY = `campaign=county-2014&unit=350322&asOf=${AS_OF}`;

test('a report gives the addresses of its pictures, a title and its figures in words', async () => {
  const { chart } = await app.report<{ chart: Record<string, string> }>(
    'chart(kind: CAUSES) { svgUrl pngUrl digest title alt }',
  );
  expect(chart['title']).toBe('为什么列入？');
  expect(chart['alt']).toContain('信访矛盾集中 11 29.7%');
  const { statusCode, headers } = await app.get(chart['svgUrl'] ?? '');
  expect([statusCode, headers['x-wallchart-digest']]).toEqual([200, chart['digest']]);
  expect(headers['content-disposition']).toContain(encodeURIComponent('仙游县-主要情形构成-2014-07-31.svg'));
});

test('an SVG carries the glyphs that it draws, and its text stays text', async () => {
  const { body } = await app.get(`/exports/chart/towns.svg?${QUERY}`);
  expect(body).toMatch(/@font-face\{font-family:'Noto Sans SC';font-weight:400;src:url\(data:font\/woff2;base64,/);
  expect(body).toContain('>大济镇</text>');
  expect(body.length).toBeLessThan(80_000);
});

test('the same picture is not sent twice', async () => {
  const url = `/exports/chart/towns.svg?${QUERY}`;
  const first = await app.get(url);
  const tag = String(first.headers.etag);
  expect((await app.get(url)).rawPayload.equals(first.rawPayload)).toBe(true);
  expect((await app.get(url, { 'if-none-match': `"other", W/${tag}` })).statusCode).toBe(304);
  expect((await app.get(`${url}&lang=en`, { 'if-none-match': tag })).statusCode).toBe(200);
});

test.each([
  ['/exports/chart/pie.svg', 404, 'NOT_FOUND'],
  ['/exports/chart/towns.gif', 404, 'NOT_FOUND'],
  [`/exports/chart/towns.svg?${QUERY}&asof=2014-07-31`, 400, 'BAD_INPUT'],
  ['/exports/chart/towns.svg?unit=350322', 400, 'BAD_INPUT'],
  [`/exports/chart/towns.svg?${QUERY}&theme=neon`, 400, 'BAD_INPUT'],
  [`/exports/chart/towns.svg?${QUERY}&unit=350322106`, 400, 'BAD_INPUT'],
  ['/exports/chart/towns.svg?campaign=county-2014&unit=350322&asOf=2014-02-30', 400, 'BAD_DATE'],
  [`/exports/chart/towns.svg?${QUERY}&knownAt=soon`, 400, 'BAD_DATE'],
  ['/exports/chart/towns.svg?campaign=nope&unit=350322', 404, 'UNKNOWN_CAMPAIGN'],
  ['/exports/chart/towns.svg?campaign=county-2014&unit=999999', 404, 'UNKNOWN_UNIT'],
])('%s is refused: %i %s', async (url, status, code) => {
  const answer = await app.get(url);
  expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([status, code]);
});

test('a village has no parts, and its picture says so', async () => {
  const { units } = await app.query<{ units: { code: string }[] }>('{ units: searchUnits(text: "东山村") { code } }');
  const code = units.map((unit) => unit.code).find((one) => one.startsWith('350322')) ?? '';
  const { body } = await app.get(`/exports/chart/towns.svg?campaign=county-2014&unit=${code}&asOf=${AS_OF}`);
  expect(body).toContain('没有下级单位。');
});
