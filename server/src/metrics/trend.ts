import { sql } from 'kysely';
import { addDays } from '../domain/day.ts';
import { WallchartError } from '../domain/errors.ts';
import type { Grain, Period, ReportKey, TrendMode, TrendPoint } from './engine.types.ts';
import type { Metric } from './metric.ts';
import { countPeriods, earlier, periodsBetween } from './periods.ts';
import { rollUp } from './rollup.ts';
import { measuresOfAll, NO_TALLIES, partKey, WHOLE, type ReportGroup, type Runner } from './runner.ts';
import type { MetricId } from './registry.ts';
import type { Sql } from '../database/sql.ts';
import { known } from '../ledger/temporal/index.ts';
import { NO_VALUES, slot } from './slots.ts';

/** As many weeks as ten years have; a longer trend is asked by month. */
const MOST_PERIODS = 530;

const startSql = (asKnown: boolean) => (): Sql =>
  sql`/* metrics:campaign start */
select k.start_on from campaign_version k where k.campaign = ${slot('campaign')}
  and ${known('k', asKnown ? sql`${slot('known0')}::timestamptz` : null)}`;

async function startOfCampaign(runner: Runner, { campaign, knownAt }: ReportGroup): Promise<string> {
  const asKnown = knownAt !== null;
  const rows = await runner.run<{ start_on: string }>(`start ${asKnown}`, startSql(asKnown), {
    ...NO_VALUES,
    campaign,
    knowns: [knownAt],
  });
  const start = rows[0]?.start_on;
  if (start === undefined) {
    throw new WallchartError('UNKNOWN_CAMPAIGN', `There is no campaign ${campaign} at that moment.`, { campaign });
  }
  return start;
}

export interface TrendRequest {
  readonly grain: Grain;
  /** First day; null is the start of the campaign. */
  readonly from: string | null;
  /** Last day, included; null is the day of the report, which also cuts a later one. */
  readonly to: string | null;
  readonly mode: TrendMode;
}

async function periodsOf(runner: Runner, group: ReportGroup, { grain, from, to }: TrendRequest): Promise<Period[]> {
  const last = to === null ? group.asOf : earlier(to, group.asOf);
  const first = from ?? (await startOfCampaign(runner, group));
  if (countPeriods(grain, first, last) > MOST_PERIODS) {
    throw new WallchartError(
      'QUERY_TOO_COMPLEX',
      `A trend has at most ${MOST_PERIODS} periods; ask for fewer, or for months.`,
      { from: first, to: last },
    );
  }
  return periodsBetween(grain, first, last);
}

/** Each point as a report of the last day of its period. */
async function levels(runner: Runner, group: ReportGroup, metrics: readonly Metric[], periods: readonly Period[]) {
  const days = periods.map(({ to }) => addDays(to, -1));
  const tallies = await runner.tally(group, { measures: measuresOfAll(metrics, null), days, course: true });
  return (unit: string): TrendPoint[] =>
    periods.map((period, i) => {
      const whole = tallies.get(unit)?.get(days[i]!)?.get(WHOLE) ?? NO_TALLIES;
      return { ...period, values: metrics.map((metric) => rollUp(metric, whole, whole)) };
    });
}

/** Each point from the rows of the report whose own day lies in its period. */
async function flows(
  runner: Runner,
  group: ReportGroup,
  metrics: readonly Metric[],
  periods: readonly Period[],
  by: Grain,
) {
  const window = { from: periods[0]!.from, to: periods.at(-1)!.to };
  const tallies = await runner.tally(group, { measures: measuresOfAll(metrics, by), by, window });
  return (unit: string): TrendPoint[] =>
    periods.map((period) => {
      const part = tallies.get(unit)?.get('')?.get(partKey(period.label)) ?? NO_TALLIES;
      return { ...period, values: metrics.map((metric) => rollUp(metric, part)) };
    });
}

/**
 * Metrics of each report over weeks or months: as they stood at the end of each (level), or what came in each (flow).
 *
 * @throws DIMENSION_NOT_AVAILABLE for a flow of a metric whose rows have no day, UNKNOWN_CAMPAIGN, UNKNOWN_METRIC,
 * UNKNOWN_UNIT, QUERY_TOO_COMPLEX
 */
export async function trend(
  runner: Runner,
  keys: readonly ReportKey[],
  ids: readonly MetricId[],
  query: TrendRequest,
): Promise<TrendPoint[][]> {
  const metrics = query.mode === 'flow' ? runner.metricsBy(ids, query.grain) : runner.metrics(ids);
  const result: TrendPoint[][] = [];
  const groups = await runner.group(keys);
  await Promise.all(
    groups.map(async (group) => {
      const periods = await periodsOf(runner, group, query);
      const empty = () => [];
      const pointsOf =
        periods.length === 0
          ? empty
          : query.mode === 'flow'
            ? await flows(runner, group, metrics, periods, query.grain)
            : await levels(runner, group, metrics, periods);
      for (const { index, unit } of group.members) result[index] = pointsOf(unit);
    }),
  );
  return result;
}
