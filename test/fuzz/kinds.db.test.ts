import { buildCampaign, buildCounty } from '@wallchart/db/factories';
import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../server/testing/test-app.ts';
import { ROOT } from '../support/process.ts';
import { findingOf } from './judge.ts';
import { KINDS, requestMaker } from './requests.ts';
import { sender } from './send.ts';

const server = testApp();
const OF_EACH = 6;
let url: string;
let make: ReturnType<typeof requestMaker>;

beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { code: '350322', towns: 2, villages: 1 });
  await buildCampaign(db, { id: 'county-2014', unit_code: '350322' });
  url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  make = requestMaker(1, buildSchema(await readFile(`${ROOT}/server/schema.graphql`, 'utf8')), []);
});

it.each(KINDS)('%s: the client gets the message, and nothing is logged as an error', async (kind) => {
  const { send, close } = sender(url);
  for (let at = 0, sent = 0; sent < OF_EACH; at += 1) {
    const request = make(at);
    if (request.kind !== kind) continue;
    sent += 1;
    const reply = await send(request);
    expect(findingOf(reply), `number ${at}: ${reply.body.slice(0, 200)}`).toBeNull();
  }
  close();
  expect(server.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
});

it('makes the same request again from the same seed and number', async () => {
  const again = requestMaker(1, buildSchema(await readFile(`${ROOT}/server/schema.graphql`, 'utf8')), []);
  for (const at of [0, 1, 999, 123_456]) expect(again(at)).toEqual(make(at));
  expect(new Set(Array.from({ length: 3000 }, (_, at) => make(at).kind))).toEqual(new Set(KINDS));
});

it('finds what it looks for', () => {
  const reply = (status: number, body: string) =>
    ({ ended: 'answered', status, type: 'application/json', body, ms: 1 }) as const;
  expect(findingOf({ ...reply(0, ''), ended: 'hung' })).toBe('hang');
  expect(findingOf(reply(200, '{"errors":[{"extensions":{"code":"INTERNAL"}}]}'))).toBe('internal');
  expect(findingOf(reply(500, '{}'))).toBe('status 5xx');
  expect(findingOf(reply(400, '{"message":"TypeError: x\\n    at f (/a/b.ts:1:2)"}'))).toBe('leak');
  expect(findingOf(reply(400, 'invalid byte sequence for encoding'))).toBe('leak');
  expect(findingOf(reply(503, '{"error":{"code":"EXPORT_BUSY"}}'))).toBeNull();
  expect(findingOf(reply(404, '{"error":{"code":"NOT_FOUND"}}'))).toBeNull();
});
