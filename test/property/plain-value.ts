import type { MetricValue } from '../../server/src/metrics/index.ts';
import type { Value } from '../reference/report.ts';

/** A decimal without needless zeros, so that "30000.00" and "30000" are the same amount. */
export function plainDecimal(value: string | null): string | null {
  if (value === null) return null;
  const plain = value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
  return plain === '-0' ? '0' : plain;
}

/** What the engine and the reference must agree on to the digit. */
export type Comparable = Omit<Value, 'illustrative'>;

/** The figure of the engine as the reference writes it. */
export function ofEngine(value: MetricValue | undefined): Comparable | undefined {
  return (
    value && {
      value: plainDecimal(value.value),
      numerator: plainDecimal(value.numerator),
      denominator: plainDecimal(value.denominator),
      atLeast: value.atLeast,
      coverage: value.coverage,
    }
  );
}

/**
 * The figure of the reference. What is no ratio has no denominator; what is a sum or a count names its numerator.
 */
export function ofReference({ illustrative: _, ...value }: Value): Comparable {
  return value;
}
