import type { GraphQLSchema } from 'graphql';
import { GRAPH_REQUESTS } from './graph-requests.ts';
import { HTTP_REQUESTS } from './http-requests.ts';
import { randomOf } from './random.ts';
import type { FuzzRequest } from './request.ts';
import { UPLOAD_REQUESTS } from './upload-requests.ts';

const ALL = { ...GRAPH_REQUESTS, ...HTTP_REQUESTS, ...UPLOAD_REQUESTS };
export const KINDS: readonly string[] = Object.keys(ALL);

/** Makes the request of each number; the same for the same seed, whatever was sent before. */
export function requestMaker(
  seed: number,
  schema: GraphQLSchema,
  without: readonly string[],
): (at: number) => FuzzRequest {
  const deck = Object.entries(ALL)
    .filter(([kind]) => !without.includes(kind))
    .flatMap(([kind, [weight, make]]) => Array.from({ length: weight }, () => ({ kind, make })));
  return (at) => {
    const random = randomOf(seed, at);
    const { kind, make } = random.pick(deck);
    return { kind, ...make(random, schema) };
  };
}
