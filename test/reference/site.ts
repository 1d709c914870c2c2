import { momentOf } from './build-tree.ts';
import type { Places } from './build-tree.ts';
import type { CampaignRow, Ledger, Wording } from './ledger.ts';

/** The ledger under construction: its places, and which identities are taken. */
export interface Site {
  ledger: Ledger;
  places: Places;
  campaigns: readonly CampaignRow[];
  taken: Set<string>;
}

/** Adds a row and, if it was corrected later, what was said instead. */
export function put<T extends Wording, C extends { stage: number }>(
  table: T[],
  row: T,
  corrected: C | null,
  change: (corrected: C) => Partial<T>,
): void {
  table.push(row);
  if (corrected === null || momentOf(corrected.stage) <= row.recorded_at) return;
  row.superseded_at = momentOf(corrected.stage);
  table.push({ ...row, ...change(corrected), recorded_at: row.superseded_at, superseded_at: null });
}

/** Whether the identity was free; it is taken from now on. */
export function take(site: Site, ...identity: readonly (string | number)[]): boolean {
  const key = identity.join('|');
  if (site.taken.has(key)) return false;
  site.taken.add(key);
  return true;
}

/** The day, or the last day on which the unit exists if that is earlier. */
export function inLife(site: Site, unit: string, day: string): string {
  const last = site.places.lastDay.get(unit);
  return last !== undefined && last < day ? last : day;
}

/** Villages that a campaign may list: those of its own unit as the tree first was. */
export function villagesOf(site: Site, campaign: CampaignRow): string[] {
  return site.places.villages.filter((code) => code.startsWith(campaign.unit_code));
}
