import type { ViewerDb } from '../database/handles.ts';
import { dayInShanghai } from '../domain/day.ts';
import type { Validity } from '../loading/validity.ts';
import { breakdown } from './breakdown.ts';
import type { Sql } from '../database/sql.ts';
import { compare } from './compare.ts';
import { countedCases } from './counted-cases.ts';
import type {
  Breakdown,
  EvidencePage,
  EvidenceRow,
  Grain,
  MetricChange,
  MetricValue,
  Page,
  Part,
  ReportKey,
  Span,
  TownRank,
  TrendMode,
  TrendPoint,
} from './engine.types.ts';
import { everyRows, rows } from './evidence.ts';
import type { Dimension } from './dimension.ts';
import { ranking } from './ranking.ts';
import { registry as declared, type MetricId, type Registry } from './registry.ts';
import { Runner } from './runner.ts';
import { StatementCache } from './statement.ts';
import { trend } from './trend.ts';
import { values } from './values.ts';

export type * from './engine.types.ts';
export { DIMENSIONS, type Dimension } from './dimension.ts';
export { lackingEntries } from './lacking-entries.ts';
export { metricVersion, tablesOf, type MetricVersion } from './metric-version.ts';
export type { Metric, MetricFormat, MetricGroup, MetricUnit, Polarity, Rollup } from './metric.ts';
export { metricIds, metricIdValues, METRICS, registry } from './registry.ts';
export type { MetricId, Registry } from './registry.ts';
export { partWords } from './breakdown.ts';
export { STATES, VENUE_WAYS } from './words.ts';

/** Every figure of Wallchart. What it covers is what the viewer of its database may see. */
export interface MetricEngine {
  /** Metrics of each report, in the order of `keys` and `ids`; one statement per base and level of unit. */
  values(keys: readonly ReportKey[], ids: readonly MetricId[]): Promise<MetricValue[][]>;
  /** Metrics of each report in parts, with whole, rest and proof. */
  breakdown(keys: readonly ReportKey[], by: Dimension, ids: readonly MetricId[]): Promise<Breakdown[]>;
  /** Metrics over weeks or months. `from` null: start of the campaign; `to`, included, null: day of the report. */
  trend(
    keys: readonly ReportKey[],
    grain: Grain,
    ids: readonly MetricId[],
    from: string | null,
    to: string | null,
    mode: TrendMode,
  ): Promise<TrendPoint[][]>;
  /** How metrics change from a report to another day, and why; for each of the spans. */
  compare(spans: readonly Span[], ids: readonly MetricId[]): Promise<MetricChange[][]>;
  /** The rows behind a figure, or behind one cell of a breakdown. */
  rows(key: ReportKey, id: MetricId, part: Part | null, page: Page): Promise<EvidencePage>;
  /** All of them, in their order, for each report. */
  everyRow(keys: readonly ReportKey[], id: MetricId, part: Part | null): Promise<EvidenceRow[][]>;
  /** A query for the numbers of the cases that a figure counts. @throws BAD_INPUT for a figure over no cases */
  countedCases(key: ReportKey, id: MetricId): Promise<Sql>;
  /** The child units of each report in the order of the circular. */
  ranking(keys: readonly ReportKey[]): Promise<TownRank[][]>;
  /** The same engine, which remembers the tree as it reads it, for as long as it holds. */
  remembering(validity: Validity): MetricEngine;
}

interface EngineOptions {
  /** Today's day in Asia/Shanghai, for reports on today's tree. */
  readonly today?: () => string;
  readonly registry?: Registry;
}

/** Statements do not depend on the database, so engines of transactions and tests share the compiled ones. */
const statements = new WeakMap<Registry, StatementCache>();

function statementsOf(registry: Registry): StatementCache {
  const found = statements.get(registry) ?? new StatementCache();
  statements.set(registry, found);
  return found;
}

/** The engine for a viewer; statements are compiled once and kept. */
export function createMetricEngine(
  db: ViewerDb,
  { today = dayInShanghai, registry = declared }: EngineOptions = {},
): MetricEngine {
  return engineOver(new Runner(db, registry, today, statementsOf(registry)));
}

function engineOver(runner: Runner): MetricEngine {
  return {
    values: (keys, ids) => values(runner, keys, ids),
    breakdown: (keys, by, ids) => breakdown(runner, keys, by, ids),
    trend: (keys, grain, ids, from, to, mode) => trend(runner, keys, ids, { grain, from, to, mode }),
    compare: (spans, ids) => compare(runner, spans, ids),
    rows: (key, id, part, page) => rows(runner, key, id, part, page),
    everyRow: (keys, id, part) => everyRows(runner, keys, id, part),
    countedCases: (key, id) => countedCases(runner, key, id),
    ranking: (keys) => ranking(runner, keys),
    remembering: (validity) => engineOver(runner.remembering(validity)),
  };
}
