import { defineEntity, p } from '@mikro-orm/core';
import { BOUNDARY_SHAPES } from '../vocabulary.ts';
import { check, datesFinite } from './constraints.ts';
import { factColumns, factTable, unitCode } from './fact-columns.ts';

/** A GeoJSON geometry (RFC 7946): degrees, longitude first. */
export interface StoredGeometry {
  readonly type: 'Polygon' | 'MultiPolygon' | 'Point';
  readonly coordinates: readonly unknown[];
}

/** No number that stands at this place of a position is further from zero. */
const inRange = (at: number, limit: number): string =>
  `not jsonb_path_exists(geometry, 'strict $.coordinates.** ? (@.type() == "array" && @.size() > ${at})[${at}] ? (@.type() == "number" && (@ > ${limit} || @ < -${limit}))')`;

/**
 * Where a unit lies, as its office says: the area it covers, or the site of a village. `effective_on` is '-infinity' for
 * what was always so; it holds until a later one.
 */
export const Boundaries = defineEntity({
  name: 'Boundaries',
  tableName: 'boundaries',
  properties: {
    ...factColumns,
    unitCode: unitCode(),
    shape: p.enum(BOUNDARY_SHAPES),
    geometry: p.json<StoredGeometry>(),
  },
  ...factTable(
    'boundaries',
    ['unitCode', 'shape', 'effectiveOn'],
    ['unitCode'],
    [
      datesFinite('boundaries'),
      check('boundaries_effective_on_begins', "effective_on < 'infinity'"),
      check(
        'boundaries_geometry_fits_shape',
        "geometry ->> 'type' is not null and case shape when 'site' then geometry ->> 'type' = 'Point' else geometry ->> 'type' in ('Polygon', 'MultiPolygon') end",
      ),
      check('boundaries_longitude_in_range', inRange(0, 180)),
      check('boundaries_latitude_in_range', inRange(1, 90)),
    ],
  ),
});
