/** Cards that the server issues at one go at most. */
export const MOST_CARDS = 200;

export interface Choosable {
  readonly key: string;
  /** A card about it was issued lately. */
  readonly recent: boolean;
}

export interface Tally {
  readonly chosen: number;
  /** Chosen ones that had a card lately. */
  readonly recent: number;
  /** Cards that would be issued: without the recent ones, unless they are to be reminded again. */
  readonly cards: number;
}

/** Tells whether the matters are others; the same ones in the other language are not. */
export const mattersKey = (matters: readonly Choosable[]): string =>
  matters.map(({ key, recent }) => `${key}${recent ? '!' : ''}`).join('\n');

/** What is chosen at first: all that were not reminded lately. */
export const freshChoice = (matters: readonly Choosable[]): ReadonlySet<string> =>
  new Set(matters.filter(({ recent }) => !recent).map(({ key }) => key));

export function tallyOf(matters: readonly Choosable[], chosen: ReadonlySet<string>, again: boolean): Tally {
  const taken = matters.filter(({ key }) => chosen.has(key));
  const recent = taken.filter((one) => one.recent).length;
  return { chosen: taken.length, recent, cards: again ? taken.length : taken.length - recent };
}

/** Of some matters all are chosen, some, or none. */
export function extentOf(matters: readonly Choosable[], chosen: ReadonlySet<string>): 'all' | 'some' | 'none' {
  const taken = matters.filter(({ key }) => chosen.has(key)).length;
  if (taken === 0) return 'none';
  return taken === matters.length ? 'all' : 'some';
}

/** The choice with some matters added or taken away. */
export function withChoice(chosen: ReadonlySet<string>, keys: readonly string[], wanted: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const key of keys) {
    if (wanted) next.add(key);
    else next.delete(key);
  }
  return next;
}
