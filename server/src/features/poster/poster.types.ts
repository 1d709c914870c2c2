import type { StateMark } from '@wallchart/charts/terms';
import type { Lang } from '../../domain/text.ts';

/** ISO 216, landscape, mm. */
export const SIZES = { A0: [1189, 841], A1: [841, 594], A2: [594, 420], A3: [420, 297] } as const;
export type PosterSize = keyof typeof SIZES;

/** One organisation, in words. */
export interface PosterCase {
  readonly name: string;
  readonly mark: StateMark;
  /** The word for the mark. */
  readonly word: string;
  readonly cause: string;
  /** The deadline counted backwards, or the day it was done. */
  readonly when: string;
  /** Post of the contact leader. */
  readonly leader: string;
}

export interface PosterTown {
  readonly name: string;
  /** 3/4, 75.0 %, rank; empty for a town that is not ranked. */
  readonly facts: readonly string[];
  readonly cases: readonly PosterCase[];
}

/** Everything that a poster says, decided. */
export interface PosterContent {
  readonly lang: Lang;
  readonly title: string;
  readonly headline: string;
  /** Campaign and day. */
  readonly place: string;
  readonly legend: readonly { readonly mark: StateMark; readonly word: string; readonly count: number }[];
  /** In the order of the circular. */
  readonly towns: readonly PosterTown[];
  /** Towns without a case, in one sentence; null where every town has one. */
  readonly idle: string | null;
  /** Known-at moment and digest. */
  readonly foot: string;
  readonly illustrative: string | null;
}
