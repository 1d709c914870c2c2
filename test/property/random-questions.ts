import fc from 'fast-check';
import { COUNTY, moments } from '../reference/build-tree.ts';
import { addDays } from '../reference/days.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { question } from '../reference/report.ts';
import { isWithin } from '../reference/tree.ts';
import type { ReportKey } from '../../server/src/metrics/index.ts';
import type { Question } from '../reference/context.ts';
import type { Ledger } from '../reference/ledger.ts';

/** Printed by fast-check with every counterexample; a failure repeats with it. PROPERTY_SEED tries others. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20140731);
const SHRINK_WITHIN_MS = 240_000;

/** So many runs of a property, the same ones every time; a failure is shrunk while there is time, then told. */
export function runs(numRuns: number): fc.Parameters<unknown> {
  return { seed: SEED, numRuns, interruptAfterTimeLimit: SHRINK_WITHIN_MS, markInterruptAsFailure: true };
}

const DAY_COUNT = 420;

/** A ledger and one question to it; `unit` is a number taken modulo the units the campaign has, 0 being its own. */
export interface RandomQuestion {
  ledger: Ledger;
  campaign: string;
  unit: number;
  day: string;
  knownAt: string | null;
  tree: 'then' | 'now';
}

/** Random ledgers with a random question each: as of any day of the year and after it, known at any moment. */
export const randomQuestion: fc.Arbitrary<RandomQuestion> = fc
  .record({
    ledger: randomLedger,
    campaign: fc.nat(1),
    unit: fc.oneof(fc.constant(0), fc.nat(24)),
    day: fc.oneof(fc.integer({ min: 0, max: DAY_COUNT }), fc.constant(DAY_COUNT)).map((n) => addDays('2013-12-01', n)),
    knownAt: fc.constantFrom(null, null, ...moments, '2015-02-02T12:00:00.000Z'),
    tree: fc.constantFrom('then' as const, 'then' as const, 'now' as const),
  })
  .map((random) => ({ ...random, campaign: campaignOf(random.ledger, random.campaign) }));

function campaignOf(ledger: Ledger, n: number): string {
  const ids = [...new Set(ledger.campaigns.map((row) => row.campaign))];
  return ids[n % ids.length] ?? '';
}

/** Today in Asia/Shanghai. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** The question as the reference takes it. */
export function forReference(random: RandomQuestion): Question {
  const treeDay = random.tree === 'now' ? today() : random.day;
  return question(random.ledger, { ...random, unit: COUNTY, treeDay });
}

/** Units the campaign may be asked of: those within its own on the tree of the question. */
export function possibleUnits(random: RandomQuestion): string[] {
  const q = forReference(random);
  const codes = [...new Set(q.ledger.units.map((row) => row.code))].sort();
  return codes.filter((code) => isWithin(q.ledger, code, q.campaign.unit_code, q.treeDay));
}

/** The question as the engine takes it. */
export function forEngine(random: RandomQuestion, unit: string): ReportKey {
  return { campaign: random.campaign, unit, asOf: random.day, knownAt: random.knownAt, tree: random.tree };
}

/** The unit that the question singles out. */
export function chosenUnit(random: RandomQuestion): string {
  const units = possibleUnits(random);
  return units[random.unit % units.length] ?? COUNTY;
}
