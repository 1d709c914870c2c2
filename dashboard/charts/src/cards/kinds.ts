/** The charts that leave the building, in the order of the overview. */
export const CHART_KINDS = [
  'TOWNS',
  'CAUSES',
  'CAUSE_INCIDENCE',
  'TREND',
  'VENUE_GAP',
  'PAY',
  'VISITS',
  'ACCEPTANCE',
] as const;

export type ChartKind = (typeof CHART_KINDS)[number];

/** As it stands in an address: CAUSE_INCIDENCE -> cause-incidence. */
export const kindInAddress = (kind: ChartKind): string => kind.toLowerCase().replaceAll('_', '-');

/** The kind that an address names; null when there is none. */
export function kindOfAddress(text: string): ChartKind | null {
  return CHART_KINDS.find((kind) => kindInAddress(kind) === text) ?? null;
}
