import type { BoundaryShape, StoredGeometry } from '@wallchart/db';
import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import { inScope } from '../../ledger/scope.ts';
import { knownAt, knownNow, validOn } from '../../ledger/temporal/index.ts';

/** One day of the tree, as known at a moment; null is now. */
export interface MapMoment {
  readonly on: string;
  readonly knownAt: string | null;
}

/** A boundary as recorded. */
export interface RecordedBoundary {
  readonly unitCode: string;
  readonly shape: BoundaryShape;
  readonly geometry: StoredGeometry;
  readonly effectiveOn: string | null;
  readonly illustrative: boolean;
}

const visible = (db: ViewerDb) =>
  db.viewer.scope.kind === 'all'
    ? sql`true`
    : sql`exists (select 1 from org_unit_version u where u.code = b.unit_code and ${knownNow('u')} and ${inScope('u', db)})`;

/** The area and the site of each unit on a day: of each the latest until then; one statement. */
export async function boundariesOn(
  db: ViewerDb,
  codes: readonly string[],
  moment: MapMoment,
): Promise<RecordedBoundary[]> {
  const { rows } = await sql<RecordedBoundary>`/* boundaries.on_day */
    select distinct on (b.unit_code, b.shape) b.unit_code as "unitCode", b.shape, b.geometry,
      nullif(b.effective_on, '-infinity')::text as "effectiveOn", b.illustrative <> '{}' as illustrative
    from boundaries b
    where b.unit_code = any(${[...codes]}::text[]) and b.effective_on <= ${moment.on}::date
      and ${knownAt('b', moment.knownAt)} and ${visible(db)}
    order by b.unit_code, b.shape, b.effective_on desc`.execute(db);
  return rows;
}

/** Which of the units have a boundary of their own, of a child or of a grandchild on the day; one statement. */
export async function mappedOn(
  db: ViewerDb,
  codes: readonly string[],
  moment: MapMoment,
): Promise<ReadonlySet<string>> {
  const living = (alias: string) => sql`${knownNow(alias)} and ${validOn(alias, sql`${moment.on}::date`)}`;
  const { rows } = await sql<{ code: string }>`/* boundaries.mapped */
    with wanted as (select unnest(${[...codes]}::text[]) as code),
    child as (select w.code as top, c.code from wanted w join org_unit_version c on c.parent_code = w.code and ${living('c')}),
    below as (
      select code as top, code from wanted
      union all select top, code from child
      union all select child.top, g.code from child join org_unit_version g on g.parent_code = child.code and ${living('g')}
    )
    select distinct below.top as code from below join boundaries b on b.unit_code = below.code
    where b.effective_on <= ${moment.on}::date and ${knownAt('b', moment.knownAt)} and ${visible(db)}`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
