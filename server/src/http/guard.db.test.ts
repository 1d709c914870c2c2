import { expect, it } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

const DOCUMENT = '{ campaigns { id } }';
const server = testApp({ documents: new Map([['abc123', DOCUMENT]]) });
const post = (payload: object, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: '/graphql', payload, headers });

it.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000'])('answers to its own name %s', async (host) => {
  expect((await server.inject({ url: '/health', headers: { host } })).statusCode).toBe(200);
});

it.each([
  'evil.example:4000',
  'evil.example',
  '127.0.0.1',
  '127.0.0.1:4001',
  'localhost.evil.example:4000',
  '192.168.1.5:4000',
])('refuses the name %s, against DNS rebinding', async (host) => {
  const reply = await server.inject({ url: '/health', headers: { host } });
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toMatchObject({ error: { code: 'FORBIDDEN_HOST' } });
});

it.each(['http://evil.example', 'https://127.0.0.1:4000', 'http://127.0.0.1:5173', 'null'])(
  'refuses the origin %s',
  async (origin) => {
    const reply = await post({ query: DOCUMENT }, { origin });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN_ORIGIN' } }] });
  },
);

it('answers its own origin', async () => {
  expect((await post({ query: DOCUMENT }, { origin: 'http://127.0.0.1:4000' })).json()).toEqual({
    data: { campaigns: [] },
  });
});

it('refuses a picture or script of another site but lets a link in', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
  expect((await server.inject({ url: '/', headers: foreign })).statusCode).toBe(403);
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await server.inject({ url: '/', headers: { ...link, accept: 'text/html' } })).statusCode).toBe(200);
});

it('refuses a form post, which needs no preflight', async () => {
  const reply = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload: 'query={campaigns{id}}',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
});

it('refuses a GET query without a header that needs a preflight', async () => {
  const reply = await server.inject({ url: `/graphql?query=${encodeURIComponent(DOCUMENT)}` });
  expect(reply.statusCode).toBe(400);
});

it('sends a policy that loads nothing from elsewhere', async () => {
  const { headers } = await server.inject({ url: '/', headers: { accept: 'text/html' } });
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it('answers a trusted document by its id, in either form', async () => {
  const hash = { persistedQuery: { version: 1, sha256Hash: 'abc123' } };
  expect((await post({ documentId: 'abc123' })).json()).toEqual({ data: { campaigns: [] } });
  expect((await post({ extensions: hash })).json()).toEqual({ data: { campaigns: [] } });
});

it('says NOT_TRUSTED for an id it does not know', async () => {
  const { errors } = (await post({ documentId: 'nope' })).json<{ errors: unknown[] }>();
  expect(errors).toMatchObject([{ message: expect.stringContaining('reload'), extensions: { code: 'NOT_TRUSTED' } }]);
});

it('is healthy, and ready once the database is migrated', async () => {
  expect((await server.inject({ url: '/health' })).json()).toMatchObject({ status: 'ok' });
  expect((await server.inject({ url: '/ready' })).json()).toEqual({ status: 'ready' });
});

it('says what is missing at an address that is no page', async () => {
  const reply = await server.inject({ url: '/nothing.json' });
  expect(reply.statusCode).toBe(404);
  expect(reply.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
