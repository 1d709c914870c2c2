import { sql, type RawBuilder } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import { SHEETS, type SheetSpec } from '../../../ledger/sheets/index.ts';
import {
  followsUpTo,
  isUnder,
  lastVersionFirst,
  newWithin,
  replacedBy,
  supersededWithin,
  type Window,
} from '../../../ledger/temporal/index.ts';
import type { Subject } from '../subject.ts';

/** Columns of a table as text; arrays as JSON. */
export type TextCells = Readonly<Record<string, string | null>>;

/** A row of the ledger that was recorded or withdrawn between two moments and was in effect by the cut-off. */
export interface RecordedChange {
  readonly table: string;
  /** Key of the sheet. */
  readonly sheet: string;
  readonly unit: string | null;
  readonly caseNo: string | null;
  /** The unit that it speaks of: that of the case, where it is about one. */
  readonly about: string | null;
  readonly row: TextCells;
  /** Of a correction the row that it took the place of. */
  readonly before: TextCells | null;
  /** CORRECTED: it took the place of another row; LATE: it is new; WITHDRAWN: nothing took its place. */
  readonly kind: 'CORRECTED' | 'LATE' | 'WITHDRAWN';
}

/** A change with the moment at which it was made. */
type Found = RecordedChange & { readonly at: string };

/** What was recorded about the campaign in a circular's unit between two moments, in every table of facts. */
export async function recordedChanges(db: ViewerDb, subject: Subject, window: Window): Promise<RecordedChange[]> {
  const { rows } = await sql<Found>`/* circulars.recorded_changes */ ${allChanges(subject, window)}`.execute(db);
  const together = Map.groupBy(rows, ({ table, unit, caseNo, at }) => [table, unit, caseNo, at].join('|'));
  return [...together.values()].flatMap(pairCorrections);
}

/** Whether there is anything of that. */
export async function anythingRecorded(db: ViewerDb, subject: Subject, window: Window): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`/* circulars.anything_recorded */
    select exists (${allChanges(subject, window)}) as any`.execute(db);
  return rows[0]!.any;
}

const allChanges = (subject: Subject, window: Window): RawBuilder<unknown> =>
  sql.join(
    SHEETS.flatMap((spec) => [recordedOf(spec, subject, window), withdrawnOf(spec, subject, window)]),
    sql` union all `,
  );

/**
 * Correcting a part of a row's identity, such as the date of a visit, withdraws one row and enters another: of one
 * case or unit, in one sheet and at one moment, the two are one correction.
 */
function pairCorrections(changes: readonly Found[]): RecordedChange[] {
  const of = (kind: RecordedChange['kind']): Found[] => changes.filter((change) => change.kind === kind);
  const [late, withdrawn] = [of('LATE'), of('WITHDRAWN')];
  const pairs = Math.min(late.length, withdrawn.length);
  return [
    ...of('CORRECTED'),
    ...late
      .slice(0, pairs)
      .map((change, i): RecordedChange => ({ ...change, kind: 'CORRECTED', before: withdrawn[i]!.row })),
    ...late.slice(pairs),
    ...withdrawn.slice(pairs),
  ];
}

function recordedOf(spec: SheetSpec, subject: Subject, window: Window): RawBuilder<unknown> {
  return sql`select ${whose(spec)}, case when p.row is null then 'LATE' else 'CORRECTED' end as kind, r.recorded_at as at,
      ${asText(sql`to_jsonb(r)`)} as row, ${asText(sql`p.row`)} as before
    from ${sql.table(spec.table)} r left join lateral (select to_jsonb(p) as row from ${sql.table(spec.table)} p
      where ${replacedBy('p', 'r')} and ${sameRow(spec)} limit 1) p on true
    where ${newWithin('r', window)} and ${inEffect(spec, subject)} and ${within(spec, subject)}`;
}

/** Rows that were superseded, and that no other version follows. */
function withdrawnOf(spec: SheetSpec, subject: Subject, window: Window): RawBuilder<unknown> {
  return sql`select ${whose(spec)}, 'WITHDRAWN' as kind, r.superseded_at as at, ${asText(sql`to_jsonb(r)`)} as row, null::jsonb as before
    from ${sql.table(spec.table)} r
    where ${supersededWithin('r', window)} and ${inEffect(spec, subject)} and ${within(spec, subject)}
      and not exists (select from ${sql.table(spec.table)} p
        where ${followsUpTo('p', 'r', window.until)} and ${sameRow(spec)})`;
}

const asText = (json: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select jsonb_object_agg(c.key, c.value) from jsonb_each_text(${json}) c)`;

/** The table, unit and case of a row `r`. */
function whose({ key, table, scope }: SheetSpec): RawBuilder<unknown> {
  const ofCase = scope === 'cases' || scope === 'of-case';
  const unit = scope === 'units' ? sql`r.code` : scope === 'of-case' ? sql`null` : sql`r.unit_code`;
  const about =
    scope === 'of-case'
      ? sql`(select c.unit_code from cases c where c.county_code = r.county_code and c.case_no = r.case_no
          order by ${lastVersionFirst('c')} limit 1)`
      : unit;
  return sql`${sql.lit(table)} as table, ${sql.lit(key)} as sheet, ${unit}::text as unit,
    ${ofCase ? sql`r.case_no` : sql`null`}::text as "caseNo", ${about}::text as about`;
}

const inEffect = ({ scope }: SheetSpec, { asOf }: Subject): RawBuilder<unknown> =>
  scope === 'units' || scope === 'campaigns' ? sql`true` : sql`r.effective_on <= ${asOf}::date`;

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
  if (table === 'org_unit_version' || scope === 'units') return isUnder('r', unit.level, unit.code);
  if (scope === 'of-unit') {
    return sql`exists (select from org_unit_version v where v.code = r.unit_code and ${isUnder('v', unit.level, unit.code)})`;
  }
  return sql`r.campaign = ${campaign.id}`;
}
