import type { Validity } from '../loading/validity.ts';

export interface ChildUnit {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  /** False for a unit abolished by the tree day, which is listed only if facts fall to it. */
  readonly valid: boolean;
  /** Neither a town nor a village, such as a prison or a development zone. */
  readonly other: boolean;
}

/** Days from `since` until the day before `until`, `YYYY-MM-DD`; null is open. */
export interface Span {
  readonly since: string | null;
  readonly until: string | null;
}

const holdsOn = ({ since, until }: Span, day: string): boolean =>
  (since === null || since <= day) && (until === null || day < until);

/** Units in all lists that are kept, each list counting as one more: about 30 MB. */
const MOST_UNITS = 100_000;

interface List {
  readonly span: Span;
  readonly rows: readonly ChildUnit[];
  readonly since: number;
}

/**
 * Lists of child units with the days for which each holds: the tree changes on few days, so that a list that was read for
 * one day answers for all the days around it. Valid as long as nothing is written about the units that were asked for.
 */
export class TreeMemory {
  /** Those kept last stand last. */
  readonly #lists = new Map<string, readonly List[]>();
  readonly #validity: Validity;
  #kept = 0;

  constructor(validity: Validity) {
    this.#validity = validity;
  }

  /** The number to keep a list under that is read now. */
  look(): number {
    return this.#validity.look();
  }

  /** The list of a request about some units that holds on a day. */
  find(requested: string, units: readonly string[], day: string): readonly ChildUnit[] | undefined {
    return this.#holding(requested, units).find(({ span }) => holdsOn(span, day))?.rows;
  }

  keep(requested: string, units: readonly string[], list: List): void {
    this.#put(requested, [...this.#holding(requested, units), list]);
    for (const oldest of this.#lists.keys()) {
      if (this.#kept <= MOST_UNITS) break;
      this.#put(oldest, []);
    }
  }

  #holding(requested: string, units: readonly string[]): readonly List[] {
    return this.#lists.get(requested)?.filter(({ since }) => this.#validity.holds(units, since)) ?? [];
  }

  #put(requested: string, lists: readonly List[]): void {
    this.#kept += weightOf(lists) - weightOf(this.#lists.get(requested) ?? []);
    this.#lists.delete(requested);
    if (lists.length > 0) this.#lists.set(requested, lists);
  }
}

const weightOf = (lists: readonly List[]): number => lists.reduce((sum, { rows }) => sum + rows.length + 1, 0);
