import { sql } from 'kysely';
import type { Measure } from './base.ts';
import type { Dimension } from './dimension.ts';
import { columnsOf, illustrative, readColumns, rowSource, unitOf, type RowShape } from './row-source.ts';
import { LEVEL_COLUMNS } from '../ledger/temporal/index.ts';
import { all, every, quoted, raw, type Sql } from '../database/sql.ts';
import { slot } from './slots.ts';

/** What decides the text of a statement that aggregates measures over one base. */
export interface AggregateShape extends RowShape {
  readonly measures: readonly Measure[];
  readonly by: Dimension | null;
  /** Rows whose own day lies in a window only, by week or month. */
  readonly window: boolean;
  /** The days are points of a course: a figure rests on the day that puts a row before or after each of them. */
  readonly course: boolean;
}

/** A row of an aggregating statement: a unit, on a day of a series, in whole or in one part. */
export interface AggregateRow {
  readonly unit: string;
  readonly day?: string;
  /** False for a part; a part without key is "unassigned". */
  readonly whole?: boolean;
  readonly key?: string | null;
  /** Sums `m0`, whether illustrative `i0`, whether a lower bound `l0`, for each measure in turn. */
  readonly [measure: `m${number}`]: string | null;
  readonly [flag: `i${number}` | `l${number}`]: boolean | null;
}

const NAMES: Readonly<Record<Dimension, string>> = {
  CHILD_UNIT: 'child',
  UNIT_KIND: 'kind',
  STATE: 'state',
  PRIMARY_CAUSE: 'primary_cause',
  CAUSE: 'cause',
  GRADE: 'grade',
  VENUE_WAY: 'way',
  FUND_SOURCE: 'source',
  CADRE_CLASS: 'class',
  MEASURE_AREA: 'area',
  WEEK: 'week',
  MONTH: 'month',
};

const isTime = (by: Dimension | null): by is 'WEEK' | 'MONTH' => by === 'WEEK' || by === 'MONTH';
const isPlace = (by: Dimension): boolean => by === 'CHILD_UNIT' || by === 'UNIT_KIND';

export const dayColumnOf = (measure: Measure): string => measure.day ?? measure.base.day;

/** Own days of the measures' rows: more than one where, say, cases count by identification and by rectification. */
const clocksOf = ({ measures }: AggregateShape): string[] => [...new Set(measures.map(dayColumnOf))];

/** The ISO week (from Monday) or month that a day lies in, as `2014-W27` or `2014-07`. */
export const periodOf = (by: 'WEEK' | 'MONTH', day: Sql): Sql =>
  sql`to_char(${day}, ${quoted(by === 'WEEK' ? 'IYYY-"W"IW' : 'YYYY-MM')})`;

/** Column of unit version `u` with the code of the unit one level down; nothing below a village. */
export const childOf = ({ level }: Pick<RowShape, 'level'>): Sql =>
  raw(level < 5 ? `u.${LEVEL_COLUMNS[level]!}` : 'null::text');

/** The keys that rows fall under, as `d`: `key`, and `clock` or `whole` where a row appears more than once. */
function partsOf(shape: AggregateShape): { lateral: Sql; columns: string[] } {
  const by = shape.by!;
  const { columns } = shape.base;
  if (by === 'CHILD_UNIT') return { lateral: sql`cross join lateral (select ${childOf(shape)} as key) d`, columns: [] };
  if (isTime(by)) {
    const clocks = clocksOf(shape);
    const days = clocks.map((clock) => sql`(${quoted(clock)}, ${columns[clock]!.sql}::date)`);
    return {
      lateral: sql`cross join lateral (select x.clock, x.day, ${periodOf(by, raw('x.day'))} as key
  from (values ${all(days, ', ')}) x(clock, day)) d`,
      columns: clocks,
    };
  }
  const partition = shape.base.dimensions[by]!;
  if (partition.overlapping) {
    return {
      lateral: sql`cross join lateral (select null::text as key, true as whole
  union all select x.key, false from unnest(${columns[partition.overlapping]!.sql}) x(key)) d`,
      columns: [partition.overlapping],
    };
  }
  const column = partition.column!;
  return { lateral: sql`cross join lateral (select ${columns[column]!.sql} as key) d`, columns: [column] };
}

const total = (measure: Measure, amount: Sql | null, where: Sql | null): Sql => {
  const filter = where ? sql` filter (where ${where})` : sql``;
  if (!amount) return sql`count(*)${filter}`;
  return measure.counts ? sql`coalesce(sum(${amount})${filter}, 0)` : sql`sum(${amount})${filter}`;
};

/** Columns that a measure rests on. */
const columnsRead = ({ course, by }: AggregateShape, measure: Measure): Set<string> =>
  new Set([...columnsOf(by, measure), ...(course ? [dayColumnOf(measure)] : [])]);

/** Sum, flags and aliases of one measure. */
function selectMeasure(shape: AggregateShape, measure: Measure, index: number, partColumns: readonly string[]): Sql {
  const { base, by } = shape;
  const expression = (read: Measure['where']) => (read ? readColumns(base, read).sql : null);
  const clocked = isTime(by) && clocksOf(shape).length > 1 ? [raw(`d.clock = '${dayColumnOf(measure)}'`)] : [];
  const filterOf = (where: Sql | null) =>
    where || clocked.length > 0 ? every([...(where ? [where] : []), ...clocked]) : null;
  const where = filterOf(expression(measure.where));
  const filter = where ? sql` filter (where ${where})` : sql``;
  const isWhole = by && base.dimensions[by]?.overlapping ? raw('d.whole') : raw('grouping(d.key) = 1');
  const whole = total(measure, expression(measure.amount), where);
  const part = by ? measure.part?.(by) : undefined;
  const value = part
    ? sql`case when ${isWhole} then ${whole}
      else ${total(measure, expression(part.amount), filterOf(expression(part.where)))} end`
    : whole;
  const columns = columnsRead(shape, measure);
  const reads = measure.reads ?? [];
  const flagged = sql`bool_or(${illustrative(shape, columns, reads, 'below')})${filter}`;
  const partFlagged = by
    ? sql`bool_or(${illustrative(shape, new Set([...columns, ...(isTime(by) ? [dayColumnOf(measure)] : partColumns)]), reads, isPlace(by) ? 'always' : 'below')})${filter}`
    : null;
  const flag = partFlagged ? sql`case when ${isWhole} then ${flagged} else ${partFlagged} end` : flagged;
  const bound = measure.atLeast
    ? sql`,\n  bool_or(${expression(measure.atLeast)})${filter} as ${raw(`l${index}`)}`
    : sql``;
  return sql`(${value})::text as ${raw(`m${index}`)},
  ${flag} as ${raw(`i${index}`)}${bound}`;
}

/**
 * The statement that sums measures of one base for units of one level: whole, and by a dimension also in parts, each
 * aggregated over the base rows on its own, so that parts and whole can be compared with each other.
 */
export function aggregate(shape: AggregateShape): Sql {
  const { base, by, measures, level, series } = shape;
  const parts = by ? partsOf(shape) : null;
  const unit = unitOf(shape);
  const columns = new Set([...measures.flatMap((one) => [...columnsRead(shape, one)]), ...(parts?.columns ?? [])]);
  const overlapping = by !== null && base.dimensions[by]?.overlapping !== undefined;
  const heads = [
    sql`${unit} as unit`,
    ...(series ? [raw("to_char(at.day, 'YYYY-MM-DD') as day")] : []),
    ...(by ? [raw('d.key'), overlapping ? raw('d.whole') : raw('grouping(d.key) = 1 as whole')] : []),
  ];
  const within = [
    sql`${unit} = any (${slot('units')}::text[])`,
    ...(shape.window ? [sql`d.day >= ${slot('from')}::date and d.day < ${slot('to')}::date`] : []),
  ];
  const leading = sql`${unit}${series ? raw(', at.day') : sql``}`;
  const groups =
    by === null ? leading : overlapping ? sql`${leading}, d.whole, d.key` : sql`${leading}, rollup (d.key)`;
  const selected = measures.map((m, index) => selectMeasure(shape, m, index, parts?.columns ?? []));
  const name = `/* metrics:${base.name} by ${LEVEL_COLUMNS[level - 1]!}${by ? ` and ${NAMES[by]}` : ''}${series ? ' and day' : ''} */`;
  const source = rowSource(shape, columns, within, { laterals: parts ? [parts.lateral] : [] });
  return sql`${raw(name)}\nselect ${all([...heads, ...selected], ',\n  ')}\n${source}\ngroup by ${groups}`;
}
