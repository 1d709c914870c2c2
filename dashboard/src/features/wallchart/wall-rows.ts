/** The wall chart as rows of tiles, one row a town. */

export interface WallCase {
  readonly caseNo: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly town?: { readonly code: string; readonly name: string } | null;
  readonly daysLeft?: number | null;
  readonly rectified: boolean;
}

export interface RankedTown {
  readonly unit: { readonly code: string; readonly name: string };
  readonly rank?: number | null;
  readonly tied: boolean;
  readonly identified: number;
  readonly rectified: number;
}

export type WallOrder = 'ranking' | 'division';

interface WallRow<C extends WallCase, T extends RankedTown> {
  readonly code: string;
  readonly name: string;
  /** Null where the row is not a ranked part of the unit shown. */
  readonly town: T | null;
  readonly cases: readonly C[];
}

/** Unfinished first, the longest overdue first; then by division code. */
function byUrgency(a: WallCase, b: WallCase): number {
  if (a.rectified !== b.rectified) return a.rectified ? 1 : -1;
  const days = (item: WallCase): number => (item.rectified ? 0 : (item.daysLeft ?? Number.MAX_SAFE_INTEGER));
  return days(a) - days(b) || a.unit.code.localeCompare(b.unit.code) || a.caseNo.localeCompare(b.caseNo);
}

/**
 * One row for each ranked town, also without a case, and one for each other town that cases name. `townsRanked` says
 * whether the ranked units are towns: above a county or inside a town they are not, and rows come from the cases alone.
 * `ranking` keeps the order given (rate, outstanding, overdue, code), `division` sorts by code.
 */
export function wallRows<C extends WallCase, T extends RankedTown>(
  cases: readonly C[],
  ranking: readonly T[],
  options: { readonly order: WallOrder; readonly townsRanked: boolean },
): WallRow<C, T>[] {
  const byTown = new Map<string, { name: string; cases: C[] }>();
  for (const item of cases) {
    const town = item.town ?? item.unit;
    const row = byTown.get(town.code) ?? { name: town.name, cases: [] };
    row.cases.push(item);
    byTown.set(town.code, row);
  }
  const towns = options.townsRanked ? ranking : [];
  const rows: WallRow<C, T>[] = towns.map((town) => ({
    code: town.unit.code,
    name: town.unit.name,
    town,
    cases: [...(byTown.get(town.unit.code)?.cases ?? [])].sort(byUrgency),
  }));
  const ranked = new Set(towns.map((town) => town.unit.code));
  for (const [code, { name, cases: own }] of [...byTown].sort(([a], [b]) => a.localeCompare(b))) {
    if (!ranked.has(code)) rows.push({ code, name, town: null, cases: [...own].sort(byUrgency) });
  }
  return options.order === 'division' ? rows.sort((a, b) => a.code.localeCompare(b.code)) : rows;
}
