import { Big } from 'big.js';
import { sql } from 'kysely';
import type { Base, Measure } from './base.ts';
import { cases } from './bases/cases.ts';
import type { ChangeKind, ChangePart, MetricChange, MetricValue, ReportKey, Span } from './engine.types.ts';
import type { Metric } from './metric.ts';
import type { MetricId } from './registry.ts';
import { columnsOf, readColumns, rowSource, unitOf, type RowShape } from './row-source.ts';
import type { ReportGroup, Runner } from './runner.ts';
import { all, raw, some, type Sql } from '../database/sql.ts';
import { slot, type Side } from './slots.ts';
import { values } from './values.ts';

const KINDS: readonly ChangeKind[] = ['NEWLY_IDENTIFIED', 'NEWLY_RECTIFIED', 'RELAPSED', 'CORRECTED', 'MOVED', 'OTHER'];

/**
 * The three sides of a comparison: the report as it was (a), the same day as known later (m), the later day as known
 * later (b). From a to m only what is known changes, from m to b only the day.
 */
const SIDES = ['a', 'm', 'b'] as const;
type SideName = (typeof SIDES)[number];

/** What decides the text of a statement that compares the rows of one base. */
export interface CompareShape {
  readonly base: Base;
  readonly measures: readonly Measure[];
  readonly level: number;
  readonly scoped: boolean;
  /** Whether each side looks back to a moment. */
  readonly known: readonly [boolean, boolean, boolean];
}

type ChangedRow = Readonly<
  Record<`${SideName}_inside`, boolean | null> &
    Record<`${SideName}_rectified` | `${SideName}_relapsed`, boolean | null>
> & { readonly [contribution: `${SideName}_c${number}`]: string | null };

/** Columns of a case that tell what happened to it. */
const CASE_FLAGS: Readonly<Record<string, Sql>> = {
  rectified: cases.columns.rectified.sql,
  relapsed: cases.columns.relapsed.sql,
};

const isCases = (base: Base): boolean => base.name === cases.name;

function side(shape: CompareShape, number: Side): Sql {
  const { base, measures, level, scoped } = shape;
  const rowShape: RowShape = { base, level, scoped, known: shape.known[number], series: false, side: number };
  const flags = isCases(base) ? Object.entries(CASE_FLAGS) : [];
  const inside = sql`coalesce(${unitOf(rowShape)} = any (${slot('units')}::text[]), false)`;
  const contributions = measures.map((measure, i) => {
    const where = measure.where ? sql` and ${readColumns(base, measure.where).sql}` : sql``;
    const amount = measure.amount ? readColumns(base, measure.amount).sql : raw('1');
    return sql`case when ${inside}${where} then ${amount} end as ${raw(`c${i}`)}`;
  });
  const columns = new Set([
    ...columnsOf(null, ...measures),
    ...(isCases(base) ? ['firstCase', 'rectified', 'relapsed'] : []),
  ]);
  return sql`(select concat_ws(chr(31), ${all(base.identity, ', ')}) as id, ${inside} as inside,
  ${all([...flags.map(([name, flag]) => sql`${flag} as ${raw(name)}`), ...contributions], ',\n  ')}
${rowSource(rowShape, columns, [])}) ${raw(SIDES[number])}`;
}

/** The statement that lists the rows of a base whose contribution differs between the sides. */
export function comparison(shape: CompareShape): Sql {
  const { base, measures } = shape;
  const names = ['inside', ...(isCases(base) ? Object.keys(CASE_FLAGS) : [])];
  const selected = SIDES.flatMap((name) => [
    ...names.map((column) => `${name}.${column} as ${name}_${column}`),
    ...measures.map((_, i) => `${name}.c${i}::text as ${name}_c${i}`),
  ]);
  const differs = measures.flatMap((_, i) => [
    raw(`a.c${i} is distinct from m.c${i}`),
    raw(`m.c${i} is distinct from b.c${i}`),
  ]);
  return sql`${raw(`/* metrics:compare ${base.name} */`)}
select ${raw(selected.join(', '))}
from ${side(shape, 0)}
full join ${side(shape, 1)} on m.id = a.id
full join ${side(shape, 2)} on b.id = coalesce(a.id, m.id)
where ${some(differs)}`;
}

const STATE_COLUMNS = ['rectified', 'state', 'rectifiedOn', 'daysToRectify', 'stateSince', 'relapsed', 'relapsedOn'];

/** Why a row that counts by the day of the report counts otherwise on another day, `m` and `b` in the order of the days. */
function kindOfPassing(measure: Measure, row: ChangedRow, [before, after]: readonly [SideName, SideName]): ChangeKind {
  if (!isCases(measure.base)) return 'OTHER';
  const columns = columnsOf(null, measure);
  if (STATE_COLUMNS.some((column) => columns.has(column))) {
    const [was, is] = [row[`${before}_rectified`] ?? false, row[`${after}_rectified`] ?? false];
    // One that relapsed and is rectified again ceases to be relapsed by that.
    if (!was && is) return 'NEWLY_RECTIFIED';
    if ((row[`${before}_relapsed`] ?? false) !== (row[`${after}_relapsed`] ?? false)) return 'RELAPSED';
    if (was !== is) return 'NEWLY_RECTIFIED';
  }
  return (row.m_inside === null) !== (row.b_inside === null) ? 'NEWLY_IDENTIFIED' : 'OTHER';
}

/** Splits the change of a numerator by kind; the parts sum to the change. `isLater`: the other day is after that of the report. */
export function split(measure: Measure, index: number, changed: readonly ChangedRow[], isLater: boolean): ChangePart[] {
  const order = isLater ? (['m', 'b'] as const) : (['b', 'm'] as const);
  const sums = new Map<ChangeKind, { change: Big; rows: number }>();
  const add = (kind: ChangeKind, change: Big) => {
    if (change.eq(0)) return;
    const sum = sums.get(kind) ?? { change: new Big(0), rows: 0 };
    sums.set(kind, { change: sum.change.plus(change), rows: sum.rows + 1 });
  };
  for (const row of changed) {
    const [a, m, b] = SIDES.map((name) => new Big(row[`${name}_c${index}`] ?? 0)) as [Big, Big, Big];
    const moved = row.a_inside !== null && row.b_inside !== null && row.a_inside !== row.b_inside;
    if (moved) add('MOVED', b.minus(a));
    else {
      add('CORRECTED', m.minus(a));
      add(kindOfPassing(measure, row, order), b.minus(m));
    }
  }
  return KINDS.filter((kind) => sums.has(kind)).map((kind) => {
    const { change, rows } = sums.get(kind)!;
    return { kind, change: measure.yuan ? change.toFixed(2) : change.toFixed(), rows };
  });
}

function changeOf(metric: Metric, from: MetricValue, to: MetricValue): string | null {
  if (from.value === null || to.value === null) return null;
  const change = new Big(to.value).minus(from.value);
  if (metric.unit === 'SHARE') return change.times(100).toFixed();
  return metric.format === 'MONEY' ? change.toFixed(2) : change.toFixed();
}

interface Sides {
  readonly group: ReportGroup;
  readonly from: ReportKey;
  readonly to: ReportKey;
}

async function changedRows(runner: Runner, { group, to }: Sides, base: Base, measures: readonly Measure[]) {
  const knowns = [group.knownAt, to.knownAt, to.knownAt];
  const [a, m, b] = knowns.map((known) => known !== null) as [boolean, boolean, boolean];
  const shape: CompareShape = { base, measures, level: group.level, scoped: runner.scoped, known: [a, m, b] };
  const text = `compare ${base.name} ${group.level} ${shape.scoped} ${shape.known.join()} ${measures.map(({ name }) => name).join()}`;
  const toTree = runner.treeDay(to.tree, to.asOf);
  return runner.run<ChangedRow>(text, () => comparison(shape), {
    ...runner.values(group),
    days: [group.asOf, group.asOf, to.asOf],
    trees: [group.treeDay, group.treeDay, toTree],
    knowns,
  });
}

/**
 * How metrics change from a report to another day, as known at another moment, and why; for each of the spans.
 *
 * @throws UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function compare(
  runner: Runner,
  spans: readonly Span[],
  ids: readonly MetricId[],
): Promise<MetricChange[][]> {
  const metrics = runner.metrics(ids);
  const sides = await sidesOf(runner, spans);
  const [found, changed] = await Promise.all([
    values(runner, [...sides.map(({ from }) => from), ...sides.map(({ to }) => to)], ids),
    Promise.all(sides.map((each) => changedBy(runner, each, metrics))),
  ]);
  return sides.map(({ from: { asOf }, to }, at) =>
    metrics.map((metric, i): MetricChange => {
      const [before, after] = [found[at]![i]!, found[sides.length + at]![i]!];
      const { measures, rows } = changed[at]!.find((entry) => entry.measures.includes(metric.numerator))!;
      return {
        id: metric.id as MetricId,
        from: before,
        to: after,
        change: changeOf(metric, before, after),
        inPoints: metric.unit === 'SHARE',
        parts: split(metric.numerator, measures.indexOf(metric.numerator), rows, to.asOf >= asOf),
      };
    }),
  );
}

/** Both sides of each span, and the group of its report; the levels of all units are looked up together. */
async function sidesOf(runner: Runner, spans: readonly Span[]): Promise<Sides[]> {
  const sides: Sides[] = [];
  for (const group of await runner.group(spans.map(({ key }) => key))) {
    for (const { index, unit } of group.members) {
      const { key, to, toKnownAt } = spans[index]!;
      const from: ReportKey = { ...key, level: group.level };
      const one = { ...group, units: [unit] };
      sides[index] = { group: one, from, to: { ...from, asOf: to, knownAt: toKnownAt } };
    }
  }
  return sides;
}

/** The rows that changed, by their base. */
function changedBy(runner: Runner, sides: Sides, metrics: readonly Metric[]) {
  const byBase = Map.groupBy(new Set(metrics.map(({ numerator }) => numerator)), ({ base }) => base);
  return Promise.all(
    [...byBase].map(async ([base, measures]) => ({
      measures,
      rows: await changedRows(runner, sides, base, measures),
    })),
  );
}
