import { sql } from 'kysely';
import { childOf } from './aggregate.ts';
import { rowContext, unitOf, type RowShape } from './row-source.ts';
import { LEVEL_COLUMNS, validOn } from '../ledger/temporal/index.ts';
import type { ReportGroup, Runner } from './runner.ts';
import { every, raw, some, type Sql } from '../database/sql.ts';
import { slot } from './slots.ts';
import type { ChildUnit, Span } from './tree-memory.ts';

type Shape = Omit<RowShape, 'base' | 'side'>;

/**
 * The days between which the list stays the same, as `t`: no version of a unit that is ever listed begins or ends in
 * between, nor does one of the viewer's own.
 */
function unchanged(shape: Shape): Sql {
  const { known } = rowContext(shape);
  const [unit, child] = [LEVEL_COLUMNS[shape.level - 1]!, LEVEL_COLUMNS[shape.level]!];
  const listed = sql`v.code in (select c.code from org_unit_version c
      where ${raw(`c.${unit}`)} = any (${slot('units')}::text[]) and ${raw(`c.${child}`)} = c.code and ${known('c')})`;
  const own = sql`v.code = any (${slot('scope')}::text[])`;
  return sql`cross join lateral (
  select nullif(max(b.day) filter (where b.day <= at.tree), '-infinity') as since,
    nullif(min(b.day) filter (where b.day > at.tree), 'infinity') as until
  from org_unit_version v cross join lateral (values (v.valid_from), (v.valid_to)) b(day)
  where ${some(shape.scoped ? [listed, own] : [listed])} and ${known('v')}) t`;
}

/** The child units of units of one level on a day, and from when until when the list is the same. */
export function childrenSql(shape: Shape): Sql {
  const context = rowContext(shape);
  const moment = shape.known ? sql`, ${slot('known0')}::timestamptz as known` : sql``;
  const inScope = sql`exists (select from org_unit_version w where w.code = any (${slot('scope')}::text[])
    and ${raw(`w.${LEVEL_COLUMNS[shape.level] ?? 'code'}`)} = u.code and ${context.known('w')} and ${context.drawn('w')})`;
  const conditions = [
    sql`${unitOf(shape)} = any (${slot('units')}::text[])`,
    sql`${childOf(shape)} = u.code`,
    context.known('u'),
    context.drawn('u'),
    ...(shape.scoped ? [some([context.visible('u'), inScope])] : []),
  ];
  return sql`${raw(`/* metrics:children by ${LEVEL_COLUMNS[shape.level - 1]!} */`)}
select ${unitOf(shape)} as unit, u.code, u.name, ${validOn('u', context.tree)} as valid, u.kind = 'other' as other, t.since, t.until
from (select ${slot('tree0')}::date as tree${moment}) at
${unchanged(shape)}
join org_unit_version u on true
where ${every(conditions)}
order by u.code`;
}

/** The child units of each unit of a group, in the order of their codes. */
export async function childUnits(runner: Runner, group: ReportGroup): Promise<Map<string, ChildUnit[]>> {
  if (group.level >= LEVEL_COLUMNS.length) return new Map();
  const { scoped } = runner;
  const requested = JSON.stringify([group.level, group.knownAt, group.units]);
  const remembered = runner.tree?.find(requested, group.units, group.treeDay);
  if (remembered) return Map.groupBy(remembered, ({ unit }) => unit);
  const since = runner.tree?.look() ?? 0;
  const shape = { level: group.level, known: group.knownAt !== null, scoped, series: false };
  const rows = await runner.run<ChildUnit & Span>(
    `children ${group.level} ${shape.known} ${scoped}`,
    () => childrenSql(shape),
    runner.values(group),
  );
  if (rows[0]) runner.tree?.keep(requested, group.units, { span: rows[0], rows, since });
  return Map.groupBy(rows, ({ unit }) => unit);
}
