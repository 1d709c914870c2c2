import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METRIC_IDS } from './metric-ids.ts';
import { hundredths, plain } from '../reference/amount.ts';
import { addDays, mondayOf } from '../reference/days.ts';
import { ranking } from '../reference/ranking.ts';
import { numeratorBy, valueOf } from '../reference/report.ts';
import { requesting, forEngine, forReference, runs, unitRequested } from './requests.ts';
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
    fc.asyncProperty(requesting, fc.constantFrom('WEEK', 'MONTH'), async (some, grain) => {
      // On today's tree: the tree of a past day is another question for every point.
      const requested = { ...some, tree: 'now' as const };
      const unit = unitRequested(requested);
      await database.load(requested.ledger);
      const from = addDays(requested.day, -70);
      const key = forEngine(requested, unit);
      const [trend = []] = await database.engine().trend([key], grain, METRIC_IDS, from, null, 'level');
      expect(trend.length).toBeGreaterThan(1);
      for (const point of trend) {
        const last = addDays(point.to, -1) < requested.day ? addDays(point.to, -1) : requested.day;
        const q = forReference({ ...requested, day: last });
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
    fc.asyncProperty(requesting, fc.constantFrom('WEEK', 'MONTH'), async (requested, grain) => {
      const unit = unitRequested(requested);
      const q = forReference(requested);
      await database.load(requested.ledger);
      const ids = ['IDENTIFIED', 'RECTIFIED', 'VISITS', 'VENUE_RAISED', 'PROJECT_FUNDS', 'MEMBERS_ADJUSTED'] as const;
      const key = forEngine(requested, unit);
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
    fc.asyncProperty(requesting, fc.integer({ min: -90, max: 90 }), async (requested, days) => {
      const unit = unitRequested(requested);
      await database.load(requested.ledger);
      const to = addDays(requested.day, days);
      const found = (
        await database
          .engine()
          .compare([{ key: forEngine(requested, unit), to, toKnownAt: requested.knownAt }], METRIC_IDS)
      )[0]!;
      const [before, after] = [forReference(requested), forReference({ ...requested, day: to })];
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
    fc.asyncProperty(requesting, async (requested) => {
      const q = forReference(requested);
      const unit = q.campaign.unit_code;
      await database.load(requested.ledger);
      const [found = []] = await database.engine().ranking([forEngine(requested, unit)]);
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
