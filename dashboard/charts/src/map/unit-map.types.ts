import type { StateMark } from '../terms/state-mark.ts';

/** Where a unit lies, as the API sends it: whole numbers of 10^-decimals of a degree. */
export interface MapShape {
  readonly rings: readonly (readonly number[])[];
  readonly site: readonly number[] | null;
}

/** How far an area is: nothing listed, nothing done, less than half, half or more, all. */
export type Progress = 'none' | 'start' | 'some' | 'most' | 'all';
export const PROGRESS: readonly Progress[] = ['none', 'start', 'some', 'most', 'all'];

/** By counts, not by a rounded rate. */
export function progressOf({ identified, rectified }: { identified: number; rectified: number }): Progress {
  if (identified === 0) return 'none';
  if (rectified === 0) return 'start';
  if (rectified >= identified) return 'all';
  return rectified * 2 < identified ? 'some' : 'most';
}

/** A part of the unit shown. */
export interface MapArea {
  readonly code: string;
  readonly name: string;
  /** `3/4`, or a dash. */
  readonly figure: string;
  readonly progress: Progress;
  readonly shape: MapShape | null;
}

/** An organisation of the campaign. */
export interface MapCase {
  readonly key: string;
  readonly name: string;
  readonly mark: StateMark;
  /** Code of the area that it belongs to, if that is one. */
  readonly area: string | null;
  readonly shape: MapShape | null;
}

export interface UnitMapData {
  readonly decimals: number;
  /** The unit's own boundary. */
  readonly outline: MapShape | null;
  readonly areas: readonly MapArea[];
  readonly cases: readonly MapCase[];
}
