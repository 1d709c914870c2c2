import type { Complexity } from 'type-graphql';

/**
 * What fields cost to answer, declared where a field is (`complexity`). The unit is what it takes to read one column of a row; a
 * statement of its own is about twenty. A field that sends statements other than through a loader has a weight (weights.test.ts).
 */
export const WEIGHTS = {
  /** One small statement. */
  statement: 20,
  /** A statement over all facts of a campaign, or over many rows. */
  scan: 100,
  /** Several statements over all facts, and figures made of them. */
  figures: 400,
  /** A document or its figures: dozens of statements. */
  document: 1000,
} as const;

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 1);

/** A field that costs `once`, and `each` for every item of its argument `list`. */
export const weighedBy =
  (list: string, each: number, once: number): Complexity =>
  ({ args, childComplexity }) =>
    once + each * lengthOf(args[list]) + childComplexity;
