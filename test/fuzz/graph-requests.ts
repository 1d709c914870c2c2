import { getIntrospectionQuery, type GraphQLSchema } from 'graphql';
import { questionOf } from './graph-documents.ts';
import { hostileText, hostileValue, nested } from './hostile.ts';
import type { Random } from './random.ts';
import type { FuzzRequest } from './request.ts';

type Make = (random: Random, schema: GraphQLSchema) => Omit<FuzzRequest, 'kind'>;

const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/xml',
  'application/graphql',
  'x/y/z',
  '',
];
const ACCEPTS = ['*/*', 'application/json', 'application/graphql-response+json', 'text/html', 'image/png', 'a;;q=2'];

const post = (body: string, headers: Record<string, string> = {}): Omit<FuzzRequest, 'kind'> => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});
const request = (payload: unknown, headers?: Record<string, string>) => post(JSON.stringify(payload), headers);

/** A text with some of its characters cut out, doubled or replaced. */
function spoiled(random: Random, text: string): string {
  let left = text;
  for (const kind of random.times(4, () => random.below(3))) {
    const at = random.below(left.length + 1);
    const cut = kind === 0 ? at + 1 + random.below(20) : at;
    const put =
      kind === 1
        ? hostileText(random).slice(0, 40)
        : kind === 2
          ? random.pick(['{', '}', '(', '"', '$', '@', ':', '...', '#'])
          : '';
    left = left.slice(0, at) + put + left.slice(cut);
  }
  return left;
}

const chain = (n: number, body: (to: string) => string): string =>
  Array.from({ length: n }, (_, at) => `fragment F${at} on Query { ${body(`F${at + 1}`)} }`).join(' ');

/** Questions of GraphQL, sound and unsound, with how often each is asked. */
export const GRAPH_REQUESTS: Readonly<Record<string, readonly [weight: number, make: Make]>> = {
  question: [
    30,
    (random, schema) =>
      request(questionOf(random, schema, 'query'), random.chance(0.1) ? { accept: random.pick(ACCEPTS) } : {}),
  ],
  mutation: [8, (random, schema) => request(questionOf(random, schema, 'mutation'))],
  get: [
    4,
    (random, schema) => {
      const { query, variables } = questionOf(random, schema, random.chance(0.9) ? 'query' : 'mutation');
      // A half of a pair cannot stand in an address.
      const search = new URLSearchParams({ query: query.toWellFormed(), variables: JSON.stringify(variables) });
      const path = `/graphql?${search}`.slice(0, 12_000);
      const headers: Record<string, string> = random.chance(0.8) ? { 'apollo-require-preflight': '1' } : {};
      return { method: 'GET', path, headers };
    },
  ],
  spoiledDocument: [
    10,
    (random, schema) => {
      const { query, variables } = questionOf(random, schema, 'query');
      return request({ query: spoiled(random, query), variables });
    },
  ],
  spoiledBody: [6, (random, schema) => post(spoiled(random, JSON.stringify(questionOf(random, schema, 'query'))))],
  otherBody: [
    4,
    (random) =>
      post(random.chance(0.5) ? hostileText(random) : JSON.stringify(hostileValue(random)), {
        'content-type': random.pick(TYPES),
      }),
  ],
  otherParts: [
    5,
    (random) => {
      const given = { query: '{ metrics { id } }', variables: {}, operationName: null, extensions: {} };
      return request({ ...given, [random.pick(Object.keys(given))]: hostileValue(random) });
    },
  ],
  trusted: [
    2,
    (random) =>
      random.chance(0.5)
        ? request({ documentId: hostileValue(random) })
        : request({ extensions: { persistedQuery: { version: 1, sha256Hash: hostileValue(random) } } }),
  ],
  batch: [2, (random, schema) => request(random.times(20, () => questionOf(random, schema, 'query')))],
  operations: [
    2,
    (random) => {
      const query = random.times(700, (at) => `query Q${random.chance(0.02) ? '' : at} { __typename }`).join(' ');
      return request({ query, ...(random.chance(0.5) ? { operationName: random.pick(['Q0', 'Q', '', '\0']) } : {}) });
    },
  ],
  subscription: [1, () => request({ query: 'subscription { a }' })],
  deepSelection: [
    2,
    (random) => {
      const levels = 1 + random.below(1500);
      return request({
        query: `{ orgUnit(code: "350322") ${'{ parent '.repeat(levels)}{ code }${' }'.repeat(levels)} }`,
      });
    },
  ],
  deepLiteral: [
    2,
    (random) => request({ query: `{ orgUnit(code: ${nested(random, 1 + random.below(3000))}) { code } }` }),
  ],
  deepVariables: [
    2,
    (random) => {
      const field = random.chance(0.5)
        ? 'mutation ($v: JSON!) { saveCircular(id: "1", revision: 1, content: $v) { ok } }'
        : 'query ($v: ID!) { orgUnit(code: $v) { code } }';
      return post(`{"query":${JSON.stringify(field)},"variables":{"v":${nested(random, 1 + random.below(20_000))}}}`);
    },
  ],
  manyAliases: [
    2,
    (random) => {
      const field = random.pick(['metrics { id }', '__typename', 'orgUnit(code: "350322") { code }']);
      return request({ query: `{ ${random.times(700, (at) => `a${at}: ${field}`).join(' ')} }` });
    },
  ],
  longText: [
    1,
    (random) =>
      request({
        query: 'query ($t: String!) { searchUnits(text: $t) { code } }',
        variables: { t: random.pick(['%', '县', '3', '_', 'a ']).repeat(1 + random.below(60_000)) },
      }),
  ],
  doubling: [
    2,
    (random) => {
      const levels = 5 + random.below(26);
      const ring = random.chance(0.1) ? '...F0' : '__typename';
      return request({
        query: `{ ...F0 } ${chain(levels, (to) => `...${to} ...${to}`)} fragment F${levels} on Query { ${ring} }`,
      });
    },
  ],
  introspection: [
    2,
    (random) => {
      const types =
        'fragment T on __Type { kind name ofType { kind name ofType { kind name } } fields { name type { name } } }';
      const storm = random.times(400, (at) => `a${at}: __schema { types { ...T } }`).join(' ');
      return request({ query: random.chance(0.3) ? getIntrospectionQuery() : `{ ${storm} } ${types}` });
    },
  ],
};
