import type { MetricValue, ReportKey } from './engine.types.ts';
import { rollUp } from './rollup.ts';
import { measuresOfAll, NO_TALLIES, WHOLE, type Runner } from './runner.ts';
import type { MetricId } from './registry.ts';

/**
 * Metrics of each report, in the order of `keys` and `ids`.
 *
 * @throws UNKNOWN_METRIC, UNKNOWN_UNIT
 */
export async function values(
  runner: Runner,
  keys: readonly ReportKey[],
  ids: readonly MetricId[],
): Promise<MetricValue[][]> {
  const metrics = runner.metrics(ids);
  const measures = measuresOfAll(metrics, null);
  const result: MetricValue[][] = [];
  const groups = await runner.group(keys);
  const cellsOf = await runner.tallyEach(groups, { measures });
  groups.forEach(({ members }, i) => {
    for (const { index, unit } of members) {
      const whole = cellsOf[i]!(unit).get(WHOLE) ?? NO_TALLIES;
      result[index] = metrics.map((metric) => rollUp(metric, whole, whole));
    }
  });
  return result;
}
