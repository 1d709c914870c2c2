import type { PlacedFigure } from '../pages/build-document.ts';

/** A figure before and after; one of the two is null where it was added or removed. */
export interface ChangedFigure {
  readonly before: PlacedFigure | null;
  readonly after: PlacedFigure | null;
}

/** The part of a key that figures of one sentence, or of one row, share. */
export const rowOf = (key: string): string => key.replace(/\.[^.]*$/, '');

/**
 * The figures that two editions print differently, in the order of the later one. A row of a table that is gone or new
 * is one change, not one per cell.
 */
export function changedFigures(before: readonly PlacedFigure[], after: readonly PlacedFigure[]): ChangedFigure[] {
  const earlier = new Map(before.map((figure) => [figure.key, figure]));
  const later = new Map(after.map((figure) => [figure.key, figure]));
  const changed = after.flatMap((figure): ChangedFigure[] => {
    const was = earlier.get(figure.key);
    return was && saysOtherwise(was, figure) ? [{ before: was, after: figure }] : [];
  });
  const removed = firstOfRows(before, later).map((figure) => ({ before: figure, after: null }));
  const added = firstOfRows(after, earlier).map((figure) => ({ before: null, after: figure }));
  return [...changed, ...removed, ...added];
}

/** Another value, or other words; one value that is written with more decimals than it was says the same. */
const saysOtherwise = (was: PlacedFigure, is: PlacedFigure): boolean =>
  was.text !== is.text &&
  (was.value === null || was.value !== is.value || was.bind.of !== 'metric' || isBound(was) !== isBound(is));

/** A lower bound of a value is not the value. */
const isBound = ({ text }: PlacedFigure): boolean => /余|不少于|at least/.test(text);

/** Figures that others lack; of a row that they lack altogether, the first. */
function firstOfRows(figures: readonly PlacedFigure[], others: ReadonlyMap<string, PlacedFigure>): PlacedFigure[] {
  const rows = new Set([...others.keys()].map(rowOf));
  const seen = new Set<string>();
  return figures.filter(({ key }) => {
    if (others.has(key)) return false;
    const row = rowOf(key);
    if (rows.has(row)) return true;
    const first = !seen.has(row);
    seen.add(row);
    return first;
  });
}
