export const FINDING_KINDS = [
  /** It says something else. */
  'CHANGED',
  /** It is gone, or its whole paragraph. */
  'REMOVED',
] as const;

/** A figure of an edited document that does not say what it should. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly key: string;
  /** Which paragraph of the file it stands in, empty ones and tables left out, from 1; null in a table or if it is gone. */
  readonly paragraph: number | null;
  readonly sentence: string;
  readonly says: string;
  readonly shouldSay: string;
  /** Where it was printed, in words. */
  readonly place: string;
}

/** A number that is bound to nothing, and so was not checked. */
export interface Unchecked {
  readonly paragraph: number;
  readonly sentence: string;
  readonly says: string;
}

export interface CheckReport {
  /** Figures that were compared. */
  readonly checked: number;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly Unchecked[];
  /** The edition that the file was printed from, as far as one can tell; null for a draft. */
  readonly edition: number | null;
  /** What makes the result less than certain, in words. */
  readonly problems: readonly string[];
}
