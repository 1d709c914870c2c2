import type { About } from '@wallchart/db';

/**
 * How long what was read may be used. Looks at the change log are numbered; what begins after a look sees all that the look
 * found, so that it holds until a later look finds a change to one of the units that it is about.
 */
export interface Validity {
  /** The number of the last look that found a change. */
  readonly look: () => number;
  readonly holds: (about: About, since: number) => boolean;
}

/** Of loaders that live for one piece of work. */
export const UNCHANGING: Validity = { look: () => 0, holds: () => true };

/** Units whose last change is remembered; when there are more, everything counts as changed. */
const MOST_UNITS = 100_000;

/** The changes that looks have found. */
export class Changes implements Validity {
  readonly #units = new Map<string, number>();
  #look = 0;
  /** The last look that found a change to everything. */
  #everything = 0;

  look = (): number => this.#look;

  holds = (about: About, since: number): boolean =>
    about === null
      ? this.#look <= since
      : this.#everything <= since && about.every((code) => (this.#units.get(code) ?? 0) <= since);

  /** A look has found changes that concern these units and nothing else; null: that concern everything. */
  note(about: About): void {
    this.#look += 1;
    for (const code of about ?? []) this.#units.set(code, this.#look);
    if (about !== null && this.#units.size <= MOST_UNITS) return;
    this.#everything = this.#look;
    this.#units.clear();
  }
}
