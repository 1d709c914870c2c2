import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@wallchart/db/testing';
import { createMetricEngine } from '../../server/src/metrics/index.ts';
import { metricIds, valueOf } from '../reference/report.ts';
import { COUNTY } from '../reference/build-tree.ts';
import { loadLedger } from '../support/load-ledger.ts';
import { SEED, asking, forReference, unitsAskable } from './asked.ts';
import { plainValue } from './plain-value.ts';

const database = testDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(() => client.end());

test('every metric of every unit equals the naive computation, at any day, moment and tree', async () => {
  const engine = createMetricEngine(database.db);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(asking, async (asked) => {
      await loadLedger(client, asked.ledger, COUNTY);
      const units = unitsAskable(asked);
      const keys = units.map((unit) => ({ ...asked, unit, asOf: asked.day }));
      const found = await engine.values({ kind: 'all' }, keys, metricIds);
      const q = forReference(asked);
      for (const [u, unit] of units.entries()) {
        for (const [i, id] of metricIds.entries()) {
          const expected = valueOf(q, unit, id);
          told += expected.value === null ? 0 : 1;
          expect({ unit, id, ...plainValue(found[u]?.[i]) }).toEqual({ unit, id, ...expected });
        }
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
  expect(told).toBeGreaterThan(2000);
});
