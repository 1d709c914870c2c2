import { sql } from 'kysely';
import type { Sql } from '../database/sql.ts';

/** The values that statements leave open; each becomes a bound parameter at execution. */
export interface SlotValues {
  readonly campaign: string;
  /** Days asked for, `YYYY-MM-DD`; a single report has one. */
  readonly days: readonly string[];
  /** Days on whose tree the facts are drawn, one for each of `days`. */
  readonly trees: readonly string[];
  /** Moments at which the reports are known, one for each of `days` where a statement compares; null is now. */
  readonly knowns: readonly (string | null)[];
  readonly units: readonly string[];
  readonly scope: readonly string[];
  readonly key: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly first: number;
  readonly skip: number;
}
export const NO_VALUES: SlotValues = {
  campaign: '',
  days: [],
  trees: [],
  knowns: [],
  units: [],
  scope: [],
  key: null,
  from: null,
  to: null,
  first: 0,
  skip: 0,
};

/** A statement that compares takes its sides' days and moments by their number. */
export type Side = 0 | 1 | 2;
export type SlotName = keyof SlotValues | `${'day' | 'tree' | 'known'}${Side}`;

/** Stands in the parameters of a compiled statement until values are bound. */
export class Slot {
  readonly name: SlotName;

  constructor(name: SlotName) {
    this.name = name;
  }
}

/** A place for a bound parameter. */
export const slot = (name: SlotName): Sql => sql.val(new Slot(name));
