import { Big } from 'big.js';
import type { Measure } from './base.ts';
import type { MetricValue } from './engine.types.ts';
import type { Dimension } from './dimension.ts';
import type { Metric } from './metric.ts';
import type { MetricId } from './registry.ts';

/** Ratios carry ten decimals, rounded half up. */
const Ratio = Big();
Ratio.DP = 10;
Ratio.RM = Big.roundHalfUp;

/** What a measure comes to over some rows. */
export interface Tally {
  readonly sum: string | null;
  readonly atLeast: boolean;
  readonly illustrative: boolean;
}
export type Tallies = ReadonlyMap<Measure, Tally>;

/** What a measure comes to over no rows: a count is zero, a sum of amounts is nothing. */
export const emptyTally = ({ amount, counts }: Measure): Tally => ({
  sum: amount && !counts ? null : '0',
  atLeast: false,
  illustrative: false,
});

/** Writes an exact sum: two decimals for yuan, else as few as it needs. */
export function writeSum({ yuan }: Measure, sum: string | null): string | null {
  if (sum === null) return null;
  return yuan ? new Big(sum).toFixed(2) : new Big(sum).toFixed();
}

/** Whether the parts of a breakdown are places, of whose organisations coverage can speak; the whole is one. */
export const isOfPlaces = (by: Dimension | null): boolean => by === null || by === 'CHILD_UNIT' || by === 'UNIT_KIND';

/** The measures that a metric's coverage needs. */
export const coverageMeasuresOf = ({ coverage }: Metric): Measure[] =>
  coverage ? [coverage.expected, coverage.missing] : [];

/** The measures that a metric's value needs, whole or in parts. */
export const measuresOf = (metric: Metric, by: Dimension | null): Measure[] =>
  [
    metric.numerator,
    metric.denominator,
    metric.remark?.rows,
    ...(isOfPlaces(by) ? coverageMeasuresOf(metric) : []),
  ].filter((measure) => measure !== undefined);

const divide = (numerator: string | null, denominator: string | null): string | null => {
  if (numerator === null || denominator === null) return null;
  const divisor = new Ratio(denominator);
  return divisor.eq(0) ? null : new Ratio(numerator).div(divisor).toFixed();
};

function coverageOf({ coverage }: Metric, tallies: Tallies | null): MetricValue['coverage'] {
  if (!coverage || !tallies) return null;
  const [expected, missing] = [coverage.expected, coverage.missing].map((one) => Number(tallies.get(one)?.sum ?? 0));
  return { entered: expected! - missing!, expected: expected! };
}

/**
 * Combines what the measures of a metric come to into its value, dividing once.
 *
 * @param covered what the measures of its coverage come to; null where organisations are not concerned
 */
export function rollUp(metric: Metric, tallies: Tallies, covered: Tallies | null = null): MetricValue {
  const of = (measure: Measure): Tally => tallies.get(measure) ?? emptyTally(measure);
  const numerator = of(metric.numerator);
  const denominator = metric.denominator ? of(metric.denominator) : null;
  const lacking = metric.remark ? (of(metric.remark.rows).sum ?? '0') : '0';
  const noted = lacking !== '0';
  const top = writeSum(metric.numerator, numerator.sum);
  const bottom = metric.denominator && denominator ? writeSum(metric.denominator, denominator.sum) : null;
  const value = metric.denominator ? divide(top, bottom) : top;
  const voided = noted && metric.remark?.voids === true;
  return {
    id: metric.id as MetricId,
    value: voided ? null : value,
    numerator: voided ? null : top,
    denominator: bottom,
    atLeast: numerator.atLeast,
    illustrative: numerator.illustrative || (denominator?.illustrative ?? false),
    note: noted && metric.remark ? metric.remark.text(lacking) : null,
    coverage: coverageOf(metric, covered),
  };
}

/** Exact sum of decimal strings; null counts as nothing, and nothing at all is null. */
export function addUp(sums: readonly (string | null)[]): string | null {
  const present = sums.filter((sum) => sum !== null);
  return present.length === 0 ? null : present.reduce((a, b) => a.plus(b), new Big(0)).toFixed();
}

/** True when two exact sums are the same amount; null is nothing. */
export const sameAmount = (a: string | null, b: string | null): boolean => new Big(a ?? 0).eq(b ?? 0);
