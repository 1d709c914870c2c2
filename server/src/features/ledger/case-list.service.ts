import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import type { CaseFacetName } from '../../graphql-types/enums.ts';
import { conditionsOf, GRADE_ORDER, orderOf, type ResolvedFilter } from './case-filter.ts';
import { rank } from '../../ledger/temporal/index.ts';
import { ledgerOf, type CaseListKey } from './case-list.sql.ts';
import type { CaseCount, CaseNeighbours } from './case-list.types.ts';
import type { CaseOrder } from './case.types.ts';

/** Facets whose keys are names of an enum. */
const NAMES: ReadonlySet<CaseFacetName> = new Set(['state', 'unit_kind', 'grade']);

/** How many cases of a list have each value that a list can be filtered by: states and grades in their order, the others by code. */
export async function countCases(db: ViewerDb, key: CaseListKey, filter: ResolvedFilter): Promise<CaseCount[]> {
  const { rows } = await sql<{ by: CaseFacetName; key: string; count: number }>`/* ledger.counts */
    with ${ledgerOf(key, db)},
    listed as (select l.* from ledger l where ${conditionsOf(filter)}),
    valued as (
      select v.by, v.key, v.place from listed l
      cross join lateral (
        values ('state', l.state, ${rank('l.state')}), ('primary_cause', l.primary_cause, null),
          ('town', l.town_code, null), ('unit_kind', l.unit_kind, null), ('grade', l.grade, ${GRADE_ORDER})
        union all select 'cause', c.code, null from unnest(array[l.primary_cause] || l.other_causes) c(code)
      ) v(by, key, place)
      where v.key is not null
    )
    select by, key, count(*)::int as count from valued group by by, key, place order by by, place, key`.execute(db);
  return rows.map(({ by, key: value, count }) => ({
    by,
    key: NAMES.has(by) ? value.toUpperCase() : value,
    count,
    treeDay: key.treeDay,
  }));
}

/** Where a case is in a list. */
export async function neighboursOf(
  db: ViewerDb,
  key: CaseListKey,
  list: { readonly filter: ResolvedFilter; readonly orderBy: readonly CaseOrder[] | null },
  caseNo: string,
): Promise<CaseNeighbours> {
  const { rows } = await sql<CaseNeighbours>`/* ledger.neighbours */
    with ${ledgerOf(key, db)},
    listed as (
      select l.case_no, (row_number() over list)::int as position, lag(l.case_no) over list as previous, lead(l.case_no) over list as next
      from ledger l where ${conditionsOf(list.filter)} window list as (order by ${orderOf(list.orderBy)})
    )
    select counted."totalCount", l.position, l.previous, l.next
    from (select count(*)::int as "totalCount" from listed) counted left join listed l on l.case_no = ${caseNo}`.execute(
    db,
  );
  return rows[0] ?? { totalCount: 0, position: null, previous: null, next: null };
}
