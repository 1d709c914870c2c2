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

/** Units in all lists that are kept, each list counting as one more; when there are more, all are forgotten. */
const MOST_UNITS = 100_000;

/**
 * Lists of child units with the days for which each holds: the tree changes on few days, so that a list that was read for
 * one day answers for all the days around it. Valid as long as no one writes.
 */
export class TreeMemory {
  readonly #lists = new Map<string, { readonly span: Span; readonly rows: readonly ChildUnit[] }[]>();
  #kept = 0;

  /** The list of an ask that holds on a day. */
  find(requested: string, day: string): readonly ChildUnit[] | undefined {
    return this.#lists.get(requested)?.find(({ span }) => holdsOn(span, day))?.rows;
  }

  keep(requested: string, span: Span, rows: readonly ChildUnit[]): void {
    if (this.#kept + rows.length >= MOST_UNITS) {
      this.#lists.clear();
      this.#kept = 0;
    }
    this.#kept += rows.length + 1;
    const lists = this.#lists.get(requested) ?? [];
    this.#lists.set(requested, [...lists, { span, rows }]);
  }
}
