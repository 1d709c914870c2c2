import type { GrainName, TrendModeName } from '../../graphql-types/enums.ts';
import { MEGABYTE } from '../../loading/bounded-cache.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import { UNCHANGING, type Validity } from '../../loading/validity.ts';
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
  TownRank,
  TrendPoint,
} from '../../metrics/index.ts';
import { mergeRequests, reportKeyText, type Request } from './merge-requests.ts';

export interface BreakdownRequest extends Request {
  readonly by: Dimension;
}

export interface TrendRequest extends Request {
  readonly grain: GrainName;
  readonly mode: TrendModeName;
  readonly from: string | null;
  readonly to: string | null;
}

export interface CompareRequest extends Request, Span {}

export interface EvidenceRequest {
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
  readonly values: Loader<Request, readonly MetricValue[]>;
  readonly breakdown: Loader<BreakdownRequest, Breakdown>;
  readonly trend: Loader<TrendRequest, readonly TrendPoint[]>;
  readonly ranking: Loader<ReportKey, readonly TownRank[]>;
  readonly compare: Loader<CompareRequest, readonly MetricChange[]>;
  /** Every row behind a figure, or behind one cell of a breakdown. */
  readonly evidence: Loader<EvidenceRequest, readonly EvidenceRow[]>;
}

/** What each loader remembers, and what a figure takes, about. */
const FIGURES = 50 * MEGABYTE;
const FIGURE_BYTES = 250;
const figures = <R>(count: (found: R) => number) => ({
  bytes: FIGURES,
  bytesOf: (found: R) => FIGURE_BYTES * count(found),
});
const keysOf = (requests: readonly { readonly key: ReportKey }[]): ReportKey[] => requests.map(({ key }) => key);
const aboutKey = ({ unit }: ReportKey): readonly string[] => [unit];
const about = ({ key }: { readonly key: ReportKey }): readonly string[] => aboutKey(key);
const rowsText = ({ id, part }: EvidenceRequest): string => JSON.stringify([id, part]);
const requestText = (query: Request, ...more: readonly (string | null)[]): string =>
  [reportKeyText(query.key), query.ids.join(','), ...more].join('#');

export function createReportLoaders(engine: MetricEngine, validity: Validity = UNCHANGING): ReportLoaders {
  const merged = <A extends Request, R>(options: MergedLoader<A, R>): Loader<A, R> => mergedLoader(options, validity);
  return {
    values: merged<Request, readonly MetricValue[]>({
      variant: () => '',
      run: (keys, ids) => engine.values(keys, ids),
      pick: pickValues,
      weigh: (values) => values.length,
    }),
    breakdown: merged<BreakdownRequest, Breakdown>({
      variant: ({ by }) => by,
      run: (keys, ids, { by }) => engine.breakdown(keys, by, ids),
      pick: (found, ids) => ({
        ...found,
        rows: found.rows.map((row) => ({ ...row, values: pickValues(row.values, ids) })),
        total: pickValues(found.total, ids),
        unassigned: pickValues(found.unassigned, ids),
        proof: pickValues(found.proof, ids),
      }),
      weigh: ({ rows, total }) => (rows.length + 3) * total.length,
    }),
    trend: merged<TrendRequest, readonly TrendPoint[]>({
      variant: ({ grain, mode, from, to }) => [grain, mode, from, to].join('|'),
      run: (keys, ids, { grain, mode, from, to }) => engine.trend(keys, grain, ids, from, to, mode),
      pick: (found, ids) => found.map((point) => ({ ...point, values: pickValues(point.values, ids) })),
      weigh: (points) => points.reduce((sum, { values }) => sum + values.length, 0),
    }),
    ranking: sharedLoader<ReportKey, readonly TownRank[]>({
      keyOf: reportKeyText,
      about: aboutKey,
      validity,
      bounds: figures((ranks) => ranks.length),
      loadAll: (keys) => engine.ranking(keys),
    }),
    compare: sharedLoader<CompareRequest, readonly MetricChange[]>({
      keyOf: (query) => requestText(query, query.to, query.toKnownAt),
      about,
      validity,
      bounds: figures((changes) => 5 * changes.length),
      loadAll: alikeTogether(
        ({ ids }) => ids.join(),
        (requests, { ids }) => engine.compare(requests, ids),
      ),
    }),
    evidence: sharedLoader<EvidenceRequest, readonly EvidenceRow[]>({
      keyOf: (query) => `${reportKeyText(query.key)}#${rowsText(query)}`,
      about,
      validity,
      bounds: figures((rows) => 5 * rows.length),
      loadAll: alikeTogether(rowsText, (requests, { id, part }) => engine.everyRow(keysOf(requests), id, part)),
    }),
  };
}

/** Loads asks that are alike in one go; where that fails, each of them does. */
function alikeTogether<A, R>(
  kindOf: (query: A) => string,
  load: (requests: readonly A[], first: A) => Promise<readonly R[]>,
): (requests: readonly A[]) => Promise<(R | Error)[]> {
  return async (requests) => {
    const found = new Map<A, R | Error>();
    await Promise.all(
      [...Map.groupBy(requests, kindOf).values()].map(async (alike) => {
        const results = await load(alike, alike[0] as A).catch((error: unknown) => error as Error);
        alike.forEach((query, i) => found.set(query, results instanceof Error ? results : (results[i] as R)));
      }),
    );
    return requests.map((query) => found.get(query) as R | Error);
  };
}

interface MergedLoader<A extends Request, R> {
  /** What besides report and metrics tells two asks apart. */
  readonly variant: (query: A) => string;
  readonly run: (keys: readonly ReportKey[], ids: readonly MetricId[], query: A) => Promise<readonly R[]>;
  /** The part of a merged result that one ask wanted. */
  readonly pick: (found: R, ids: readonly MetricId[]) => R;
  /** Figures in a result. */
  readonly weigh: (found: R) => number;
}

function mergedLoader<A extends Request, R>(
  { variant, run, pick, weigh }: MergedLoader<A, R>,
  validity: Validity,
): Loader<A, R> {
  const foundKey = (query: A): string => `${variant(query)}#${reportKeyText(query.key)}`;
  return sharedLoader<A, R>({
    keyOf: (query) => requestText(query, variant(query)),
    about,
    validity,
    bounds: figures(weigh),
    loadAll: async (requests) => {
      const found = new Map<string, R | Error>();
      await Promise.all(
        [...Map.groupBy(requests, variant).values()].flatMap((alike) =>
          mergeRequests(alike).map(async ({ keys, ids }) => {
            const query = alike[0] as A;
            const results = await run(keys, ids, query).catch((error: unknown) => error as Error);
            keys.forEach((key, index) => {
              const result = results instanceof Error ? results : results[index];
              if (result !== undefined) found.set(foundKey({ ...query, key }), result);
            });
          }),
        ),
      );
      return requests.map((query) => {
        const result = found.get(foundKey(query)) as R | Error;
        return result instanceof Error ? result : pick(result, query.ids);
      });
    },
  });
}

function pickValues<T extends { readonly id: MetricId }>(values: readonly T[], ids: readonly MetricId[]): T[] {
  const byId = new Map(values.map((value) => [value.id, value]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
