import { contacts, measures } from '../../ledger/sheets/case-sheets.ts';
import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { factColumns, locatedTable } from './located.sql.ts';

/** Statements that have rows on record follow a corrected day of identification. */
export interface FollowingStatements {
  readonly find: string;
  /** Rows that this import ($1) wrote a moment ago, under a new county: no one has seen them. */
  readonly forget: string;
  /** $1 recorded_at */
  readonly supersede: string;
  /** $1 recorded_at, $2 recorded_by, $3 import */
  readonly insert: string;
}

/**
 * A measure takes effect on the day its case was identified, and so does a contact without a day of its own: one on record
 * since just that day. Where this import corrected the day, rows that stand in the database follow it; contacts that the
 * file gives say their day themselves.
 *
 * @param sheets those of the file
 */
export const followIdentifiedDay = (sheets: readonly SheetSpec[]): FollowingStatements[] => [
  following(measures, 'true'),
  following(
    contacts,
    `f.effective_on = l.old_day ${
      sheets.includes(contacts)
        ? `and not exists (select from ${locatedTable(contacts)} g where g.old_id = f.id and g.home = f.county_code)`
        : ''
    }`,
  ),
];

function following(sheet: SheetSpec, which: string): FollowingStatements {
  const { table } = sheet;
  const columns = ['county_code', ...factColumns(sheet)].join(', ');
  return {
    find: `/* imports: find following ${table} */
      create temp table followed_${table} on commit drop as
      select f.*, l.day from ${table} f
      join located_cases l on l.case_no = f.case_no and l.home = f.county_code and l.old_id is not null and not l.same
      where f.superseded_at = 'infinity' and f.effective_on <> l.day and ${which}`,
    forget: `/* imports: forget following ${table} that this import moved to another county */
      delete from ${table} f using followed_${table} o where o.id = f.id and o.county_code = f.county_code and f.import_id = $1`,
    supersede: `/* imports: supersede following ${table} */
      update ${table} f set superseded_at = $1 from followed_${table} o where o.id = f.id and o.county_code = f.county_code`,
    insert: `/* imports: insert following ${table} */
      insert into ${table} (${columns}, effective_on, recorded_at, recorded_by, import_id, source_row)
      select ${columns}, day, $1, $2, $3, null from followed_${table}`,
  };
}
