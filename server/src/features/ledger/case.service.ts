import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import type { Sql } from '../../database/sql.ts';
import { WallchartError } from '../../domain/errors.ts';
import { daysBetween } from '../../domain/day.ts';
import { cursorOf, keyOfCursor } from '../../graphql-types/page.ts';
import { conditionsOf, orderOf } from './case-filter.ts';
import { ledgerOf, type CaseListKey, type CaseRow } from './case-list.sql.ts';
import type { Case, CaseConnection, CaseFilter, CaseOrder } from './case.types.ts';
import { resolveFilter } from './resolve-filter.ts';

export interface CasePage {
  readonly filter: CaseFilter;
  /** Numbers of the only cases that are listed, such as those that `filter.countedIn` stands for: a query or a `text[]`. */
  readonly counted: Sql | null;
  readonly orderBy: readonly CaseOrder[] | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/** A page of the ledger: the cases of a campaign under a unit, as of a day; one statement. */
export async function listCases(db: ViewerDb, key: CaseListKey, page: CasePage): Promise<CaseConnection> {
  const resolved = await resolveFilter(db, key, page.filter, page.counted);
  const after = page.after ? keyOfCursor('case', page.after) : null;
  const { rows } = await sql<CaseRow & { total: number; case_no: string | null }>`/* ledger.page */
    with ${ledgerOf(key, db)},
    listed as (
      select l.*, row_number() over (order by ${orderOf(page.orderBy)}) as place from ledger l where ${conditionsOf(resolved)}
    )
    select counted.total, page.* from (select count(*)::int as total from listed) counted
    left join lateral (
      select * from listed
      where place > coalesce((select place from listed where case_no = ${after}), 0)
      order by place limit ${page.first + 1}
    ) page on true
    order by page.place`.execute(db);
  const found = rows.filter((row) => row.case_no !== null);
  const shown = found.slice(0, page.first).map((row) => caseOfRow(row, key));
  const edges = shown.map((node) => ({ cursor: cursorOf('case', node.caseNo), node }));
  return {
    totalCount: rows[0]?.total ?? 0,
    edges,
    pageInfo: { hasNextPage: found.length > page.first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** A case by its number; of counties that use the same number the first, unless one is given. */
interface CaseNumber {
  readonly caseNo: string;
  readonly county: string | null;
}

/** One case as of a day; null if it is not on the list then. */
export async function findCase(db: ViewerDb, key: CaseListKey, { caseNo, county }: CaseNumber): Promise<Case | null> {
  const { rows } = await sql<CaseRow>`/* ledger.case */
    with ${ledgerOf(key, db)} select * from ledger
    where case_no = ${caseNo} and county_code = coalesce(${county}::text, county_code) order by county_code limit 1`.execute(
    db,
  );
  return rows[0] ? caseOfRow(rows[0], key) : null;
}

/** The campaign that a case belongs to, its first day on the list, and when it was withdrawn; null while it stands. */
export async function campaignOfCase(
  db: ViewerDb,
  { caseNo, county }: CaseNumber,
): Promise<{ campaign: string; identifiedOn: string; withdrawnAt: string | null } | null> {
  const row = await db
    .selectFrom('cases')
    .select(['campaign', 'effective_on', 'superseded_at'])
    .where('case_no', '=', caseNo)
    .$if(county !== null, (cases) => cases.where('county_code', '=', county))
    .orderBy('superseded_at', 'desc')
    .orderBy('county_code')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        campaign: row.campaign,
        identifiedOn: row.effective_on,
        withdrawnAt: row.superseded_at === 'infinity' ? null : row.superseded_at,
      }
    : null;
}

/** UNKNOWN_CASE, with the numbers that come nearest. */
export async function unknownCase(db: ViewerDb, caseNo: string): Promise<WallchartError> {
  const { rows } = await sql<{ case_no: string }>`/* ledger.nearest_cases */
    select case_no from case_register order by similarity(case_no, ${caseNo}) desc, case_no limit 3`.execute(db);
  const near = rows.map((row) => row.case_no);
  const hint = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : ' No case has been imported yet.';
  return new WallchartError('UNKNOWN_CASE', `There is no case "${caseNo}".${hint} 没有这个台账编号。`, {
    caseNo,
    nearest: near,
  });
}

function caseOfRow(row: CaseRow, key: CaseListKey): Case {
  const open = !row.rectified && row.deadline !== null;
  return {
    caseNo: row.case_no,
    state: row.state,
    stateSince: row.state_since,
    identifiedOn: row.identified_on,
    deadline: row.deadline,
    daysLeft: open && row.deadline ? daysBetween(key.asOf, row.deadline) : null,
    overdue: row.overdue,
    rectified: row.rectified,
    rectifiedOn: row.rectified_on,
    symptoms: row.symptoms,
    symptomsEn: row.symptoms_en,
    aim: row.aim,
    relapseOf: row.relapse_of,
    grade: row.grade,
    contactLeader: row.contact_leader,
    documentNo: row.document_no,
    illustrative: row.illustrative,
    countyCode: row.county_code,
    campaignId: row.campaign,
    unitCode: row.unit_code,
    townCode: row.town_code,
    unitName: row.unit_name,
    primaryCauseCode: row.primary_cause,
    otherCauseCodes: row.other_causes,
    view: { asOf: key.asOf, knownAt: key.knownAt, treeDay: key.treeDay },
  };
}
