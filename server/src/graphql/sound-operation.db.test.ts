import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Answer } from '../../testing/test-app.ts';

const server = testApp();

beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { code: '350322', towns: 1, villages: 1 });
  await buildCampaign(db, { id: 'county-2014', unit_code: '350322' });
});

const post = (payload: object | string, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
const request = async (payload: object | string, headers?: Record<string, string>) => {
  const reply = await post(payload, headers);
  const error = reply.json<Answer>().errors?.[0];
  return { status: reply.statusCode, code: error?.extensions['code'], message: error?.message };
};
const UNIT = 'query ($code: ID!) { orgUnit(code: $code) { name } }';
const CASES = `query ($filter: CaseFilter) { orgUnit(code: "350322") { report(campaign: "county-2014") {
  cases(filter: $filter) { totalCount } } } }`;
const SAVE = 'mutation ($content: JSON!) { saveCircular(id: "1", revision: 1, content: $content) { ok } }';
const errorsLogged = () => server.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);

describe('text that no column can hold is refused by its place', () => {
  it.each<[string, string, Record<string, unknown> | undefined, string]>([
    ['a variable', UNIT, { code: 'a\0b' }, '$code'],
    ['half of a pair', UNIT, { code: 'a\ud83db' }, '$code'],
    ['an inline argument', '{ orgUnit(code: "a\\u0000b") { name } }', undefined, 'code'],
    ['one that is not escaped', '{ orgUnit(code: "a\0b") { name } }', undefined, 'code'],
    ['one escaped in braces', '{ orgUnit(code: "a\\u{0}b") { name } }', undefined, 'code'],
    ['text of a block', '{ searchUnits(text: """a\0b""") { name } }', undefined, 'text'],
    ['an input object', CASES, { filter: { text: '\0' } }, '$filter.text'],
    ['a list in one', CASES, { filter: { units: ['350322', '\0'] } }, '$filter.units[1]'],
    [
      'an inline input object',
      CASES.replace('($filter: CaseFilter)', '').replace('filter: $filter', 'filter: {units: ["1", "\\u0000"]}'),
      undefined,
      'filter.units',
    ],
    ['a default', UNIT.replace('ID!', 'ID! = "\\u0000"'), undefined, '$code'],
    ['JSON', SAVE, { content: { body: { content: [{ text: '\0' }] } } }, '$content.body.content[0].text'],
    ['a key of JSON', SAVE, { content: { 'a\0': 1 } }, '$content'],
    ['a variable that nothing uses', '{ metrics { id } }', { other: '\0' }, '$other'],
  ])('in %s', async (_, query, variables, place) => {
    const { status, code, message } = await request({ query, variables });
    expect([status, code]).toEqual([400, 'BAD_INPUT']);
    expect(message).toContain(`${place} `);
    expect(errorsLogged()).toEqual([]);
  });

  it('but whatever else is a character may be asked for', async () => {
    const { code } = await request({ query: UNIT, variables: { code: '😀\u202e𠮷\u0001\ufffe' } });
    expect(code).toBe('UNKNOWN_UNIT');
  });

  it('in a cursor', async () => {
    const after = Buffer.from('case:\0').toString('base64url');
    const query = CASES.replace('filter: $filter', `after: "${after}"`).replace('($filter: CaseFilter)', '');
    expect((await request({ query })).code).toBe('BAD_CURSOR');
  });
});

describe('mistakes of a client', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  it.each<[string, object | string, number, string, RegExp]>([
    [
      'several operations',
      { query: 'query Q { metrics { id } } query R { metrics { id } }' },
      400,
      'BAD_INPUT',
      /Q, R/,
    ],
    [
      'many operations',
      { query: Array.from({ length: 20 }, (_, at) => `query Q${at}{__typename}`).join('') },
      400,
      'BAD_INPUT',
      /Q9, and 10 more/,
    ],
    [
      'a hundred operations',
      { query: Array.from({ length: 100 }, (_, at) => `query Q${at}{__typename}`).join('') },
      400,
      'QUERY_TOO_COMPLEX',
      /operations 100, at most 20/,
    ],
    ['an unknown operation', { query: 'query Q { metrics { id } }', operationName: 'S' }, 400, 'BAD_INPUT', /"S".*Q/],
    ['no operation', { query: 'fragment F on Query { __typename }' }, 200, 'GRAPHQL_VALIDATION_FAILED', /never used/],
    ['a subscription', { query: 'subscription { a }' }, 400, 'BAD_INPUT', /subscriptions are not supported/],
    [
      'variables 20,000 deep',
      `{"query":${JSON.stringify(UNIT)},"variables":{"code":${deep(20_000)}}}`,
      400,
      'BAD_INPUT',
      /\$code is nested/,
    ],
    [
      'JSON 20,000 deep',
      `{"query":${JSON.stringify(SAVE)},"variables":{"content":${deep(20_000)}}}`,
      400,
      'BAD_INPUT',
      /deep/,
    ],
    ['an extension 20,000 deep', `{"query":"{__typename}","extensions":{"a":${deep(20_000)}}}`, 200, '', /^$/],
    [
      'a literal 1,900 deep',
      { query: `{ orgUnit(code: ${deep(1900)}) { name } }` },
      400,
      'QUERY_TOO_COMPLEX',
      /tokens|deeply/,
    ],
    [
      'a literal 900 deep',
      { query: `{ orgUnit(code: ${deep(900)}) { name } }` },
      200,
      'GRAPHQL_VALIDATION_FAILED',
      /ID/,
    ],
    ['a list for an id', { query: '{ orgUnit(code: [["a"]]) { name } }' }, 200, 'GRAPHQL_VALIDATION_FAILED', /ID/],
    [
      'null for what has a default',
      {
        query: 'mutation ($d: Boolean = true) { startImport(upload: "x", dryRun: $d) { id } }',
        variables: { d: null },
      },
      200,
      'BAD_INPUT',
      /must not be null/,
    ],
    [
      'null to skip by',
      { query: 'query ($s: Boolean = true) { metrics @skip(if: $s) { id } }', variables: { s: null } },
      200,
      'BAD_INPUT',
      /null/,
    ],
    ['a page of 1e10', { query: '{ imports(first: 1e10) { id } }' }, 200, 'GRAPHQL_VALIDATION_FAILED', /Int/],
    [
      'a number of 1e10 as a variable',
      { query: 'mutation ($n: Int!) { sealCircular(id: "1", revision: $n) { ok } }', variables: { n: 1e10 } },
      200,
      'BAD_USER_INPUT',
      /32-bit/,
    ],
    ['a page of 201', { query: '{ imports(first: 201) { id } }' }, 200, 'PAGE_TOO_LARGE', /200/],
    [
      'a day of the year 99999',
      { query: '{ orgUnit(code: "350322", on: "99999-01-01") { name } }' },
      200,
      'BAD_DATE',
      /day/,
    ],
    [
      'the last day of JavaScript',
      { query: '{ orgUnit(code: "350322", on: "+275760-09-13") { name } }' },
      200,
      'BAD_DATE',
      /day/,
    ],
    [
      'a moment far out',
      { query: '{ case(caseNo: "1", knownAt: "9999-12-31T23:59:59Z") { caseNo } }' },
      200,
      'BAD_DATE',
      /moment/,
    ],
    [
      'too complex a question',
      {
        query: `{${' a: metrics { id }'.repeat(61).replace(/a:/g, 'a:')}}`.replace(
          /a:/g,
          (() => {
            let n = 0;
            return () => `a${(n += 1)}:`;
          })(),
        ),
      },
      400,
      'QUERY_TOO_COMPLEX',
      /aliases/,
    ],
    ['too many words', { query: `{ metrics { ${'id '.repeat(5000)} } }` }, 400, 'QUERY_TOO_COMPLEX', /tokens/],
    ['an array', '[]', 400, 'BAD_REQUEST', /batching/],
    ['a number', '7', 400, 'BAD_REQUEST', /body/],
    ['nothing', '', 400, 'BAD_INPUT', /empty/],
    ['half a body', '{"query":', 400, 'BAD_INPUT', /JSON/],
    ['a body of 300 kB', JSON.stringify({ query: ' '.repeat(300_000) }), 413, 'REQUEST_TOO_LARGE', /256 kB.*请求/],
    ['a prototype', '{"query":"{__typename}","__proto__":{}}', 400, 'BAD_INPUT', /JSON/],
  ])('%s', async (_, payload, status, code, message) => {
    const answer = await request(payload);
    expect({ ...answer, code: answer.code ?? '' }).toMatchObject({ status, code });
    expect(answer.message ?? '').toMatch(message);
    expect(errorsLogged()).toEqual([]);
  });

  it('of media type', async () => {
    expect(await request('{"query":"{__typename}"}', { 'content-type': 'text/plain' })).toMatchObject({ status: 400 });
    expect(await request('<query/>', { 'content-type': 'application/xml' })).toMatchObject({
      status: 415,
      code: 'BAD_INPUT',
    });
  });
});

it('keeps no answer of GET on the way', async () => {
  const url = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
  const reply = await server.inject({ url, headers: { 'apollo-require-preflight': '1' } });
  expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-store']);
});
