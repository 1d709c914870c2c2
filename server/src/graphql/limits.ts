import { GraphQLError } from 'graphql';
import type { Measured } from './measure-operation.ts';

/**
 * What one request may ask for. The dashboard's own operations stay below half of each (limits.test.ts); `introspection`
 * is the cost of what is asked about the schema itself, of which GraphiQL's own question takes two thirds.
 */
export const LIMITS = {
  tokens: 2000,
  operations: 20,
  fragments: 50,
  /** Fields of a document, each fragment counted wherever it is spread. */
  fields: 4000,
  depth: 16,
  aliases: 60,
  cost: 40_000,
  schemas: 1,
  types: 5,
  introspection: 80_000,
} as const;

const OF_AN_OPERATION = ['depth', 'aliases', 'cost', 'schemas', 'types', 'introspection'] as const;

const NAMES: Readonly<Record<keyof typeof LIMITS, string>> = {
  tokens: 'tokens',
  operations: 'operations',
  fragments: 'fragments',
  fields: 'fields',
  depth: 'depth',
  aliases: 'aliases',
  cost: 'cost',
  schemas: '__schema',
  types: '__type',
  introspection: 'cost of introspection',
};

/** Throws QUERY_TOO_COMPLEX with what is too much and what is allowed. */
export function checkLimits(measured: Measured): void {
  const over = OF_AN_OPERATION.find((what) => measured[what] > LIMITS[what]);
  if (over) throw tooComplex(over, measured[over]);
}

/** The refusal of a question that asks for more of something than is allowed. */
export function tooComplex(what: keyof typeof LIMITS, found: number): GraphQLError {
  return new GraphQLError(
    `The query is too complex: ${NAMES[what]} ${found}, at most ${LIMITS[what]}. ` +
      'Ask for less at once, or for smaller pages. 查询过于复杂，请分次查询。',
    { extensions: { code: 'QUERY_TOO_COMPLEX', [what]: found, limit: LIMITS[what] } },
  );
}
