import type DataLoader from 'dataloader';
import type { GrainName, TrendModeName } from '../../graph/enums.ts';
import { batchLoader } from '../../graph/batch-loader.ts';
import { boundedCache } from '../../graph/bounded-cache.ts';
import type {
  Breakdown,
  Dimension,
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

/** Loaders over the metric engine: what a level of the query asks for is computed together. */
export interface ReportLoaders {
  readonly values: DataLoader<Ask, readonly MetricValue[], string>;
  readonly breakdown: DataLoader<BreakdownAsk, Breakdown, string>;
  readonly trend: DataLoader<TrendAsk, readonly TrendPoint[], string>;
  readonly ranking: DataLoader<ReportKey, readonly TownRank[], string>;
}

const MOST_REMEMBERED = 5000;
const askText = (ask: Ask, ...more: readonly (string | null)[]): string =>
  [reportKeyText(ask.key), ask.ids.join(','), ...more].join('#');

export function createReportLoaders(engine: MetricEngine, scope: Scope): ReportLoaders {
  return {
    values: mergedLoader<Ask, readonly MetricValue[]>({
      variant: () => '',
      run: (keys, ids) => engine.values(scope, keys, ids),
      pick: pickValues,
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
    }),
    trend: mergedLoader<TrendAsk, readonly TrendPoint[]>({
      variant: ({ grain, mode, from, to }) => [grain, mode, from, to].join('|'),
      run: (keys, ids, { grain, mode, from, to }) => engine.trend(scope, keys, grain, ids, from, to, mode),
      pick: (found, ids) => found.map((point) => ({ ...point, values: pickValues(point.values, ids) })),
    }),
    ranking: batchLoader<ReportKey, readonly TownRank[], string>((keys) => engine.ranking(scope, keys), {
      cacheKeyFn: reportKeyText,
      cacheMap: boundedCache(MOST_REMEMBERED),
    }),
  };
}

interface MergedLoader<A extends Ask, R> {
  /** What besides report and metrics tells two asks apart. */
  readonly variant: (ask: A) => string;
  readonly run: (keys: readonly ReportKey[], ids: readonly MetricId[], ask: A) => Promise<readonly R[]>;
  /** The part of a merged result that one ask wanted. */
  readonly pick: (found: R, ids: readonly MetricId[]) => R;
}

function mergedLoader<A extends Ask, R>({ variant, run, pick }: MergedLoader<A, R>): DataLoader<A, R, string> {
  const foundKey = (ask: A): string => `${variant(ask)}#${reportKeyText(ask.key)}`;
  return batchLoader<A, R, string>(
    async (asks) => {
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
    { cacheKeyFn: (ask) => askText(ask, variant(ask)), cacheMap: boundedCache(MOST_REMEMBERED) },
  );
}

function pickValues<T extends { readonly id: MetricId }>(values: readonly T[], ids: readonly MetricId[]): T[] {
  const byId = new Map(values.map((value) => [value.id, value]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
