import { sql } from 'kysely';
import type { Text } from '../domain/text.ts';
import { childUnits } from './child-units.ts';
import type { Breakdown, BreakdownRow, MetricValue, Proof, ReportKey } from './engine.types.ts';
import type { Dimension } from './dimension.ts';
import type { Metric } from './metric.ts';
import { addUp, coverageMeasuresOf, isOfPlaces, rollUp, sameAmount, type Tallies } from './rollup.ts';
import { measuresOfAll, NO_TALLIES, partKey, UNASSIGNED, WHOLE, type ReportGroup, type Runner } from './runner.ts';
import { NO_VALUES } from './slots.ts';
import type { MetricId } from './registry.ts';
import type { Sql } from '../database/sql.ts';
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

/** What a part of one of these dimensions, or a kind of unit, is called; null where no fixed list names it. */
export const partWords = (by: Dimension, key: string): Text | null =>
  ({ ...WORDS, UNIT_KIND: UNIT_KINDS as Readonly<Record<string, Text>> })[by]?.[key] ?? null;

/** A part as it is listed: its key and how it is called. */
export interface ListedPart {
  readonly key: string;
  readonly label: Text;
}

const causesSql = (): Sql => sql`/* metrics:causes */
select code, name_zh, name_en from cause order by position, code`;

type PartsOf = (unit: string, cells: ReadonlyMap<string, Tallies>) => ListedPart[];

const keysIn = (cells: ReadonlyMap<string, Tallies>): string[] =>
  [...cells.keys()].filter((cell) => cell.startsWith(partKey(''))).map((cell) => cell.slice(partKey('').length));

const same = (text: string): Text => ({ zh: text, en: text });

/** How the parts of a dimension are listed, in order; only those that occur, unless they are a fixed list. */
async function listParts(runner: Runner, group: ReportGroup, by: Dimension): Promise<PartsOf> {
  const fixed = WORDS[by];
  if (fixed) return () => Object.entries(fixed).map(([key, label]) => ({ key, label }));
  if (by === 'CHILD_UNIT') {
    const children = await childUnits(runner, group);
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
  const sums = { parts, unassigned: rest.numerator, total: total.numerator };
  const same = sameAmount(addUp([sums.parts, sums.unassigned]), sums.total);
  const reason = !exclusive && !same ? OVERLAP : metric.denominator ? RATIO : null;
  const holds = reason ? null : same;
  return { id: metric.id as MetricId, ...sums, holds, reason };
}

function assemble(
  metrics: readonly Metric[],
  by: Dimension,
  listed: readonly ListedPart[],
  cells: ReadonlyMap<string, Tallies>,
  covered: ReadonlyMap<string, Tallies>,
): Breakdown {
  const exclusive = metrics.every(({ numerator }) => numerator.base.dimensions[by]?.overlapping === undefined);
  const coveredIn = (cell: string) => (cell === WHOLE || isOfPlaces(by) ? (covered.get(cell) ?? NO_TALLIES) : null);
  const valuesOf = (cell: string) =>
    metrics.map((metric) => rollUp(metric, cells.get(cell) ?? NO_TALLIES, coveredIn(cell)));
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
  keys: readonly ReportKey[],
  by: Dimension,
  ids: readonly MetricId[],
): Promise<Breakdown[]> {
  const metrics = runner.metricsBy(ids, by);
  const measures = measuresOfAll(metrics, by);
  const result: Breakdown[] = [];
  const groups = await runner.group(keys);
  // Where the parts are no places, the organisations of the whole are counted beside them.
  const apart = isOfPlaces(by) ? [] : metrics.flatMap(coverageMeasuresOf);
  const [cellsOf, coveredOf, listed] = await Promise.all([
    runner.tallyEach(groups, { measures, by }),
    runner.tallyEach(groups, { measures: apart }),
    Promise.all(groups.map((group) => listParts(runner, group, by))),
  ]);
  groups.forEach(({ members }, i) => {
    for (const { index, unit } of members) {
      const cells = cellsOf[i]!(unit);
      const covered = isOfPlaces(by) ? cells : coveredOf[i]!(unit);
      result[index] = assemble(metrics, by, listed[i]!(unit, cells), cells, covered);
    }
  });
  return result;
}
