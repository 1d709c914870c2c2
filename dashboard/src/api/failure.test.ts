import { Client, fetchExchange, gql } from '@urql/core';
import { expect, it } from 'vitest';
import { toFailure } from './failure.ts';

/** The failure that the client makes of an answer of the server. */
async function failureOf(status: number, type: string, body: object) {
  const answer = () => Promise.resolve(Response.json(body, { status, headers: { 'content-type': type } }));
  const client = new Client({
    url: 'http://127.0.0.1/graphql',
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetch: answer,
  });
  const { error } = await client.query(gql('{ metrics { id } }'), {}).toPromise();
  return error && toFailure(error);
}

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

it('an answer that is not of GraphQL is that of a network', async () => {
  expect(await failureOf(502, 'application/json', {})).toMatchObject({ code: 'NETWORK' });
});
