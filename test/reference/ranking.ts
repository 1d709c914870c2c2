import { valueOf } from './report.ts';
import { childrenOn } from './tree.ts';
import type { Question } from './context.ts';

/** A child unit among its siblings (docs/domain.md#arithmetic). */
export interface Ranked {
  unit: string;
  rank: number | null;
  tied: boolean;
  identified: number;
  rectified: number;
  outstanding: number;
}

/** Better first: rate without dividing, then outstanding, then overdue. */
function better(a: Row, b: Row): number {
  const rates = b.rectified * a.identified - a.rectified * b.identified;
  return rates !== 0 ? rates : a.outstanding !== b.outstanding ? a.outstanding - b.outstanding : a.overdue - b.overdue;
}

interface Row {
  unit: string;
  identified: number;
  rectified: number;
  outstanding: number;
  overdue: number;
}

/**
 * Children with a case by rate, outstanding, overdue and code, those without one after them in code order. Equal in
 * all three is a tie and shares the rank; all-done ones are equal first, however many cases they had.
 */
export function ranking(q: Question, unit: string): Ranked[] {
  const rows: Row[] = childrenOn(q.ledger, unit, q.treeDay).map((child) => {
    const count = (id: string): number => Number(valueOf(q, child.code, id).value);
    return {
      unit: child.code,
      identified: count('IDENTIFIED'),
      rectified: count('RECTIFIED'),
      outstanding: count('OUTSTANDING'),
      overdue: count('OVERDUE'),
    };
  });
  const ranked = rows.filter((row) => row.identified > 0).sort((a, b) => better(a, b) || (a.unit < b.unit ? -1 : 1));
  const shown: Ranked[] = ranked.map(({ overdue: _, ...row }, i) => ({
    ...row,
    rank: 1 + ranked.findIndex((other) => better(other, ranked[i] ?? other) === 0),
    tied: ranked.filter((other) => better(other, ranked[i] ?? other) === 0).length > 1,
  }));
  const none = rows.filter((row) => row.identified === 0);
  return [...shown, ...none.map(({ overdue: _, ...row }) => ({ ...row, rank: null, tied: false }))];
}
