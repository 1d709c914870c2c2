/** Why something differs from the edition before. */
export const CAUSE_KINDS = [
  /** A row of the ledger was corrected. */
  'CORRECTED',
  /** A row that took effect by the cut-off was recorded after the edition was sealed. */
  'LATE',
  /** A row of the ledger was withdrawn, and nothing takes its place. */
  'WITHDRAWN',
  /** A unit or case was moved to another unit. */
  'MOVED',
  /** The metric is defined otherwise since. */
  'DEFINITION',
  /** The clerk bound another figure. */
  'REBOUND',
  'REMOVED',
  'ADDED',
  /** The words are others, and no row of the ledger says why. */
  'REWORDED',
  /** Ranks that moved because figures of other units did. */
  'RANKS',
  /** A chart of figures that changed. */
  'REDRAWN',
  'OTHER',
] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export interface Cause {
  readonly kind: CauseKind;
  /** Rows of the ledger behind it. */
  readonly rows: number;
  /** The first of them in words: which case or unit, day and state or kind. */
  readonly records: readonly string[];
  /** Some are not among `records`. */
  readonly more: boolean;
}

/** What differs from the edition before: where, what it was, what it is, and why. */
export interface ErratumLine {
  readonly key: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly causes: readonly Cause[];
}

export const because = (kind: CauseKind): Cause => ({ kind, rows: 0, records: [], more: false });
