import type { InsertObject } from 'kysely';
import type { Database, Db, NewRow, Row } from '../database.ts';
import { recordOf, type RecordInput } from './record.ts';

/** Tables with the two clocks and a county. */
export type FactTableName =
  | 'activities'
  | 'boundaries'
  | 'cases'
  | 'contacts'
  | 'economy'
  | 'evaluations'
  | 'good_practices'
  | 'measures'
  | 'operating_funds'
  | 'project_funds'
  | 'remuneration'
  | 'reports'
  | 'supports'
  | 'team'
  | 'transitions'
  | 'venue_funds'
  | 'venues'
  | 'visits';

type Given = 'county_code' | 'recorded_at' | 'recorded_by' | 'superseded_at' | 'illustrative';

/** A row by its SQL columns; `county_code` by default the first six digits of `unit_code`, else '350322'. */
export type FactInput<T extends FactTableName> = Omit<NewRow<T>, Given> & RecordInput & { county_code?: string };

/** Inserts a row of any fact table, and for a case its number into the register. */
export async function insertFact<T extends FactTableName>(db: Db, table: T, input: FactInput<T>): Promise<Row<T>> {
  const { recordedAt, supersededAt, illustrative, ...columns } = input as RecordInput & Record<string, unknown>;
  const unit = columns['unit_code'];
  const county_code =
    typeof columns['county_code'] === 'string'
      ? columns['county_code']
      : typeof unit === 'string'
        ? unit.slice(0, 6)
        : '350322';
  const caseNo = columns['case_no'];
  if (typeof caseNo === 'string') {
    const number = { county_code, case_no: caseNo };
    await db
      .insertInto('case_register')
      .values(number)
      .onConflict((on) => on.doNothing())
      .execute();
  }
  const row = { ...columns, county_code, ...recordOf({ recordedAt, supersededAt, illustrative }) };
  // Kysely cannot follow a row type that depends on T; FactInput has checked it.
  const inserted = await db
    .insertInto<FactTableName>(table)
    .values(row as unknown as InsertObject<Database, FactTableName>)
    .returningAll()
    .executeTakeFirstOrThrow();
  return inserted as unknown as Row<T>;
}
