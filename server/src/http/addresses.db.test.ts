import { describe, expect, it } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

const server = testApp();
const answerTo = async (url: string, method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' = 'GET') => {
  const reply = await server.inject({ method, url });
  return {
    status: reply.statusCode,
    ...(reply.body.startsWith('{') ? reply.json<Body>() : {}),
    headers: reply.headers,
  };
};
interface Body {
  error?: { code: string; message: string };
  errors?: { message: string; extensions: { code: string } }[];
}

const REPORT = 'campaign=county-2014&unit=350322';
const ROUTES = [
  '/exports/chart/towns.svg',
  '/exports/table/weekly.xlsx',
  '/exports/poster.pdf',
  '/exports/briefing.html',
  '/template.xlsx',
  '/circulars/1/draft.docx',
  '/cards/1.pdf',
  '/cards/batch/1.pdf',
  '/imports/x/annotated.xlsx',
];

describe.each(ROUTES)('%s', (route) => {
  it.each([
    ['U+0000', `${REPORT}&lang=%00`, /^lang has a character/],
    ['U+0000 in a name', `${REPORT}&la%00ng=zh`, /^The name of a parameter/],
    ['a half of a pair', `${REPORT}&lang=%ED%A0%80`, /^lang: a percent sign/],
    ['a percent sign alone', `${REPORT}&lang=5%`, /^lang: a percent sign/],
    ['what is no hexadecimal number', `${REPORT}&lang=%zz`, /^lang: a percent sign/],
    ['a parameter given twice', `${REPORT}&lang=zh&lang=zh`, /^lang is given more than once/],
    ['a text longer than anything on record', `${REPORT}&lang=${'3'.repeat(201)}`, /^lang has 201 characters/],
    ['one given twice in other letters', `${REPORT}&lang=zh&l%61ng=zh`, /^lang is given more than once/],
  ])('refuses %s', async (_, query, message) => {
    const { status, error } = await answerTo(`${route}?${query}`);
    expect([status, error?.code]).toEqual([400, 'BAD_INPUT']);
    expect(error?.message).toMatch(message);
  });
});

it.each([
  ['/circulars/%00/draft.docx', 'id'],
  ['/circulars/1/editions/1%00.pdf', 'file'],
  ['/cards/1%00.pdf', 'file'],
  ['/imports/%00/annotated.xlsx', 'job'],
  ['/exports/chart/%00towns.svg', 'file'],
  ['/graphiql/%00', 'The address'],
])('refuses U+0000 in the path %s', async (url, place) => {
  const { status, error } = await answerTo(url);
  expect([status, error?.code]).toEqual([400, 'BAD_INPUT']);
  expect(error?.message).toContain(`${place} has a character`);
});

it.each(['/cards/%zz.pdf', '/circulars/%ED%A0%80/draft.docx', '/%'])(
  'refuses %s, which cannot be decoded',
  async (url) => {
    const { status, error, headers } = await answerTo(url);
    expect([status, error?.code]).toEqual([400, 'BAD_INPUT']);
    expect(headers['x-content-type-options']).toBe('nosniff');
  },
);

it('takes a GraphQL query in an address that is longer than that', async () => {
  const query = encodeURIComponent(`{ campaigns { id } } ${'#'.repeat(300)}`);
  const headers = { 'apollo-require-preflight': '1' };
  const reply = await server.inject({ url: `/graphql?query=${query}`, headers });
  expect(reply.json()).toEqual({ data: { campaigns: [] } });
});

it('refuses a part of a path that is longer than any name', async () => {
  expect(await answerTo(`/cards/${'1'.repeat(500)}.pdf`)).toMatchObject({ status: 414, error: { code: 'BAD_INPUT' } });
});

it('leaves the parameters of a page to the page', async () => {
  expect((await answerTo('/?metric=a&metric=b&x=%')).status).toBe(200);
});

it.each([
  ['PUT', '/graphql', 'GET, POST'],
  ['DELETE', '/graphql', 'GET, POST'],
  ['HEAD', '/graphql', 'GET, POST'],
  ['OPTIONS', '/graphql', 'GET, POST'],
  ['GET', '/uploads', 'POST'],
  ['POST', '/cards/1.pdf', 'GET, HEAD'],
  ['PUT', '/circulars/1/editions/1.pdf', 'GET, HEAD'],
  ['POST', '/health', 'GET, HEAD'],
] as const)('answers 405 to %s %s, with what it takes', async (method, url, allow) => {
  const { status, headers, error, errors } = await answerTo(url, method);
  expect([status, headers['allow']]).toEqual([405, allow]);
  if (method !== 'HEAD') expect(error?.code ?? errors?.[0]?.extensions.code).toBe('METHOD_NOT_ALLOWED');
});

it('answers 404 where nothing is, whatever the method and the body', async () => {
  expect(await answerTo('/nothing', 'PUT')).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
  const reply = await server.inject({
    method: 'POST',
    url: '/nothing',
    payload: '<x/>',
    headers: { 'content-type': 'application/xml' },
  });
  expect(reply.statusCode).toBe(404);
});

it('logs none of it as an error', () => {
  expect(server.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
});
