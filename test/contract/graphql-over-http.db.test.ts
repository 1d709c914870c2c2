import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { testApp } from '../../server/testing/test-app.ts';

const server = testApp();

/** What the specification allows and this server does not do, with the reason. */
const NOT_DONE: Readonly<Record<string, string>> = {
  '5A70': 'a GET without a header that needs a preflight may come from a page of another site',
  D6D5: 'the same: the audit sends no such header',
  '6A70': 'the same: the audit sends no such header',
};

/** `fetch` as the audits call it, over the application without a network. */
const send: typeof fetch = async (input, init = {}) => {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input);
  const headers = new Headers(init.headers);
  if (typeof init.body === 'string' && !headers.has('content-type'))
    headers.set('content-type', 'text/plain;charset=UTF-8');
  if (!headers.has('accept')) headers.set('accept', '*/*');
  const reply = await server.inject({
    method: init.method === 'POST' ? 'POST' : 'GET',
    url: pathname + search,
    headers: Object.fromEntries(headers),
    ...(typeof init.body === 'string' ? { payload: init.body } : {}),
  });
  return new Response(reply.body, {
    status: reply.statusCode,
    headers: { 'content-type': String(reply.headers['content-type']) },
  });
};

const audits = serverAudits({ url: 'http://127.0.0.1:4000/graphql', fetchFn: send });

describe('GraphQL over HTTP', () => {
  it.each(audits.filter(({ id }) => !(id in NOT_DONE)).map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
    },
  );

  it.each(Object.entries(NOT_DONE))('%s is not done: %s', async (id) => {
    const audit = audits.find((one) => one.id === id);
    expect(audit?.name).toMatch(/^MAY /);
    expect((await audit?.fn())?.status).not.toBe('ok');
  });

  it('is audited whole', () => {
    expect(audits.length).toBeGreaterThanOrEqual(61);
  });
});

describe('a question that cannot be answered as it is written', () => {
  const status = async (accept: string, payload: object): Promise<number> =>
    (await server.inject({ method: 'POST', url: '/graphql', payload, headers: { accept } })).statusCode;

  it.each([
    ['of no syntax', { query: '{' }],
    ['of unknown fields', { query: '{ nothing }' }],
    [
      'of unknown enum values',
      { query: '{ orgUnit(code: "1") { report(campaign: "a") { metrics(ids: [NO]) { id } } } }' },
    ],
    ['of unfit variables', { query: 'query ($d: Date) { orgUnit(code: "1", on: $d) { name } }', variables: { d: 7 } }],
  ])('%s is 200 in plain JSON and 400 in that of GraphQL', async (_, payload) => {
    expect(await status('application/json', payload)).toBe(200);
    expect(await status('application/graphql-response+json', payload)).toBe(400);
    expect(await status('application/graphql-response+json, application/json;q=0.9', payload)).toBe(400);
  });

  it.each([
    [
      'too complex',
      { query: `{${Array.from({ length: 61 }, (_, at) => `a${at}: __typename`).join(' ')} metrics { id } }` },
    ],
    ['ambiguous', { query: 'query A { metrics { id } } query B { metrics { id } }' }],
    ['unsound', { query: 'query ($c: ID!) { orgUnit(code: $c) { name } }', variables: { c: '\0' } }],
  ])('because it is %s is 400 in either', async (_, payload) => {
    expect(await status('application/json', payload)).toBe(400);
    expect(await status('application/graphql-response+json', payload)).toBe(400);
  });

  it('is 200 in either when it is answered in part', async () => {
    const payload = { query: '{ metrics { id } orgUnit(code: "none") { name } }' };
    expect(await status('application/json', payload)).toBe(200);
    expect(await status('application/graphql-response+json', payload)).toBe(200);
  });
});
