import Big from 'big.js';
import type { ReportKey, Scope, TownRank } from './engine.types.ts';
import type { Measure } from './base.ts';
import { childUnits } from './breakdown.ts';
import { caseSegments, declaredMeasures } from './definitions/cases.metric.ts';
import { NO_TALLIES, partKey, type Runner } from './runner.ts';
import type { Tallies } from './rollup.ts';
import { rollUp } from './rollup.ts';

const { identified, rectified, outstanding, overdue } = declaredMeasures;
const MEASURES: Measure[] = [identified, rectified, outstanding, overdue, ...Object.values(caseSegments)];

interface Standing extends Omit<TownRank, 'rank' | 'tied'> {
  /** All that are overdue, relapsed and accepted ones included; the order goes by it. */
  readonly late: number;
}

function standingOf(runner: Runner, unit: string, name: string, tallies: Tallies): Standing {
  const count = (measure: Measure): number => Number(tallies.get(measure)?.sum ?? 0);
  return {
    unit, name,
    identified: count(identified),
    rectified: count(rectified),
    outstanding: count(outstanding),
    late: count(overdue),
    relapsed: count(caseSegments.relapsed),
    acceptedPending: count(caseSegments.acceptedPending),
    overdue: count(caseSegments.overdue),
    inWork: count(caseSegments.inWork),
    rate: rollUp(runner.metrics(['RECTIFICATION_RATE'])[0]!, tallies).value,
  };
}

/** By rate, then outstanding, then overdue; zero is a tie. */
const compareMerit = (a: Standing, b: Standing): number =>
  new Big(b.rate ?? 0).cmp(new Big(a.rate ?? 0)) || a.outstanding - b.outstanding || a.late - b.late;

/**
 * Puts units into the order of the circular: by rate, then outstanding, then overdue, then division code. Ties share a
 * rank; a unit without a case comes last and has none (domain.md, section 5).
 */
export function rank(standings: readonly Standing[]): TownRank[] {
  const byCode = standings.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  const ranked = byCode.filter(({ identified: cases }) => cases > 0).toSorted(compareMerit);
  const rest = byCode.filter(({ identified: cases }) => cases === 0);
  return [
    ...ranked.map(({ late, ...standing }) => {
      const own = { ...standing, late };
      const peers = ranked.filter((other) => compareMerit(own, other) === 0).length;
      return { ...standing, rank: 1 + ranked.filter((other) => compareMerit(other, own) < 0).length, tied: peers > 1 };
    }),
    ...rest.map(({ late: _, ...standing }) => ({ ...standing, rank: null, tied: false })),
  ];
}

/** The child units of each report, ranked. @throws UNKNOWN_UNIT */
export async function ranking(runner: Runner, scope: Scope, keys: readonly ReportKey[]): Promise<TownRank[][]> {
  const result: TownRank[][] = [];
  const groups = await runner.group(keys);
  const measures = [...MEASURES, ...rateMeasures(runner)];
  await Promise.all(groups.map(async (group) => {
    const [tallies, children] = await Promise.all([
      runner.tally(scope, group, { measures, by: 'CHILD_UNIT' }), childUnits(runner, scope, group),
    ]);
    for (const { index, unit } of group.members) {
      const cells = tallies.get(unit)?.get('') ?? new Map<string, Tallies>();
      const shown = (children.get(unit) ?? []).filter(({ code, valid }) => valid || cells.has(partKey(code)));
      result[index] = rank(shown.map(({ code, name }) =>
        standingOf(runner, code, name, cells.get(partKey(code)) ?? NO_TALLIES)));
    }
  }));
  return result;
}

const rateMeasures = (runner: Runner): Measure[] => {
  const { numerator, denominator } = runner.metrics(['RECTIFICATION_RATE'])[0]!;
  return denominator ? [numerator, denominator] : [numerator];
};
