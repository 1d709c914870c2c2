import type { Token } from './tokens.ts';

/** What stands between the names of a list; 和 in the name of a place parts it on both sides alike. */
const BETWEEN = /\s*(?:[、,]|以 及|和|及|与|\band\b)\s*/;

/** Whether two lists have the same names, in whatever order. A list of clauses is parted by its semicolons. */
export function sameNames(some: readonly Token[], others: readonly Token[]): boolean {
  const [one, other] = [some, others].map((tokens) => tokens.map(({ key }) => key).join(' '));
  const between = one?.includes(';') ? /\s*;\s*/ : BETWEEN;
  const names = (text: string | undefined) => (text ?? '').split(between).filter(Boolean).toSorted();
  return names(one).join('\u0001') === names(other).join('\u0001');
}
