import { CompiledQuery } from 'kysely';
import type { SnapshotDb } from '../../../database/handles.ts';
import { ACTION, SHEETS, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';

/** Which part of the ledger: a campaign within a unit, as it was known at a moment (ISO; null is now). */
export interface LedgerRequest {
  readonly campaign: string;
  readonly unit: string;
  readonly knownAt: string | null;
}

/** Cells of a row in the order of {@link selectedColumns}, as text; null is blank. */
export type LedgerRow = readonly (string | null)[];

/** Rows fetched at a time. */
const FETCHED = 2000;

const LEVELS = 'province_code, prefecture_code, county_code, town_code, village_code';

const UNITS = `/* ledger: units of an export */
  create temp table exported_unit on commit drop as
  with known as (
    select v.* from org_unit_version v, (select coalesce($2::timestamptz, 'infinity') as moment) k
    where case when k.moment = 'infinity' then v.superseded_at = 'infinity' else v.recorded_at <= k.moment and k.moment < v.superseded_at end
  )
  select distinct code, true as inside from known where $1 in (${LEVELS})
  union
  select distinct a.code, false from known u cross join lateral unnest(array[${LEVELS}]) as a(code)
  where u.code = $1 and a.code is not null and a.code <> $1`;

const MOMENT = `create temp table export_moment on commit drop as select coalesce($1::timestamptz, 'infinity') as moment`;
const known = (row: string): string =>
  `case when k.moment = 'infinity' then ${row}.superseded_at = 'infinity' else ${row}.recorded_at <= k.moment and k.moment < ${row}.superseded_at end`;

const CASES = `/* ledger: cases of an export */
  create temp table exported_case on commit drop as
  select c.county_code, c.case_no, c.unit_code from cases c, export_moment k
  where ${known('c')} and c.campaign = $1 and c.unit_code in (select code from exported_unit where inside)`;

/** Names of units as they were last known, with their town's before them. */
const NAMES = `/* ledger: names of an export */
  create temp table exported_name on commit drop as
  with named as (
    select distinct on (v.code) v.code, v.name, v.town_code from org_unit_version v, export_moment k
    where ${known('v')} and v.code in (select code from exported_unit) order by v.code, v.valid_from desc
  )
  select n.code, concat(t.name, n.name) as name from named n left join named t on t.code = n.town_code and t.code <> n.code`;

/** Sends the text of a statement; returns its rows. */
async function send<R = unknown>(db: SnapshotDb, text: string, values: readonly unknown[] = []): Promise<R[]> {
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(text, [...values]));
  return rows;
}

/** Opens what is exported; the transaction sees one moment of the ledger, whatever is written meanwhile. */
export async function openLedger(db: SnapshotDb, { campaign, unit, knownAt }: LedgerRequest): Promise<void> {
  await send(db, "select set_config('statement_timeout', '0', true)");
  await send(db, MOMENT, [knownAt]);
  await send(db, UNITS, [unit, knownAt]);
  await send(db, CASES, [campaign]);
  await send(db, NAMES);
  await send(db, 'create temp table exported_campaign on commit drop as select $1::text as campaign', [campaign]);
}

const OF_CAMPAIGN = 't.campaign = (select campaign from exported_campaign)';
const INSIDE = 't.unit_code in (select code from exported_unit where inside)';
const WHERE: Readonly<Record<SheetSpec['scope'], string>> = {
  units: 't.code in (select code from exported_unit)',
  campaigns: OF_CAMPAIGN,
  cases: `${OF_CAMPAIGN} and ${INSIDE}`,
  'of-case': '(t.county_code, t.case_no) in (select county_code, case_no from exported_case)',
  'of-campaign-unit': `${OF_CAMPAIGN} and ${INSIDE}`,
  'of-unit': INSIDE,
};

function read(spec: ColumnSpec): string {
  if (spec === ACTION) return 'null';
  const { target, type } = spec;
  const column = `t.${target}`;
  switch (type.kind) {
    case 'day':
      return `case when isfinite(${column}) then to_char(${column}, 'YYYY-MM-DD') end`;
    case 'coded-list':
    case 'cause-list':
    case 'illustrative':
      return `nullif(array_to_string(${column}, ';'), '')`;
    default:
      return `${column}::text`;
  }
}

/** What is selected of a sheet: each column, whether it is a lower bound, of those that may be one, and the unit's name. */
const selectOf = (sheet: SheetSpec): string =>
  [...sheet.columns.map(read), ...besides(sheet).map((column) => `t.${column}::text`), 'n.name']
    .map((cell, at) => `${cell} as c${at}`)
    .join(', ');

const unitOf = ({ scope }: SheetSpec): string =>
  scope === 'of-case' ? 'e.unit_code' : scope === 'units' ? 't.code' : 't.unit_code';

/** Joins of a sheet's rows with the name of their unit. */
const named = (sheet: SheetSpec): string =>
  `${sheet.scope === 'of-case' ? 'left join exported_case e on e.county_code = t.county_code and e.case_no = t.case_no' : ''}
    left join exported_name n on n.code = ${unitOf(sheet)}`;

const besides = (sheet: SheetSpec): string[] => sheet.columns.flatMap(({ beside }) => beside ?? []);

/** Place in a row of the word that says whether a column's count is a lower bound; -1 if it cannot be one. */
export function besideAt(sheet: SheetSpec, { beside }: ColumnSpec): number {
  return beside === null ? -1 : sheet.columns.length + besides(sheet).indexOf(beside);
}

/** Place in a row of the name of its unit. */
export const unitNameAt = (sheet: SheetSpec): number => sheet.columns.length + besides(sheet).length;

/** The rows of a sheet in the order of their identity, a few at a time. The ledger must be open. */
export async function* ledgerRows(db: SnapshotDb, sheet: SheetSpec): AsyncGenerator<readonly LedgerRow[]> {
  const cursor = `exported_${sheet.key}`;
  const order = sheet.columns.filter(({ identity }) => identity).map(({ target }) => `t.${target}`);
  await send(
    db,
    `/* ledger: ${sheet.key} of an export */ declare ${cursor} no scroll cursor for
    select ${selectOf(sheet)} from export_moment k cross join ${sheet.table} t ${named(sheet)}
    where ${known('t')} and ${WHERE[sheet.scope]} order by ${order.join(', ')}`,
  );
  for (;;) {
    const rows = await send<Record<string, string | null>>(db, `fetch ${FETCHED} from ${cursor}`);
    if (rows.length > 0) yield rows.map((row) => Object.values(row));
    if (rows.length < FETCHED) break;
  }
  await send(db, `close ${cursor}`);
}

/** Sheets that have at least one row. */
export async function sheetsWithRows(db: SnapshotDb): Promise<SheetSpec[]> {
  const requested = SHEETS.map(
    ({ table, scope }, at) =>
      `select ${at} as at where exists (select 1 from ${table} t, export_moment k where ${known('t')} and ${WHERE[scope]})`,
  );
  const rows = await send<{ at: number }>(db, requested.join(' union all '));
  const found = new Set(rows.map(({ at }) => at));
  return SHEETS.filter((_, at) => found.has(at));
}
