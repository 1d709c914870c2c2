import type { GrainName, TrendModeName } from '../../graphql-types/enums.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import type {
  Breakdown,
  Dimension,
  EvidenceRow,
  MetricChange,
  Part,
  Span,
  MetricEngine,
  MetricId,
  MetricValue,
  ReportKey,
  Scope,
  TownRank,
  TrendPoint,
} from '../../metrics/index.ts';
import { mergeAsks, reportKeyText, type Ask } from './merge-asks.ts';

export interface BreakdownAsk extends Ask {
  readonly by: Dimension;
}

export interface TrendAsk extends Ask {
  readonly grain: GrainName;
  readonly mode: TrendModeName;
  readonly from: string | null;
  readonly to: string | null;
}

export interface CompareAsk extends Ask, Span {}

export interface EvidenceAsk {
  readonly key: ReportKey;
  readonly id: MetricId;
  readonly part: Part | null;
}

declare module '../../graphql-types/context.ts' {
  interface SharedLoaders {
    readonly reports: ReportLoaders;
  }
}

/** Loaders over the metric engine: what a level of the query asks for is computed together. */
export interface ReportLoaders {
  readonly values: Loader<Ask, readonly MetricValue[]>;
  readonly breakdown: Loader<BreakdownAsk, Breakdown>;
  readonly trend: Loader<TrendAsk, readonly TrendPoint[]>;
  readonly ranking: Loader<ReportKey, readonly TownRank[]>;
  readonly compare: Loader<CompareAsk, readonly MetricChange[]>;
  /** Every row behind a figure, or behind one cell of a breakdown. */
  readonly evidence: Loader<EvidenceAsk, readonly EvidenceRow[]>;
}

/** What each loader remembers: answers, and figures in all of them; some 50 MB. */
const FIGURES = { entries: 5000, weight: 200_000 };
const rowsText = ({ id, part }: EvidenceAsk): string => JSON.stringify([id, part]);
const askText = (ask: Ask, ...more: readonly (string | null)[]): string =>
  [reportKeyText(ask.key), ask.ids.join(','), ...more].join('#');

export function createReportLoaders(engine: MetricEngine, scope: Scope): ReportLoaders {
  return {
    values: mergedLoader<Ask, readonly MetricValue[]>({
      variant: () => '',
      run: (keys, ids) => engine.values(scope, keys, ids),
      pick: pickValues,
      weigh: (values) => values.length,
    }),
    breakdown: mergedLoader<BreakdownAsk, Breakdown>({
      variant: ({ by }) => by,
      run: (keys, ids, { by }) => engine.breakdown(scope, keys, by, ids),
      pick: (found, ids) => ({
        ...found,
        rows: found.rows.map((row) => ({ ...row, values: pickValues(row.values, ids) })),
        total: pickValues(found.total, ids),
        unassigned: pickValues(found.unassigned, ids),
        proof: pickValues(found.proof, ids),
      }),
      weigh: ({ rows, total }) => (rows.length + 3) * total.length,
    }),
    trend: mergedLoader<TrendAsk, readonly TrendPoint[]>({
      variant: ({ grain, mode, from, to }) => [grain, mode, from, to].join('|'),
      run: (keys, ids, { grain, mode, from, to }) => engine.trend(scope, keys, grain, ids, from, to, mode),
      pick: (found, ids) => found.map((point) => ({ ...point, values: pickValues(point.values, ids) })),
      weigh: (points) => points.reduce((sum, { values }) => sum + values.length, 0),
    }),
    ranking: sharedLoader<ReportKey, readonly TownRank[]>({
      keyOf: reportKeyText,
      bounds: { ...FIGURES, weigh: (ranks) => ranks.length },
      loadAll: (keys) => engine.ranking(scope, keys),
    }),
    compare: sharedLoader<CompareAsk, readonly MetricChange[]>({
      keyOf: (ask) => askText(ask, ask.to, ask.toKnownAt),
      bounds: { ...FIGURES, weigh: (changes) => 5 * changes.length },
      loadAll: alikeTogether(
        ({ ids }) => ids.join(),
        (asks, { ids }) => engine.compare(scope, asks, ids),
      ),
    }),
    evidence: sharedLoader<EvidenceAsk, readonly EvidenceRow[]>({
      keyOf: (ask) => `${reportKeyText(ask.key)}#${rowsText(ask)}`,
      bounds: { ...FIGURES, weigh: (rows) => 5 * rows.length },
      loadAll: alikeTogether(rowsText, (asks, { id, part }) =>
        engine.everyRow(
          scope,
          asks.map(({ key }) => key),
          id,
          part,
        ),
      ),
    }),
  };
}

/** Loads asks that are alike in one go; where that fails, each of them does. */
function alikeTogether<A, R>(
  kindOf: (ask: A) => string,
  load: (asks: readonly A[], first: A) => Promise<readonly R[]>,
): (asks: readonly A[]) => Promise<(R | Error)[]> {
  return async (asks) => {
    const found = new Map<A, R | Error>();
    await Promise.all(
      [...Map.groupBy(asks, kindOf).values()].map(async (alike) => {
        const results = await load(alike, alike[0] as A).catch((error: unknown) => error as Error);
        alike.forEach((ask, i) => found.set(ask, results instanceof Error ? results : (results[i] as R)));
      }),
    );
    return asks.map((ask) => found.get(ask) as R | Error);
  };
}

interface MergedLoader<A extends Ask, R> {
  /** What besides report and metrics tells two asks apart. */
  readonly variant: (ask: A) => string;
  readonly run: (keys: readonly ReportKey[], ids: readonly MetricId[], ask: A) => Promise<readonly R[]>;
  /** The part of a merged result that one ask wanted. */
  readonly pick: (found: R, ids: readonly MetricId[]) => R;
  /** Figures in a result. */
  readonly weigh: (found: R) => number;
}

function mergedLoader<A extends Ask, R>({ variant, run, pick, weigh }: MergedLoader<A, R>): Loader<A, R> {
  const foundKey = (ask: A): string => `${variant(ask)}#${reportKeyText(ask.key)}`;
  return sharedLoader<A, R>({
    keyOf: (ask) => askText(ask, variant(ask)),
    bounds: { ...FIGURES, weigh },
    loadAll: async (asks) => {
      const found = new Map<string, R | Error>();
      await Promise.all(
        [...Map.groupBy(asks, variant).values()].flatMap((alike) =>
          mergeAsks(alike).map(async ({ keys, ids }) => {
            const ask = alike[0] as A;
            const results = await run(keys, ids, ask).catch((error: unknown) => error as Error);
            keys.forEach((key, index) => {
              const result = results instanceof Error ? results : results[index];
              if (result !== undefined) found.set(foundKey({ ...ask, key }), result);
            });
          }),
        ),
      );
      return asks.map((ask) => {
        const result = found.get(foundKey(ask)) as R | Error;
        return result instanceof Error ? result : pick(result, ask.ids);
      });
    },
  });
}

function pickValues<T extends { readonly id: MetricId }>(values: readonly T[], ids: readonly MetricId[]): T[] {
  const byId = new Map(values.map((value) => [value.id, value]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
