import { sql } from 'kysely';
import { childOf } from './aggregate.ts';
import type { Breakdown, BreakdownRow, MetricValue, Proof, ReportKey, Scope } from './engine.types.ts';
import type { Dimension, Metric, Text } from './metric.ts';
import { LEVEL_COLUMNS, rowContext, unitOf, type RowShape } from './row-source.ts';
import { addUp, rollUp, sameAmount, type Tallies } from './rollup.ts';
import {
  measuresOfAll,
  NO_TALLIES,
  NO_VALUES,
  partKey,
  UNASSIGNED,
  WHOLE,
  type ReportGroup,
  type Runner,
} from './runner.ts';
import type { MetricId } from './registry.ts';
import { every, raw, slot, some, type Sql } from './sql.ts';
import { CADRE_CLASSES, FUND_SOURCES, GRADES, MEASURE_AREAS, STATES, UNIT_KINDS, VENUE_WAYS } from './words.ts';

const OVERLAP: Text = { zh: '因多因并存，合计大于总数', en: 'causes overlap: the parts sum to more than the whole' };
const RATIO: Text = {
  zh: '比率不能相加；所列为分子',
  en: 'rates do not add up; the figures are those of the numerator',
};

/** Words of the dimensions whose parts are a fixed list, all of which are shown. */
const WORDS: Partial<Record<Dimension, Readonly<Record<string, Text>>>> = {
  STATE: STATES,
  GRADE: GRADES,
  VENUE_WAY: VENUE_WAYS,
  FUND_SOURCE: FUND_SOURCES,
  CADRE_CLASS: CADRE_CLASSES,
  MEASURE_AREA: MEASURE_AREAS,
};

/** A part as it is listed: its key and how it is called. */
export interface ListedPart {
  readonly key: string;
  readonly label: Text;
}

interface ChildUnit {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  /** False for a unit abolished by the tree day, which is listed only if facts fall to it. */
  readonly valid: boolean;
}

function childrenSql(shape: Omit<RowShape, 'base' | 'side'>): Sql {
  const context = rowContext(shape);
  const moment = shape.known ? sql`, ${slot('known0')}::timestamptz as known` : sql``;
  const child = childOf(shape);
  const inScope = sql`exists (select from org_unit_version w where w.code = any (${slot('scope')}::text[])
    and ${raw(`w.${LEVEL_COLUMNS[shape.level] ?? 'code'}`)} = u.code and ${context.known('w')} and ${context.drawn('w')})`;
  const conditions = [
    sql`${unitOf(shape)} = any (${slot('units')}::text[])`,
    sql`${child} = u.code`,
    context.known('u'),
    context.drawn('u'),
    ...(shape.scoped ? [some([context.visible('u'), inScope])] : []),
  ];
  return sql`${raw(`/* metrics:children by ${LEVEL_COLUMNS[shape.level - 1]!} */`)}
select ${unitOf(shape)} as unit, u.code, u.name, u.valid_from <= at.tree and at.tree < u.valid_to as valid
from (select ${slot('tree0')}::date as tree${moment}) at
join org_unit_version u on true
where ${every(conditions)}
order by u.code`;
}

const causesSql = (): Sql => sql`/* metrics:causes */
select code, name_zh, name_en from cause order by position, code`;

/** The child units of each unit of a group, in the order of their codes. */
export async function childUnits(runner: Runner, scope: Scope, group: ReportGroup): Promise<Map<string, ChildUnit[]>> {
  if (group.level >= LEVEL_COLUMNS.length) return new Map();
  const scoped = scope.kind === 'units';
  const shape = { level: group.level, known: group.knownAt !== null, scoped, series: false };
  const rows = await runner.run<ChildUnit>(
    `children ${group.level} ${shape.known} ${scoped}`,
    () => childrenSql(shape),
    runner.values(scope, group),
  );
  return Map.groupBy(rows, ({ unit }) => unit);
}

type PartsOf = (unit: string, cells: ReadonlyMap<string, Tallies>) => ListedPart[];

const keysIn = (cells: ReadonlyMap<string, Tallies>): string[] =>
  [...cells.keys()].filter((cell) => cell.startsWith(partKey(''))).map((cell) => cell.slice(partKey('').length));

const same = (text: string): Text => ({ zh: text, en: text });

/** How the parts of a dimension are listed, in order; only those that occur, unless they are a fixed list. */
async function listParts(runner: Runner, scope: Scope, group: ReportGroup, by: Dimension): Promise<PartsOf> {
  const fixed = WORDS[by];
  if (fixed) return () => Object.entries(fixed).map(([key, label]) => ({ key, label }));
  if (by === 'CHILD_UNIT') {
    const children = await childUnits(runner, scope, group);
    return (unit, cells) => {
      const listed = children.get(unit) ?? [];
      const known = new Set(listed.map(({ code }) => code));
      const shown = listed.filter(({ code, valid }) => valid || cells.has(partKey(code)));
      const strays = keysIn(cells)
        .filter((key) => !known.has(key))
        .map((key) => ({ code: key, name: key }));
      return [...shown, ...strays]
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code, name }) => ({ key: code, label: same(name) }));
    };
  }
  if (by === 'PRIMARY_CAUSE' || by === 'CAUSE') {
    const causes = await runner.run<{ code: string; name_zh: string; name_en: string }>('causes', causesSql, NO_VALUES);
    return (_, cells) =>
      causes
        .filter(({ code }) => cells.has(partKey(code)))
        .map(({ code, name_zh, name_en }) => ({ key: code, label: { zh: name_zh, en: name_en } }));
  }
  if (by === 'UNIT_KIND') {
    return (_, cells) =>
      Object.entries(UNIT_KINDS)
        .filter(([key]) => cells.has(partKey(key)))
        .map(([key, label]) => ({ key, label }));
  }
  return (_, cells) =>
    keysIn(cells)
      .toSorted()
      .map((key) => ({ key, label: same(key) }));
}

function prove(
  metric: Metric,
  exclusive: boolean,
  rows: readonly MetricValue[],
  rest: MetricValue,
  total: MetricValue,
): Proof {
  const parts = addUp(rows.map(({ numerator }) => numerator));
  const reason = exclusive ? (metric.denominator ? RATIO : null) : OVERLAP;
  const sums = { parts, unassigned: rest.numerator, total: total.numerator };
  const holds = reason ? null : sameAmount(addUp([sums.parts, sums.unassigned]), sums.total);
  return { id: metric.id as MetricId, ...sums, holds, reason };
}

function assemble(
  metrics: readonly Metric[],
  by: Dimension,
  listed: readonly ListedPart[],
  cells: ReadonlyMap<string, Tallies>,
): Breakdown {
  const exclusive = metrics.every(({ numerator }) => numerator.base.dimensions[by]?.overlapping === undefined);
  const valuesOf = (cell: string) => metrics.map((metric) => rollUp(metric, cells.get(cell) ?? NO_TALLIES));
  const rows: BreakdownRow[] = listed.map(({ key, label }) => ({
    key,
    label,
    unit: by === 'CHILD_UNIT' ? key : null,
    values: valuesOf(partKey(key)),
  }));
  const total = valuesOf(WHOLE);
  const unassigned = valuesOf(UNASSIGNED);
  const proof = metrics.map((metric, i) =>
    prove(
      metric,
      exclusive,
      rows.map(({ values }) => values[i]!),
      unassigned[i]!,
      total[i]!,
    ),
  );
  return { by, rows, total, unassigned, exclusive, proof };
}

/**
 * Metrics of each report in parts, with whole, rest and proof.
 *
 * @throws DIMENSION_NOT_AVAILABLE, UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function breakdown(
  runner: Runner,
  scope: Scope,
  keys: readonly ReportKey[],
  by: Dimension,
  ids: readonly MetricId[],
): Promise<Breakdown[]> {
  const metrics = runner.metricsBy(ids, by);
  const measures = measuresOfAll(metrics);
  const result: Breakdown[] = [];
  const groups = await runner.group(keys);
  await Promise.all(
    groups.map(async (group) => {
      const [tallies, partsOf] = await Promise.all([
        runner.tally(scope, group, { measures, by }),
        listParts(runner, scope, group, by),
      ]);
      for (const { index, unit } of group.members) {
        const cells = tallies.get(unit)?.get('') ?? new Map<string, Tallies>();
        result[index] = assemble(metrics, by, partsOf(unit, cells), cells);
      }
    }),
  );
  return result;
}
