import type { Reply } from './send.ts';

export const FINDINGS = ['hang', 'internal', 'status 5xx', 'leak'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Codes of a server that has more to do than it can: asked to come back, no one is wrong. */
const BUSY = /"code":"(?:\w*BUSY|QUERY_TIMEOUT)"/;
/** Words of PostgreSQL, of the code's place and of its stack, none of which the generators send. */
const LEAKS =
  /node_modules|\bat (?:async )?[\w.<>]+ \(|\n {4}at |file:\/\/\/|postgres(?:ql)?:\/\/|invalid byte sequence|malformed array|syntax error at or near|(?:relation|column) \\?"\w+\\?" |pg_catalog|org_unit_version/;

export const isBusy = (reply: Reply): boolean =>
  (reply.status === 503 || reply.status === 429) && BUSY.test(reply.body);

/** What is wrong with an answer, whatever was asked; null for nothing. */
export function findingOf(reply: Reply): Finding | null {
  if (reply.ended === 'hung') return 'hang';
  const isText = /json|html|text|raw/.test(reply.type);
  if (isText && LEAKS.test(reply.body)) return 'leak';
  if (/"code":"(?:INTERNAL|INTERNAL_SERVER_ERROR)"/.test(reply.body)) return 'internal';
  if (reply.status >= 500 && !isBusy(reply)) return 'status 5xx';
  return null;
}
