import { sql } from 'kysely';
import type { Base, ColumnsOf, Measure, RowContext } from './base.ts';
import { codesByLevel, isWithin, LEVEL_COLUMNS, recordView } from '../ledger/temporal/index.ts';
import type { Dimension } from './dimension.ts';
import { all, every, raw, some, words, type Sql } from '../database/sql.ts';
import { slot, type Side } from './slots.ts';

/** What decides the text of a statement over one base; everything else is a bound parameter. */
export interface RowShape {
  readonly base: Base;
  /** Level of the units reported on, 1 to 5. */
  readonly level: number;
  /** The report looks back to a moment; otherwise it sees what is known now. */
  readonly known: boolean;
  /** The viewer sees some subtrees only. */
  readonly scoped: boolean;
  /** The statement serves several days at once. */
  readonly series: boolean;
  /** Which side of a comparison the rows are for. */
  readonly side?: Side;
}

const at = ({ known, series, side = 0 }: RowShape): Sql => {
  const moment = known ? sql`, ${slot(`known${side}`)}::timestamptz as known` : sql``;
  return series
    ? sql`(select x.day, x.tree${moment} from unnest(${slot('days')}::date[], ${slot('trees')}::date[]) x(day, tree)) at`
    : sql`(select ${slot(`day${side}`)}::date as day, ${slot(`tree${side}`)}::date as tree${moment}) at`;
};

const SCOPE = sql`${slot('scope')}::text[]`;

const upwardUnits =
  ({ level, scoped }: Omit<RowShape, 'base'>): RowContext['upward'] =>
  (alias, from) => {
    const codes = codesByLevel(alias);
    const lowest = from === 'report' ? level - 1 : level;
    const reached = codes.slice(lowest).map((code, i) => {
      const above = codes.slice(0, lowest + i + 1);
      const seen = scoped ? [isWithin(above, SCOPE)] : [];
      return sql`case when ${every([sql`k.unit_code in (${all(above, ', ')})`, ...seen])} then ${code} end`;
    });
    // The rows of the report's own unit are in no part; an organisation that is that unit is "unassigned" with them.
    const own = sql`case when k.unit_code in (${all(codes, ', ')}) then ${raw(alias)}.code end`;
    return from === 'report' ? reached : [own, ...reached];
  };

export const rowContext = (shape: Omit<RowShape, 'base'>): RowContext => ({
  ...recordView(raw('at.day'), raw('at.tree'), shape.known ? raw('at.known') : null),
  unitColumn: LEVEL_COLUMNS[shape.level - 1]!,
  visible: (alias) => (shape.scoped ? isWithin(codesByLevel(alias), SCOPE) : raw('true')),
  upward: upwardUnits(shape),
});

/** Column of unit version `u` with the code of the unit that a row is counted for. */
export const unitOf = (shape: Pick<RowShape, 'level'>): Sql => raw(`u.${LEVEL_COLUMNS[shape.level - 1]!}`);

/** A fragment together with the columns of the base that it names. */
export interface Reading {
  readonly sql: Sql;
  readonly columns: ReadonlySet<string>;
}

/** Evaluates an expression over a base's columns and notes which it names. */
export function readColumns(base: Base, expression: (column: ColumnsOf<string>) => Sql): Reading {
  const columns = new Set<string>();
  const reader = new Proxy<Record<string, Sql>>(
    {},
    {
      get: (_, name: string) => {
        columns.add(name);
        return base.columns[name]!.sql;
      },
    },
  );
  return { sql: expression(reader), columns };
}

/** All columns that measures name, as a whole or also in the parts of a breakdown. */
export function columnsOf(by: Dimension | null, ...measures: readonly Measure[]): Set<string> {
  const columns = new Set<string>();
  for (const { base, where, amount, part, atLeast } of measures) {
    const ofPart = by === null ? undefined : part?.(by);
    for (const expression of [where, amount, ofPart?.where, ofPart?.amount, atLeast]) {
      if (expression) readColumns(base, expression).columns.forEach((name) => columns.add(name));
    }
  }
  return columns;
}

/** Names of the base's joins that some columns need, and those that every statement takes. */
export const joinsFor = (base: Base, columns: Iterable<string>, extra: readonly string[] = []): Set<string> => {
  const named = [...columns].flatMap((name) => base.columns[name]!.joins ?? []);
  return new Set([...(base.always ?? []), ...named, ...extra]);
};

/**
 * FROM and WHERE over a base: the days asked for as `at`, the campaign's settings as `k`, the rows as `r`, the version
 * of their unit as `u`, and of the base's joins only those that the given columns need.
 *
 * @param within restricts the rows, beyond the base's own conditions
 */
export function rowSource(
  shape: RowShape,
  columns: Iterable<string>,
  within: readonly Sql[],
  options: {
    readonly joins?: readonly string[];
    readonly laterals?: readonly Sql[];
  } = {},
): Sql {
  const { base } = shape;
  const context = rowContext(shape);
  const needed = joinsFor(base, columns, options.joins);
  const joins = Object.entries(base.joins).filter(([name]) => needed.has(name));
  const early = joins.filter(([name]) => base.always?.includes(name));
  const late = joins.filter(([name]) => !base.always?.includes(name));
  const version = sql`join org_unit_version u on u.code = ${base.unitCode} and ${context.known('u')} and ${context.drawn('u')}`;
  const lines = [
    sql`from ${at(shape)}`,
    sql`join campaign_version k on k.campaign = ${slot('campaign')} and ${context.known('k')}`,
    sql`cross join ${base.from(context)}`,
    ...early.map(([, join]) => join.sql(context)),
    ...(base.drawsItself ? [] : [version]),
    ...late.map(([, join]) => join.sql(context)),
    ...(options.laterals ?? []),
  ];
  const conditions = [...base.where(context), ...within, ...(shape.scoped ? [context.visible('u')] : [])];
  return sql`${all(lines, '\n')}\nwhere ${every(conditions)}`;
}

/**
 * True for a row whose figure is illustrative: it, or a row it rests on, is so in a column that is read.
 *
 * @param place whether the row's unit is read: always (a breakdown by units), or where the report is not of the
 * campaign's own unit
 */
export function illustrative(
  shape: RowShape,
  columns: Iterable<string>,
  reads: readonly string[],
  place: 'always' | 'below',
): Sql {
  const { base } = shape;
  const row = base.drawsItself ? 'u' : 'r';
  const read = [...columns].map((name) => base.columns[name]!);
  const keys = new Set(['*', ...reads, ...read.flatMap((column) => column.reads ?? [])]);
  if (place === 'always' && base.place === row) keys.add('unit_code');
  const own = sql`${raw(row)}.illustrative && ${words([...keys])}`;
  const joined = read.flatMap((column) => (column.illustrative ? [column.illustrative] : []));
  const placed = sql`${raw(base.place)}.illustrative && ${words(['*', 'unit_code'])}`;
  const ofPlace =
    place === 'always' ? (base.place === row ? [] : [placed]) : [sql`k.unit_code <> ${unitOf(shape)} and ${placed}`];
  return some([own, ...new Set(joined), ...ofPlace]);
}
