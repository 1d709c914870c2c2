import { sql } from 'kysely';
import type { ViewerDb } from '../database/handles.ts';
import { WallchartError } from '../domain/errors.ts';
import type { Validity } from '../loading/validity.ts';
import { aggregate, type AggregateRow, type AggregateShape } from './aggregate.ts';
import type { Base, Measure } from './base.ts';
import type { MetricId, Registry } from './registry.ts';
import type { ReportKey } from './engine.types.ts';
import type { Dimension } from './dimension.ts';
import type { Metric } from './metric.ts';
import { measuresOf, type Tally, type Tallies } from './rollup.ts';
import { bind, embed, type StatementCache } from './statement.ts';
import type { Sql } from '../database/sql.ts';
import { NO_VALUES, slot, type SlotValues } from './slots.ts';
import { TreeMemory } from './tree-memory.ts';

/** Reports that one statement serves: all but the unit is the same, and the units are of one level. */
export interface ReportGroup {
  readonly campaign: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  /** Day on whose tree facts are drawn. */
  readonly treeDay: string;
  readonly tree: ReportKey['tree'];
  readonly level: number;
  readonly units: readonly string[];
  /** Places of the reports in the batch, and their units. */
  readonly members: readonly { readonly index: number; readonly unit: string }[];
}

/** Days that one statement answers for at most. */
const MOST_DAYS = 32;

/** A part of a breakdown, the whole, or what is unassigned. */
export const WHOLE = 'whole';
export const UNASSIGNED = 'unassigned';
export const partKey = (key: string): string => `part ${key}`;

/** Tallies by cell. */
export type Cells = ReadonlyMap<string, Tallies>;
/** Tallies by unit, then by day of the series (or ''), then by cell. */
export type UnitTallies = ReadonlyMap<string, ReadonlyMap<string, Cells>>;

interface Options {
  readonly measures: readonly Measure[];
  readonly by?: Dimension | null;
  readonly days?: readonly string[];
  /** The days are points of a course. */
  readonly course?: boolean;
  readonly window?: { readonly from: string; readonly to: string };
}

/** Sends the statements of the metric layer. */
export class Runner {
  readonly #db: ViewerDb;
  readonly #cache: StatementCache;
  readonly registry: Registry;
  readonly today: () => string;
  /** What is known of the tree; null where every report reads it again. */
  readonly tree: TreeMemory | null;

  constructor(db: ViewerDb, registry: Registry, today: () => string, cache: StatementCache, tree?: TreeMemory) {
    this.#db = db;
    this.#cache = cache;
    this.registry = registry;
    this.today = today;
    this.tree = tree ?? null;
  }

  /** Whether the viewer sees some units only. */
  get scoped(): boolean {
    return this.#db.viewer.scope.kind === 'units';
  }

  /** A runner that remembers the tree as it reads it, over the same statements. */
  remembering(validity: Validity): Runner {
    return new Runner(this.#db, this.registry, this.today, this.#cache, new TreeMemory(validity));
  }

  /** Sends a statement whose text is decided by `shape`. */
  async run<R>(shape: string, build: () => Sql, values: SlotValues): Promise<readonly R[]> {
    return (await this.#db.executeQuery<R>(bind(this.#cache.get(shape, build), values))).rows;
  }

  /** A statement whose text is decided by `shape`, with its values, as a part of another one. */
  embed(shape: string, build: () => Sql, values: SlotValues): Sql {
    return embed(this.#cache.get(shape, build), values);
  }

  /** Metrics by their ids. @throws UNKNOWN_METRIC */
  metrics(ids: readonly MetricId[]): Metric[] {
    return ids.map((id) => {
      const metric = this.registry.get(id);
      if (!metric) throw new WallchartError('UNKNOWN_METRIC', `There is no metric ${id}.`, { metric: id });
      return metric;
    });
  }

  /** Metrics that can be broken down by a dimension. @throws DIMENSION_NOT_AVAILABLE, UNKNOWN_METRIC */
  metricsBy(ids: readonly MetricId[], by: Dimension): Metric[] {
    const metrics = this.metrics(ids);
    for (const { id, dimensions } of metrics) {
      if (dimensions.includes(by)) continue;
      throw new WallchartError(
        'DIMENSION_NOT_AVAILABLE',
        `${id} cannot be broken down by ${by}; it can by ${dimensions.join(', ')}.`,
        { metric: id, dimension: by, available: dimensions },
      );
    }
    return metrics;
  }

  /** Groups reports so that each group takes one statement per base. @throws UNKNOWN_UNIT */
  async group(keys: readonly ReportKey[]): Promise<ReportGroup[]> {
    const levels = await this.#levels(keys);
    const members = keys.map((key, index) => ({ key, index, level: key.level ?? levels.get(key.unit)! }));
    const groups = Map.groupBy(members, ({ key, level }) =>
      JSON.stringify([key.campaign, key.asOf, key.knownAt, key.tree, level]),
    );
    return [...groups.values()].map((group) => {
      const { key, level } = group[0]!;
      return {
        campaign: key.campaign,
        asOf: key.asOf,
        knownAt: key.knownAt,
        tree: key.tree,
        treeDay: this.treeDay(key.tree, key.asOf),
        level,
        units: [...new Set(group.map((member) => member.key.unit))],
        members: group.map((member) => ({ index: member.index, unit: member.key.unit })),
      };
    });
  }

  treeDay(tree: ReportKey['tree'], day: string): string {
    return tree === 'now' ? this.today() : day;
  }

  /** Tallies of measures for all units of a group, one statement per base. */
  async tally(group: ReportGroup, input: Options): Promise<UnitTallies> {
    const byBase = Map.groupBy(new Set(input.measures), ({ base }) => base);
    const found = await Promise.all(
      [...byBase].map(async ([base, measures]) => ({
        measures,
        rows: await this.#aggregate(group, input, base, measures),
      })),
    );
    return collect(found);
  }

  /**
   * The cells of each unit of each group. Groups that differ in their day only are asked together, so that reports of
   * many days take one statement per base.
   */
  async tallyEach(
    groups: readonly ReportGroup[],
    input: Pick<Options, 'measures' | 'by'>,
  ): Promise<((unit: string) => Cells)[]> {
    const found = new Map<ReportGroup, (unit: string) => Cells>();
    const query = async (some: readonly ReportGroup[]): Promise<void> => {
      const days = some.length > 1 ? some.map(({ asOf }) => asOf) : undefined;
      const tallies = await this.tally(some[0]!, { ...input, days });
      for (const group of some) {
        found.set(group, (unit) => tallies.get(unit)?.get(days ? group.asOf : '') ?? NO_CELLS);
      }
    };
    await Promise.all(byDays(groups).map(query));
    return groups.map((group) => found.get(group)!);
  }

  #aggregate(group: ReportGroup, input: Options, base: Base, measures: readonly Measure[]) {
    const by = input.by ?? null;
    const shape: AggregateShape = {
      base,
      measures,
      by,
      level: group.level,
      known: group.knownAt !== null,
      scoped: this.scoped,
      series: input.days !== undefined,
      window: input.window !== undefined,
      course: input.course === true,
    };
    const names = measures.map(({ name }) => name).join();
    const flags = [shape.known, shape.scoped, shape.series, shape.window, shape.course].map(Number).join('');
    return this.run<AggregateRow>(
      `aggregate ${base.name} ${group.level} ${by} ${flags} ${names}`,
      () => aggregate(shape),
      {
        ...this.values(group),
        ...this.#days(group, input),
        from: input.window?.from ?? null,
        to: input.window?.to ?? null,
      },
    );
  }

  #days({ tree, asOf }: ReportGroup, { days = [asOf] }: Options): Pick<SlotValues, 'days' | 'trees'> {
    return this.days(tree, days);
  }

  /** Days with the days of their trees, for a statement that answers for many. */
  days(tree: ReportKey['tree'], days: readonly string[]): Pick<SlotValues, 'days' | 'trees'> {
    return { days, trees: days.map((day) => this.treeDay(tree, day)) };
  }

  /** The values of a group that statements leave open. */
  values(group: ReportGroup): SlotValues {
    const { viewer } = this.#db;
    return {
      campaign: group.campaign,
      days: [group.asOf],
      trees: [group.treeDay],
      knowns: [group.knownAt],
      units: group.units,
      scope: viewer.scope.kind === 'units' ? viewer.scope.codes : [],
      key: null,
      from: null,
      to: null,
      first: 0,
      skip: 0,
    };
  }

  async #levels(keys: readonly ReportKey[]): Promise<ReadonlyMap<string, number>> {
    const units = [...new Set(keys.filter(({ level }) => level === undefined).map(({ unit }) => unit))];
    if (units.length === 0) return new Map();
    const rows = await this.run<{ code: string; level: number }>('levels', levelsSql, { ...NO_VALUES, units });
    const levels = new Map(rows.map(({ code, level }) => [code, level]));
    const missing = units.find((unit) => !levels.has(unit));
    if (missing !== undefined) {
      throw new WallchartError('UNKNOWN_UNIT', `There is no unit ${missing}.`, { unit: missing });
    }
    return levels;
  }
}

/** Groups that differ in their day only, in lots that one statement can answer for. */
export function byDays(groups: readonly ReportGroup[]): ReportGroup[][] {
  const alike = Map.groupBy(groups, ({ campaign, knownAt, tree, level, units }) =>
    JSON.stringify([campaign, knownAt, tree, level, units]),
  );
  return [...alike.values()].flatMap((some) => chunksOf(MOST_DAYS, some));
}

const levelsSql = (): Sql => sql`/* metrics:levels */
select distinct on (code) code, level from org_unit_version where code = any (${slot('units')}::text[])
order by code, superseded_at desc, valid_from desc`;

/** Every measure that some metrics need, once. */
export const measuresOfAll = (metrics: readonly Metric[], by: Dimension | null): Measure[] => [
  ...new Set(metrics.flatMap((metric) => measuresOf(metric, by))),
];

const cellOf = ({ whole, key }: AggregateRow): string => {
  if (whole !== false) return WHOLE;
  return key === null || key === undefined ? UNASSIGNED : partKey(key);
};

function collect(found: readonly { measures: readonly Measure[]; rows: readonly AggregateRow[] }[]): UnitTallies {
  const units = new Map<string, Map<string, Map<string, Map<Measure, Tally>>>>();
  for (const { measures, rows } of found) {
    for (const row of rows) {
      const days = getOrMake(units, row.unit, () => new Map());
      const cells = getOrMake(days, row.day ?? '', () => new Map());
      const tallies = getOrMake(cells, cellOf(row), () => new Map());
      measures.forEach((measure, i) => {
        tallies.set(measure, {
          sum: row[`m${i}`] ?? null,
          illustrative: row[`i${i}`] ?? false,
          atLeast: row[`l${i}`] ?? false,
        });
      });
    }
  }
  return units;
}

export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function chunksOf<T>(size: number, list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

export const NO_TALLIES: Tallies = new Map();
export const NO_CELLS: Cells = new Map();
