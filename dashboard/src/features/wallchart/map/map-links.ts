import type { RouteLocationRaw } from 'vue-router';
import type { MapLinks, UnitMap } from '@wallchart/charts/map';

/** What on the map leads somewhere. */
export interface MapLink {
  readonly kind: 'area' | 'case';
  /** Code of the area, or number of the case. */
  readonly key: string;
  readonly label: string;
  readonly to: RouteLocationRaw;
}

export interface MapWays {
  readonly area: (code: string) => Pick<MapLink, 'label' | 'to'>;
  readonly case: (caseNo: string) => Pick<MapLink, 'label' | 'to'>;
}

export interface LinkedMap {
  readonly links: readonly MapLink[];
  /** Links by row for the arrow keys: a part with its cases is one. */
  readonly lengths: readonly number[];
  readonly index: MapLinks;
}

/** The links of a map in the order in which the keyboard walks them: each area, then the cases in it, then the rest. */
export function linkMap(map: UnitMap, ways: MapWays): LinkedMap {
  const areas = new Set(map.areas.map(({ area }) => area.code));
  const inside = Map.groupBy(map.cases, ({ item }) => (item.area !== null && areas.has(item.area) ? item.area : ''));
  const ofCases = (area: string): MapLink[] =>
    (inside.get(area) ?? []).map(({ item }) => ({ kind: 'case', key: item.key, ...ways.case(item.key) }));
  const rows = [
    ...map.areas.map(({ area }): MapLink[] => [
      { kind: 'area', key: area.code, ...ways.area(area.code) },
      ...ofCases(area.code),
    ]),
    ofCases(''),
  ].filter((row) => row.length > 0);
  const links = rows.flat();
  const places = new Map(links.map(({ kind, key }, at) => [`${kind} ${key}`, at]));
  return {
    links,
    lengths: rows.map((row) => row.length),
    index: { area: (code) => places.get(`area ${code}`), case: (caseNo) => places.get(`case ${caseNo}`) },
  };
}

/** The number of the link at a place, and the place of a link. */
export function linkAt(lengths: readonly number[], { row, column }: { row: number; column: number }): number {
  return lengths.slice(0, row).reduce((sum, length) => sum + length, 0) + column;
}

export function placeOfLink(lengths: readonly number[], link: number): { row: number; column: number } {
  let column = link;
  for (const [row, length] of lengths.entries()) {
    if (column < length) return { row, column };
    column -= length;
  }
  return { row: 0, column: 0 };
}
