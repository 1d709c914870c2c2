import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS, dimensionsOf } from './metric-ids.ts';
import { hundredths, plain } from '../reference/amount.ts';
import { valueOf } from '../reference/report.ts';
import { randomQuestion, forEngine, forReference, runs, chosenUnit } from './random-questions.ts';
import { plainDecimal } from './plain-value.ts';
import { propertyDatabase } from './property-database.ts';
import type { EvidenceRow, MetricId, Part, ReportKey } from '../../server/src/metrics/index.ts';

const database = propertyDatabase();
const PAGE = 7;

async function everyRow(key: ReportKey, id: MetricId, part: Part | null) {
  const rows: EvidenceRow[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await database.engine().rows(key, id, part, { first: PAGE, after });
    rows.push(...page.rows);
    after = page.endCursor;
    if (!page.hasNextPage) return { rows, sum: plainDecimal(page.sum), totalCount: page.totalCount };
  }
}

const total = (rows: readonly EvidenceRow[]): string | null => {
  const amounts = rows.flatMap((row) => (row.contribution === null ? [] : [hundredths(row.contribution)]));
  return amounts.length === 0 ? null : plain(amounts.reduce((sum, amount) => sum + amount, 0n));
};

test('the rows behind a figure sum to it, page by page, and none comes twice', async () => {
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(
      randomQuestion,
      fc.subarray([...METRIC_IDS], { minLength: 6, maxLength: 6 }),
      async (random, ids) => {
        const unit = chosenUnit(random);
        const q = forReference(random);
        await database.load(random.ledger);
        for (const id of ids) {
          const behind = await everyRow(forEngine(random, unit), id, null);
          const { numerator } = valueOf(q, unit, id);
          rows += behind.rows.length;
          expect([id, behind.totalCount]).toEqual([id, behind.rows.length]);
          expect([id, behind.sum ?? '0']).toEqual([id, numerator ?? '0']);
          expect([id, total(behind.rows) ?? '0']).toEqual([id, numerator ?? '0']);
          const { coverage } = valueOf(q, unit, id);
          if (coverage !== null) {
            const { totalCount, sum } = await everyRow(forEngine(random, unit), id, { missing: true });
            expect([id, totalCount, sum]).toEqual([id, coverage.expected - coverage.entered, String(totalCount)]);
          }
          expect(new Set(behind.rows.map((row) => row.cursor)).size).toBe(behind.rows.length);
        }
      },
    ),
    runs(40),
  );
  expect(rows).toBeGreaterThan(40);
});

test('the rows behind a part sum to the part', async () => {
  let parts = 0;
  const byKind = METRIC_IDS.filter((id) => dimensionsOf(id).includes('UNIT_KIND'));
  await fc.assert(
    fc.asyncProperty(randomQuestion, fc.subarray(byKind, { minLength: 4, maxLength: 4 }), async (random, ids) => {
      const key = forEngine(random, chosenUnit(random));
      await database.load(random.ledger);
      const [found] = await database.engine().breakdown([key], 'UNIT_KIND', ids);
      for (const [i, id] of ids.entries()) {
        for (const row of found?.rows ?? []) {
          const part = { by: 'UNIT_KIND' as const, key: row.key };
          const behind = await everyRow(key, id, part);
          parts += 1;
          expect([id, row.key, total(behind.rows) ?? '0']).toEqual([
            id,
            row.key,
            plainDecimal(row.values[i]?.numerator ?? null) ?? '0',
          ]);
        }
      }
    }),
    runs(25),
  );
  expect(parts).toBeGreaterThan(50);
});
