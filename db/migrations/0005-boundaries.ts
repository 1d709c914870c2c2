import { Migration } from '@mikro-orm/migrations';
import { createFactTable, ofUnit, oneOf, type FactTable } from './fact-table.ts';

const outside = (at: number, limit: number): string =>
  `not jsonb_path_exists(geometry, 'strict $.coordinates.** ? (@.type() == "array" && @.size() > ${at})[${at}] ? (@.type() == "number" && (@ > ${limit} || @ < -${limit}))')`;

const BOUNDARIES: FactTable = {
  name: 'boundaries',
  columns: 'unit_code text not null, shape text not null, geometry jsonb not null',
  identity: 'unit_code, shape, effective_on',
  rollUp: 'unit_code',
  constraints: [
    ofUnit('boundaries'),
    oneOf('boundaries', 'shape', 'area site'),
    `constraint boundaries_geometry_fits_shape check (geometry ->> 'type' is not null
       and case shape when 'site' then geometry ->> 'type' = 'Point' else geometry ->> 'type' in ('Polygon', 'MultiPolygon') end)`,
    `constraint boundaries_longitude_in_range check (${outside(0, 180)})`,
    `constraint boundaries_latitude_in_range check (${outside(1, 90)})`,
  ],
};

/** Where the units lie, from an office's own GeoJSON. */
export class Boundaries extends Migration {
  override async up(): Promise<void> {
    for (const sql of createFactTable(BOUNDARIES)) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql('drop table boundaries');
  }
}
