/** Cards that the server issues at once at most. */
export const MOST_CARDS = 200;

/** Whom a card can go to. */
export interface Addressee {
  readonly kind: string;
  /** Matters whose addressees have the same one here share a card. */
  readonly card: string;
}

interface Choosable<A extends Addressee = Addressee> {
  readonly key: string;
  /** A card about it was issued lately. */
  readonly recent: boolean;
  /** The one that answers first. */
  readonly addressees: readonly A[];
}

/** What is to be issued: matters by key, their addressees where another was chosen, and how. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  /** Kinds by key; the first addressee of the others. */
  readonly addressees: ReadonlyMap<string, string>;
  /** Also about matters that had a card lately. */
  readonly again: boolean;
  /** A card for each matter, also where one addressee has several. */
  readonly separate: boolean;
}

/** A card that would be issued. */
export interface PlannedCard<M> {
  readonly addressee: M extends Choosable<infer A> ? A : never;
  readonly matters: readonly M[];
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

/** Whom a card about a matter goes to: the addressee that was chosen, or the one that answers. */
export function addresseeOf<A extends Addressee>(
  { key, addressees }: Choosable<A>,
  chosen: ReadonlyMap<string, string>,
): A {
  const kind = chosen.get(key);
  return addressees.find((one) => one.kind === kind) ?? addressees[0]!;
}

/** The cards that would be issued, in the order of the server: matters of one addressee on one, unless each has its own. */
export function cardsOf<M extends Choosable>(matters: readonly M[], choice: Choice): PlannedCard<M>[] {
  const taken = matters.filter(({ key, recent }) => choice.chosen.has(key) && (choice.again || !recent));
  const cards = new Map<string, M[]>();
  for (const matter of taken) {
    const name = choice.separate ? matter.key : addresseeOf(matter, choice.addressees).card;
    cards.set(name, [...(cards.get(name) ?? []), matter]);
  }
  return [...cards.values()].map((together) => ({
    addressee: addresseeOf(together[0]!, choice.addressees) as PlannedCard<M>['addressee'],
    matters: together,
  }));
}

export function tallyOf(matters: readonly Choosable[], choice: Choice): Tally {
  const taken = matters.filter(({ key }) => choice.chosen.has(key));
  return {
    chosen: taken.length,
    recent: taken.filter((one) => one.recent).length,
    cards: cardsOf(matters, choice).length,
  };
}

/** Of some matters all are chosen, some, or none. */
export function extentOf(
  matters: readonly Pick<Choosable, 'key'>[],
  chosen: ReadonlySet<string>,
): 'all' | 'some' | 'none' {
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
