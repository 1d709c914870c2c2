import type { SheetNames } from '../../../recording/problems.ts';

/** How problems and counts of a GeoJSON file are named: its features are the rows, their properties the columns. */
export const BOUNDARY_SHEET = {
  key: 'boundaries',
  zh: '边界',
  en: 'Boundaries',
  columns: [
    { key: 'code', zh: '代码', en: 'Code' },
    { key: 'name', zh: '名称', en: 'Name' },
    { key: 'geometry', zh: '图形', en: 'Geometry' },
    { key: 'valid_from', zh: '启用日期', en: 'Valid from' },
    { key: 'illustrative', zh: '说明性', en: 'Illustrative' },
  ],
} as const satisfies SheetNames;

/** What a GeoJSON file may cost; a county of 20 towns and 600 villages, drawn finely, takes a fifth of it. */
export const BOUNDARY_LIMITS = {
  bytes: 20 * 1024 * 1024,
  features: 10_000,
  /** of the whole file */
  vertices: 500_000,
  verticesOfFeature: 50_000,
} as const;
