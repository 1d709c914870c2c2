import type { TownBar } from '../../charts/index.ts';

/** A child unit as the API ranks it. */
export interface RankedUnit {
  readonly unit: { readonly code: string; readonly name: string };
  readonly rank: number | null;
  readonly tied: boolean;
  readonly identified: number;
  readonly rectified: number;
  readonly acceptedPending: number;
  readonly overdue: number;
  readonly relapsed: number;
  readonly inWork: number;
  readonly rate: string | null;
}

/** The API's row as the chart draws it: rectified and the four parts of what is outstanding. */
export function toTownBar(town: RankedUnit): TownBar {
  const { rank, tied, identified, rectified, rate } = town;
  const marks = {
    done: rectified,
    accepted: town.acceptedPending,
    work: town.inWork,
    overdue: town.overdue,
    relapsed: town.relapsed,
  };
  return { name: town.unit.name, identified, rectified, rate, rank, tied, marks };
}
