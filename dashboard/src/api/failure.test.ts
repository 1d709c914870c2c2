import { expect, it } from 'vitest';
import { toFailure } from './failure.ts';
import { dataOf } from './request.ts';

/** The failure that is made of an answer of the server. */
const failureOf = (status: number, type: string, body: unknown) =>
  dataOf(Response.json(body, { status, headers: { 'content-type': type } })).then(() => null, toFailure);

it.each([
  [200, 'application/json', 'BAD_DATE'],
  [400, 'application/graphql-response+json', 'BAD_INPUT'],
  [400, 'application/json', 'QUERY_TOO_COMPLEX'],
  [403, 'application/json', 'NOT_TRUSTED'],
  [503, 'application/json', 'QUERY_TIMEOUT'],
])('an answer %s of %s keeps its code %s and its words', async (status, type, code) => {
  const body = { errors: [{ message: 'words', extensions: { code } }] };
  expect(await failureOf(status, type, body)).toEqual({ code, message: 'words' });
});

it('a figure that failed beside others is a failure, not a gap', async () => {
  const body = { data: { metrics: null }, errors: [{ message: 'words', extensions: { code: 'BAD_DATE' } }] };
  expect(await failureOf(200, 'application/json', body)).toEqual({ code: 'BAD_DATE', message: 'words' });
});

it('an answer that is not of GraphQL is that of a network', async () => {
  expect(await failureOf(502, 'application/json', {})).toMatchObject({ code: 'NETWORK' });
  const page = new Response('<html>', { status: 502, statusText: 'Bad Gateway' });
  expect(await dataOf(page).catch(toFailure)).toEqual({ code: 'NETWORK', message: 'Bad Gateway' });
});

it('an answer is its data', async () => {
  expect(await dataOf(Response.json({ data: { campaigns: [] } }))).toEqual({ campaigns: [] });
});
