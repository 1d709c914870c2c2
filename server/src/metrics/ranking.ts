import { Big } from 'big.js';
import type { ReportKey, TownRank } from './engine.types.ts';
import type { Measure } from './base.ts';
import { childUnits } from './child-units.ts';
import { caseSegments, declaredMeasures } from './definitions/cases.metric.ts';
import { NO_TALLIES, partKey, type Runner } from './runner.ts';
import { rollUp, type Tallies } from './rollup.ts';

const { identified, rectified, outstanding, overdue } = declaredMeasures;
const MEASURES: Measure[] = [identified, rectified, outstanding, overdue, ...Object.values(caseSegments)];

/** How a unit stands before it is ranked. */
export interface Standing {
  readonly shown: Omit<TownRank, 'rank' | 'tied'>;
  /** All that are overdue, relapsed and accepted ones included; the order goes by it. */
  readonly late: number;
}

function standingOf(runner: Runner, unit: string, name: string, tallies: Tallies): Standing {
  const count = (measure: Measure): number => Number(tallies.get(measure)?.sum ?? 0);
  const shown = {
    unit,
    name,
    identified: count(identified),
    rectified: count(rectified),
    outstanding: count(outstanding),
    relapsed: count(caseSegments.relapsed),
    acceptedPending: count(caseSegments.acceptedPending),
    overdue: count(caseSegments.overdue),
    inWork: count(caseSegments.inWork),
    rate: rollUp(runner.metrics(['RECTIFICATION_RATE'])[0]!, tallies).value,
    illustrative: MEASURES.some((measure) => tallies.get(measure)?.illustrative === true),
  };
  return { shown, late: count(overdue) };
}

/** By rate, then outstanding, then overdue; zero is a tie. */
const compareMerit = (a: Standing, b: Standing): number =>
  new Big(b.shown.rate ?? 0).cmp(new Big(a.shown.rate ?? 0)) ||
  a.shown.outstanding - b.shown.outstanding ||
  a.late - b.late;

/**
 * Puts units into the order of the circular: by rate, then outstanding, then overdue, then division code. Ties share a
 * rank; a unit without a case comes last and has none (docs/domain.md#arithmetic).
 */
export function rank(standings: readonly Standing[]): TownRank[] {
  const byCode = standings.toSorted((a, b) => (a.shown.unit < b.shown.unit ? -1 : 1));
  const ranked = byCode.filter(({ shown }) => shown.identified > 0).toSorted(compareMerit);
  const towns: TownRank[] = [];
  for (const standing of ranked) {
    const better = ranked.filter((other) => compareMerit(other, standing) < 0).length;
    const peers = ranked.filter((other) => compareMerit(other, standing) === 0).length;
    towns.push({ ...standing.shown, rank: better + 1, tied: peers > 1 });
  }
  for (const { shown } of byCode) if (shown.identified === 0) towns.push({ ...shown, rank: null, tied: false });
  return towns;
}

/**
 * The child units of each report, ranked; those of kind `other` only where something was identified, as a prison does not
 * fall behind the towns.
 *
 * @throws UNKNOWN_UNIT
 */
export async function ranking(runner: Runner, keys: readonly ReportKey[]): Promise<TownRank[][]> {
  const result: TownRank[][] = [];
  const groups = await runner.group(keys);
  const measures = [...MEASURES, ...rateMeasures(runner)];
  const [cellsOf, listed] = await Promise.all([
    runner.tallyEach(groups, { measures, by: 'CHILD_UNIT' }),
    Promise.all(groups.map((group) => childUnits(runner, group))),
  ]);
  groups.forEach(({ members }, i) => {
    for (const { index, unit } of members) {
      const cells = cellsOf[i]!(unit);
      const shown = (listed[i]!.get(unit) ?? []).filter(
        ({ code, valid, other }) => (valid && !other) || cells.has(partKey(code)),
      );
      result[index] = rank(
        shown.map(({ code, name }) => standingOf(runner, code, name, cells.get(partKey(code)) ?? NO_TALLIES)),
      );
    }
  });
  return result;
}

const rateMeasures = (runner: Runner): Measure[] => {
  const { numerator, denominator } = runner.metrics(['RECTIFICATION_RATE'])[0]!;
  return denominator ? [numerator, denominator] : [numerator];
};
