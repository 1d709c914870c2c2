import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../reference/days.ts';
import { moments } from '../reference/build-tree.ts';
import { randomQuestion, forEngine, runs, chosenUnit, type RandomQuestion } from './random-questions.ts';
import { METRIC_IDS, dimensionsOf } from './metric-ids.ts';
import { propertyDatabase } from './property-database.ts';
import type { EvidenceRow, MetricId, Part, ReportKey, Span } from '../../server/src/metrics/index.ts';

const database = propertyDatabase();

/** How questions that are asked together differ from the first: few days and moments, so that some are alike but for the day. */
const differing = fc.array(
  fc.record({
    unit: fc.nat(3),
    days: fc.constantFrom(0, 0, -1, -30, -61, 45, 200),
    knownAt: fc.constantFrom(null, null, moments[0] ?? null, moments.at(-1) ?? null),
    tree: fc.constantFrom('then' as const, 'then' as const, 'now' as const),
    to: fc.constantFrom(-45, 1, 30),
    toKnownAt: fc.constantFrom(null, moments.at(-1) ?? null),
  }),
  { minLength: 6, maxLength: 12 },
);

interface Request extends Span {
  readonly key: ReportKey;
}

function spansOf(random: RandomQuestion, more: typeof differing extends fc.Arbitrary<infer T> ? T : never): Request[] {
  return more.map(({ unit, days, knownAt, tree, to, toKnownAt }) => {
    const one = { ...random, unit, day: addDays(random.day, days), knownAt, tree };
    return { key: forEngine(one, chosenUnit(one)), to: addDays(one.day, to), toKnownAt };
  });
}

/** Every row, read by pages as the list behind a figure shows them. */
async function byPages(key: ReportKey, id: MetricId, part: Part | null): Promise<EvidenceRow[]> {
  const rows: EvidenceRow[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await database.engine().rows(key, id, part, { first: 200, after });
    rows.push(...page.rows);
    after = page.endCursor;
    if (!page.hasNextPage) return rows;
  }
}

test('figures and changes that are asked together are those of each asked alone', async () => {
  let changed = 0;
  const some = fc.subarray([...METRIC_IDS], { minLength: 10, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(randomQuestion, differing, some, async (random, more, ids) => {
      await database.load(random.ledger);
      const spans = spansOf(random, more);
      const keys = spans.map(({ key }) => key);
      const engine = database.engine();
      const together = await engine.compare(spans, ids);
      const values = await engine.values(keys, ids);
      expect(together).toHaveLength(spans.length);
      for (const [at, span] of spans.entries()) {
        expect([span, together[at]]).toEqual([span, (await engine.compare([span], ids))[0]]);
        expect([span, values[at]]).toEqual([span, (await engine.values([span.key], ids))[0]]);
        changed += together[at]?.some(({ parts }) => parts.length > 0) ? 1 : 0;
      }
    }),
    runs(5),
  );
  expect(changed).toBeGreaterThan(5);
});

test('rows that are asked for many reports together are those of each alone, in the same order', async () => {
  let rows = 0;
  const byKind = METRIC_IDS.filter((id) => dimensionsOf(id).includes('UNIT_KIND'));
  const parts = fc.constantFrom<(Part | null)[]>(null, null, { by: 'UNIT_KIND', key: 'village' });
  const ids = fc.subarray(byKind, { minLength: 5, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(randomQuestion, differing, ids, parts, async (random, more, chosen, part) => {
      await database.load(random.ledger);
      const keys = spansOf(random, more).map(({ key }) => key);
      for (const id of chosen) {
        const together = await database.engine().everyRow(keys, id, part);
        for (const [at, key] of keys.entries()) {
          expect([id, key, together[at]]).toEqual([id, key, await byPages(key, id, part)]);
          rows += together[at]?.length ?? 0;
        }
      }
    }),
    runs(12),
  );
  expect(rows).toBeGreaterThan(100);
});
