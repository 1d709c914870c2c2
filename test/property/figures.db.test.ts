import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS } from './metric-ids.ts';
import { metricIds, valueOf } from '../reference/report.ts';
import { ledgerAt } from '../reference/ledger.ts';
import { randomQuestion, forEngine, forReference, runs, possibleUnits } from './random-questions.ts';
import { ofEngine, ofReference } from './plain-value.ts';
import { propertyDatabase } from './property-database.ts';

const database = propertyDatabase();

test('the reference knows every metric that the engine has', () => {
  expect([...METRIC_IDS].sort()).toEqual([...metricIds].sort());
});

test('every metric of every unit equals the naive computation, at any day, moment and tree', async () => {
  let told = 0;
  let short = 0;
  let covered = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, async (random) => {
      await database.load(random.ledger);
      const units = possibleUnits(random);
      const found = await database.engine().values(
        units.map((unit) => forEngine(random, unit)),
        METRIC_IDS,
      );
      const q = forReference(random);
      for (const [u, unit] of units.entries()) {
        for (const [i, id] of METRIC_IDS.entries()) {
          const expected = valueOf(q, unit, id);
          told += expected.value === null ? 0 : 1;
          const { entered = 0, expected: due = 0 } = expected.coverage ?? {};
          covered += entered;
          short += due - entered;
          expect({ unit, id, ...ofEngine(found[u]?.[i]) }).toEqual({ unit, id, ...ofReference(expected) });
          if (expected.illustrative) expect([unit, id, found[u]?.[i]?.illustrative]).toEqual([unit, id, true]);
        }
      }
    }),
    runs(60),
  );
  expect(told).toBeGreaterThan(2000);
  expect(covered).toBeGreaterThan(200);
  expect(short).toBeGreaterThan(200);
});

test('what was known then is not moved by what was said later', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, async (random) => {
      fc.pre(random.knownAt !== null);
      const keys = possibleUnits(random).map((unit) => forEngine(random, unit));
      await database.load(random.ledger);
      const later = await database.engine().values(keys, METRIC_IDS);
      const now = await database.engine().values(
        keys.map((key) => ({ ...key, knownAt: null })),
        METRIC_IDS,
      );
      // The same ledger as it lay on the documents at that moment: nothing superseded, nothing later.
      const then = ledgerAt(random.ledger, random.knownAt);
      const asIfCurrent = Object.fromEntries(
        Object.entries(then).map(([sheet, rows]) => [
          sheet,
          rows.map((row: object) => ('superseded_at' in row ? { ...row, superseded_at: null } : row)),
        ]),
      ) as unknown as typeof then;
      await database.load(asIfCurrent);
      const first = await database.engine().values(
        keys.map((key) => ({ ...key, knownAt: null })),
        METRIC_IDS,
      );
      expect(later).toEqual(first);
      if (JSON.stringify(now) !== JSON.stringify(first)) moved += 1;
    }),
    runs(40),
  );
  expect(moved).toBeGreaterThan(5);
});
