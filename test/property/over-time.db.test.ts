import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS } from './metric-ids.ts';
import { hundredths, plain } from '../reference/amount.ts';
import { addDays, mondayOf } from '../reference/days.ts';
import { ranking } from '../reference/ranking.ts';
import { numeratorBy, valueOf } from '../reference/report.ts';
import { randomQuestion, forEngine, forReference, runs, chosenUnit } from './random-questions.ts';
import { ofEngine, ofReference, plainDecimal } from './plain-value.ts';
import { propertyDatabase } from './property-database.ts';
import type { MetricValue } from '../../server/src/metrics/index.ts';

const database = propertyDatabase();
const LONG_AGO = '2013-11-25';

/** Amounts that a sum adds up; a figure of nothing is nothing. */
const amount = (value: MetricValue | undefined): bigint => hundredths(plainDecimal(value?.numerator ?? null) ?? '0');

test('a level trend says of the last day of every period what the report of that day says', async () => {
  let points = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, fc.constantFrom('WEEK', 'MONTH'), async (some, grain) => {
      // On today's tree: the tree of a past day is another question for every point.
      const random = { ...some, tree: 'now' as const };
      const unit = chosenUnit(random);
      await database.load(random.ledger);
      const from = addDays(random.day, -70);
      const key = forEngine(random, unit);
      const [trend = []] = await database.engine().trend([key], grain, METRIC_IDS, from, null, 'level');
      expect(trend.length).toBeGreaterThan(1);
      for (const point of trend) {
        const last = addDays(point.to, -1) < random.day ? addDays(point.to, -1) : random.day;
        const q = forReference({ ...random, day: last });
        for (const [i, id] of METRIC_IDS.entries()) {
          points += 1;
          expect({ point, id, ...ofEngine(point.values[i]) }).toEqual({
            point,
            id,
            ...ofReference(valueOf(q, unit, id)),
          });
        }
      }
    }),
    runs(15),
  );
  expect(points).toBeGreaterThan(1000);
});

test('a flow trend counts every case once, in the period of its day', async () => {
  await fc.assert(
    fc.asyncProperty(randomQuestion, fc.constantFrom('WEEK', 'MONTH'), async (random, grain) => {
      const unit = chosenUnit(random);
      const q = forReference(random);
      await database.load(random.ledger);
      const ids = ['IDENTIFIED', 'RECTIFIED', 'VISITS', 'VENUE_RAISED', 'PROJECT_FUNDS', 'MEMBERS_ADJUSTED'] as const;
      const key = forEngine(random, unit);
      const [trend = []] = await database.engine().trend([key], grain, ids, LONG_AGO, null, 'flow');
      for (const [i, id] of ids.entries()) {
        const flowed = trend.reduce((sum, point) => sum + amount(point.values[i]), 0n);
        expect([id, plain(flowed)]).toEqual([id, valueOf(q, unit, id).numerator ?? '0']);
      }
      const byDay = numeratorBy(q, unit, 'IDENTIFIED', 'DAY');
      for (const point of trend) {
        let expected = 0n;
        for (const [day, count] of byDay) if (point.from <= day && day < point.to) expected += hundredths(count ?? '0');
        expect([point.label, amount(point.values[0])]).toEqual([point.label, expected]);
        if (grain === 'WEEK') expect(mondayOf(point.from) === point.from || point.from === LONG_AGO).toBe(true);
      }
    }),
    runs(25),
  );
});

test('a change between two days is the difference, and its causes sum to it', async () => {
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(randomQuestion, fc.integer({ min: -90, max: 90 }), async (random, days) => {
      const unit = chosenUnit(random);
      await database.load(random.ledger);
      const to = addDays(random.day, days);
      const found = (
        await database.engine().compare([{ key: forEngine(random, unit), to, toKnownAt: random.knownAt }], METRIC_IDS)
      )[0]!;
      const [before, after] = [forReference(random), forReference({ ...random, day: to })];
      for (const [i, id] of METRIC_IDS.entries()) {
        const change = found[i];
        expect({ id, ...ofEngine(change?.from) }).toEqual({ id, ...ofReference(valueOf(before, unit, id)) });
        expect({ id, ...ofEngine(change?.to) }).toEqual({ id, ...ofReference(valueOf(after, unit, id)) });
        const parts = (change?.parts ?? []).reduce(
          (sum, part) => sum + hundredths(plainDecimal(part.change) ?? '0'),
          0n,
        );
        expect([id, parts]).toEqual([id, amount(change?.to) - amount(change?.from)]);
        changes += parts === 0n ? 0 : 1;
      }
    }),
    runs(30),
  );
  expect(changes).toBeGreaterThan(20);
});

test('towns rank by rate, outstanding, overdue and code, ties share a rank, and no case is no rank', async () => {
  await fc.assert(
    fc.asyncProperty(randomQuestion, async (random) => {
      const q = forReference(random);
      const unit = q.campaign.unit_code;
      await database.load(random.ledger);
      const [found = []] = await database.engine().ranking([forEngine(random, unit)]);
      const seen = found.map(({ unit: code, rank, tied, identified, rectified, outstanding }) => ({
        unit: code,
        rank,
        tied,
        identified,
        rectified,
        outstanding,
      }));
      expect(seen).toEqual(ranking(q, unit));
      for (const town of found) {
        expect(town.acceptedPending + town.overdue + town.relapsed + town.inWork).toBe(town.outstanding);
      }
    }),
    runs(40),
  );
});
