import type { Lang } from '../../../domain/text.ts';

/** How much a difference matters, the gravest first. */
export const FINDING_WEIGHTS = [
  /** A figure says something else, or a number came in. */
  'FIGURE',
  /** A name, or words that belong to a figure. */
  'NAME',
  /** Masthead, number, title, addressees, annexes, signature, date or imprint. */
  'HEAD',
  'PICTURE',
  /** A whole sentence was added or taken out. */
  'SENTENCE',
  'WORDING',
  /** Punctuation, or the order of sentences: it says the same. */
  'FORM',
] as const;
export type FindingWeight = (typeof FINDING_WEIGHTS)[number];

export const FINDING_KINDS = [
  /** It says something else. */
  'CHANGED',
  /** It is gone. */
  'REMOVED',
  /** It was not there. */
  'ADDED',
  /** It stands elsewhere. */
  'MOVED',
  /** It says what was sealed, and what was sealed no longer holds. */
  'OBSOLETE',
] as const;

/** A difference between an edited document and what it should say. */
export interface Finding {
  readonly weight: FindingWeight;
  readonly kind: (typeof FINDING_KINDS)[number];
  /** The figure it concerns; null for other text. */
  readonly key: string | null;
  /** Which paragraph of the file it stands in, empty ones and tables left out, from 1; null in a table or if it is gone. */
  readonly paragraph: number | null;
  readonly sentence: string;
  readonly says: string;
  readonly shouldSay: string;
  /** Where it was printed, in words. */
  readonly place: string;
  /** What to do, or what else there is to know; null where the texts say it all. */
  readonly note: string | null;
}

export interface CheckReport {
  /** Of the circular, in which places and notes are. */
  readonly lang: Lang;
  /** Number of figures compared. */
  readonly checked: number;
  /** Every difference, most important first. */
  readonly findings: readonly Finding[];
  /** Whether any of it may change what the document says. */
  readonly changesMeaning: boolean;
  /** The edition that the file was produced from, if it can be determined; null for a draft. */
  readonly edition: number | null;
  /** What makes the result less than certain, in words. */
  readonly problems: readonly string[];
}
