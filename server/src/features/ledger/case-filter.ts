import { sql, type RawBuilder } from 'kysely';
import type { Sql } from '../../database/sql.ts';
import type { CaseOrderFieldName } from '../../graphql-types/enums.ts';
import { knownNow, levelCodes, rank, supersededByRun } from '../../ledger/temporal/index.ts';
import type { CaseFilter, CaseOrder } from './case.types.ts';

/** A filter whose parts that need more than the ledger itself are already resolved. */
export interface ResolvedFilter {
  readonly filter: CaseFilter;
  /** Names of units whose pinyin initials match a word of the text, by the word; none where it cannot be initials. */
  readonly namesByInitials: ReadonlyMap<string, readonly string[]>;
  /** Numbers of the only cases that are listed, a query or a `text[]`; null for no such condition. */
  readonly counted: Sql | null;
}

type Condition = RawBuilder<unknown>;

/** Conditions over a row `l` of the ledger (and the unit `u` placed for it); all must hold. */
export function conditionsOf({ filter, namesByInitials, counted }: ResolvedFilter): Condition {
  const conditions: Condition[] = [];
  const anyOf = (column: string, values: readonly string[] | null | undefined): void => {
    if (values) conditions.push(sql`${sql.ref(column)} = any(${[...values]}::text[])`);
  };
  anyOf('l.state', filter.states);
  anyOf('l.primary_cause', filter.primaryCauses);
  anyOf('l.unit_kind', filter.kinds);
  anyOf('l.grade', filter.grades);
  // Not as a join: it is decided at each case, before its state and everything else is looked up.
  if (counted) conditions.push(sql`(l.case_no = any (${counted})) is true`);
  if (filter.causes) conditions.push(sql`(array[l.primary_cause] || l.other_causes) && ${[...filter.causes]}::text[]`);
  if (filter.units) {
    conditions.push(
      sql`exists (select from placed p where p.code = l.unit_code and ${levelCodes('p')} && ${[...filter.units]}::text[])`,
    );
  }
  if (typeof filter.latest === 'boolean') conditions.push(sql`l.latest = ${filter.latest}`);
  if (typeof filter.rectified === 'boolean') conditions.push(sql`l.latest and l.rectified = ${filter.rectified}`);
  if (typeof filter.overdue === 'boolean') conditions.push(sql`l.overdue = ${filter.overdue}`);
  if (filter.changedBy) conditions.push(changedBy(filter.changedBy));
  for (const word of wordsOf(filter.text)) conditions.push(matchesWord(word, namesByInitials.get(word) ?? []));
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const OF_CASE = ['cases', 'transitions', 'measures', 'contacts', 'visits', 'evaluations'];
const OF_CAMPAIGN_UNIT = ['team', 'supports', 'venues', 'venue_funds', 'project_funds', 'reports'];
const OF_UNIT = ['operating_funds', 'remuneration', 'economy'];

/** Whether a run recorded or withdrew a row of the case, or of its unit in the campaign. */
function changedBy(run: string): Condition {
  const within = (tables: readonly string[], same: Condition): Condition[] =>
    tables.map(
      (table) => sql`exists (select from ${sql.table(table)} r where r.county_code = l.county_code and ${same}
        and (r.import_id = i.id or ${supersededByRun('r', 'i')}))`,
    );
  const any = [
    ...within(OF_CASE, sql`r.case_no = l.case_no`),
    ...within(OF_CAMPAIGN_UNIT, sql`r.campaign = l.campaign and r.unit_code = l.unit_code`),
    ...within(OF_UNIT, sql`r.unit_code = l.unit_code`),
  ];
  return sql`exists (select from import_run i where i.id::text = ${run} and (${sql.join(any, sql` or `)}))`;
}

/** The words of a search, in lower case. */
export function wordsOf(text: string | null | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function matchesWord(word: string, namesByInitials: readonly string[]): Condition {
  const pattern = `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const inText = sql`(l.case_no ilike ${pattern} or l.unit_name ilike ${pattern} or l.unit_code like ${pattern}
    or l.symptoms ilike ${pattern} or l.aim ilike ${pattern} or l.contact_leader ilike ${pattern}
    or exists (select from org_unit_version t where t.code = l.town_code and ${knownNow('t')} and t.name ilike ${pattern}))`;
  if (namesByInitials.length === 0) return inText;
  return sql`(${inText} or l.unit_name = any(${[...namesByInitials]}::text[]))`;
}

/** Place of the grade of a row `l`, best first. */
export const GRADE_ORDER = sql`array_position('{good,fairly_good,average,poor}'::text[], l.grade)`;

const KEYS: Record<CaseOrderFieldName, RawBuilder<unknown>> = {
  case_no: sql`l.case_no`,
  unit: sql`l.unit_code`,
  town: sql`l.town_code`,
  kind: sql`l.unit_kind`,
  state: rank('l.state'),
  state_since: sql`l.state_since`,
  primary_cause: sql`l.primary_cause`,
  other_causes: sql`nullif(array_to_string(l.other_causes, ','), '')`,
  identified_on: sql`l.identified_on`,
  deadline: sql`l.deadline`,
  days_left: sql`case when not l.rectified then l.deadline end`,
  // The later the deadline, the fewer the days overdue; what is rectified is not overdue at all.
  overdue_days: sql`case when l.overdue then -(l.deadline - date '2000-01-01') end`,
  rectified_on: sql`l.rectified_on`,
  contact_leader: sql`l.contact_leader collate "C"`,
  document_no: sql`l.document_no collate "C"`,
  grade: GRADE_ORDER,
};

/** The order of the list; what has no value comes last either way, and the case number decides what is left. */
export function orderOf(orders: readonly CaseOrder[] | null | undefined): RawBuilder<unknown> {
  const requested = (orders ?? []).map(
    ({ by, descending }) => sql`${KEYS[by]} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`,
  );
  return sql.join([...requested, ...(requested.length === 0 ? [sql`l.unit_code`] : []), sql`l.case_no`]);
}
