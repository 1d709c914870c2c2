import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS, dimensionsOf } from './metric-ids.ts';
import { hundredths, plain } from '../reference/amount.ts';
import { byChild, coverageOfKind, numeratorBy, valueOf } from '../reference/report.ts';
import { childrenOn, isWithin } from '../reference/tree.ts';
import { randomQuestion, forEngine, forReference, runs, chosenUnit } from './random-questions.ts';
import { ofEngine, ofReference, plainDecimal } from './plain-value.ts';
import { propertyDatabase } from './property-database.ts';
import type { Dimension } from '../../server/src/metrics/index.ts';
import type { Question } from '../reference/context.ts';

const database = propertyDatabase();
const VILLAGE_LEVEL = 5;

/** Metrics that count something of the tree and not rows: their denominators have no unassigned part. */
const OVER_VILLAGES = new Set<string>(['IDENTIFICATION_RATIO', 'COMMUNITY_IDENTIFICATION_RATIO', 'TRAINING_COVERAGE']);

const add = (amounts: readonly (string | null)[]): string | null => {
  const text = amounts.filter((amount) => amount !== null);
  return text.length === 0 ? null : plain(text.reduce((sum, amount) => sum + hundredths(amount), 0n));
};

/** Children valid on the tree day, and abolished ones of which something is still counted, in code order. */
function childrenListed(q: Question, unit: string, listed: readonly string[]): string[] {
  const valid = childrenOn(q.ledger, unit, q.treeDay).map((child) => child.code);
  const abolished = listed.filter((code) => !valid.includes(code) && isWithin(q.ledger, code, unit, q.treeDay));
  const counted = abolished.filter((code) => METRIC_IDS.some((id) => (valueOf(q, code, id).numerator ?? '0') !== '0'));
  return [...valid, ...counted].sort();
}

test('by the level below: every child equals its own recomputation, and parts + unassigned = whole', async () => {
  await fc.assert(
    fc.asyncProperty(randomQuestion, async (random) => {
      const unit = chosenUnit(random);
      const q = forReference(random);
      fc.pre(q.ledger.units.every((row) => row.code !== unit || row.level < VILLAGE_LEVEL));
      await database.load(random.ledger);
      const [found] = await database.engine().breakdown([forEngine(random, unit)], 'CHILD_UNIT', METRIC_IDS);
      const listed = found?.rows.map((row) => row.key) ?? [];
      expect(listed).toEqual(childrenListed(q, unit, listed));
      for (const [i, id] of METRIC_IDS.entries()) {
        const { parts, unassigned } = byChild(q, unit, id);
        const whole = valueOf(q, unit, id);
        for (const row of found?.rows ?? []) {
          const part = parts.get(row.key) ?? valueOf(q, row.key, id);
          expect({ id, part: row.key, ...ofEngine(row.values[i]) }).toEqual({
            id,
            part: row.key,
            ...ofReference(part),
          });
        }
        expect({ id, ...ofEngine(found?.total[i]) }).toEqual({ id, ...ofReference(whole) });
        const rest = ofEngine(found?.unassigned[i]);
        expect([id, rest?.numerator, rest?.coverage]).toEqual([id, unassigned.numerator, unassigned.coverage]);
        if (!OVER_VILLAGES.has(id)) expect([id, rest?.denominator]).toEqual([id, unassigned.denominator]);
        const numerators = [...(found?.rows ?? []).map((row) => row.values[i]), found?.unassigned[i]];
        const sum = add(numerators.map((value) => value?.numerator ?? null));
        expect([id, sum ?? '0']).toEqual([id, whole.numerator ?? '0']);
        const proof = found?.proof.find((one) => one.id === id);
        expect([id, proof?.holds ?? true, plainDecimal(proof?.total ?? whole.numerator)]).toEqual([
          id,
          true,
          whole.numerator,
        ]);
      }
    }),
    runs(50),
  );
});

const OF_ROWS = [
  'UNIT_KIND',
  'STATE',
  'PRIMARY_CAUSE',
  'CAUSE',
  'GRADE',
  'VENUE_WAY',
  'FUND_SOURCE',
  'CADRE_CLASS',
  'MEASURE_AREA',
] as const;

/** Figures of the kind "so many in all": what is not there counts as nothing. */
function present(sums: Map<string, string | null>): Record<string, string> {
  const entries = [...sums].filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '0');
  return Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), value]));
}

test('by what the rows say of themselves: every part equals the naive one', async () => {
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, fc.constantFrom(...OF_ROWS), async (random, by: Dimension) => {
      const unit = chosenUnit(random);
      await database.load(random.ledger);
      const ids = METRIC_IDS.filter((id) => dimensionsOf(id).includes(by));
      const q = forReference(random);
      const [found] = await database.engine().breakdown([forEngine(random, unit)], by, ids);
      for (const [i, id] of ids.entries()) {
        const rows = (found?.rows ?? []).map((row): [string, string | null] => [
          row.key,
          plainDecimal(row.values[i]?.numerator ?? null),
        ]);
        const rest = plainDecimal(found?.unassigned[i]?.numerator ?? null);
        const expected = present(numeratorBy(q, unit, id, by));
        parts += Object.keys(expected).length;
        expect([id, by, found?.total[i]?.coverage]).toEqual([id, by, valueOf(q, unit, id).coverage]);
        for (const row of found?.rows ?? []) {
          const ofPart = by === 'UNIT_KIND' ? coverageOfKind(q, unit, id, row.key) : null;
          expect([id, row.key, row.values[i]?.coverage]).toEqual([id, row.key, ofPart]);
        }
        expect([id, by, present(new Map([...rows, ['', rest]]))]).toEqual([id, by, expected]);
      }
      expect(found?.exclusive).toBe(by !== 'CAUSE');
    }),
    runs(60),
  );
  expect(parts).toBeGreaterThan(100);
});
