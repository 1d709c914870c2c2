import type { Db } from '@wallchart/db';
import { sql, type RawBuilder } from 'kysely';
import { SHEETS, type SheetSpec } from '../../imports/sheets/index.ts';
import { levelColumn } from '../../units/index.ts';
import type { Subject } from '../subject.ts';

/** A row of the ledger that was recorded between two moments and was in effect by the cut-off. */
export interface RecordedChange {
  readonly table: string;
  readonly unit: string | null;
  readonly caseNo: string | null;
  /** It took the place of an earlier version of the same row; else it is new. */
  readonly corrected: boolean;
}

export interface Window {
  readonly since: string;
  readonly until: string;
}

/** What was recorded about the campaign in a circular's unit between two moments, in every table of facts. */
export async function recordedChanges(db: Db, subject: Subject, window: Window): Promise<RecordedChange[]> {
  const { rows } = await sql<RecordedChange>`/* circulars.recorded_changes */
    ${sql.join(
      SHEETS.map((spec) => changesOf(spec, subject, window)),
      sql` union all `,
    )}`.execute(db);
  return rows;
}

function changesOf(spec: SheetSpec, subject: Subject, { since, until }: Window): RawBuilder<unknown> {
  const { table, scope } = spec;
  const ofCase = scope === 'cases' || scope === 'of-case';
  const unit = scope === 'units' ? sql`r.code` : scope === 'of-case' ? sql`null` : sql`r.unit_code`;
  const dated =
    spec.scope === 'units' || spec.scope === 'campaigns' ? sql`true` : sql`r.effective_on <= ${subject.asOf}::date`;
  return sql`select ${sql.lit(table)} as table, ${unit}::text as unit, ${ofCase ? sql`r.case_no` : sql`null`}::text as "caseNo",
      exists (select from ${sql.table(table)} p where p.superseded_at = r.recorded_at and ${sameRow(spec)}) as corrected
    from ${sql.table(table)} r
    where r.recorded_at > ${since}::timestamptz and r.recorded_at <= ${until}::timestamptz
      and ${until}::timestamptz < r.superseded_at and ${dated} and ${within(spec, subject)}`;
}

/** Identity of a row, as the workbook has it. */
function sameRow({ columns, scope }: SheetSpec): RawBuilder<unknown> {
  const identity = columns.filter((column) => column.identity).map(({ target }) => target);
  const equal = identity.map((name) => sql`${sql.ref(`p.${name}`)} is not distinct from ${sql.ref(`r.${name}`)}`);
  const county = scope === 'units' || scope === 'campaigns' ? [] : [sql`p.county_code = r.county_code`];
  return sql.join([...county, ...equal], sql` and `);
}

/** Rows of the campaign, or of units under the circular's. */
function within({ scope, table }: SheetSpec, { campaign, unit }: Subject): RawBuilder<unknown> {
  if (scope === 'of-case') {
    return sql`exists (select from cases k where k.county_code = r.county_code and k.case_no = r.case_no and k.campaign = ${campaign.id})`;
  }
  if (table === 'org_unit_version' || scope === 'units')
    return sql`${sql.ref(`r.${levelColumn(unit.level)}`)} = ${unit.code}`;
  if (scope === 'of-unit') {
    return sql`exists (select from org_unit_version v where v.code = r.unit_code and ${sql.ref(`v.${levelColumn(unit.level)}`)} = ${unit.code})`;
  }
  return sql`r.campaign = ${campaign.id}`;
}
