/** What a figure can be broken down by. */
export const DIMENSIONS = [
  'CHILD_UNIT',
  'UNIT_KIND',
  'STATE',
  'PRIMARY_CAUSE',
  'CAUSE',
  'GRADE',
  'VENUE_WAY',
  'FUND_SOURCE',
  'CADRE_CLASS',
  'MEASURE_AREA',
  'WEEK',
  'MONTH',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
