import type { Stretch } from './align.ts';
import type { LineFigure, Piece } from './text-flow.ts';

/** A difference between two stretches: the pieces that stand for each other, ends excluded; either may be none. */
export interface Region {
  readonly at: number;
  readonly end: number;
  readonly now: number;
  readonly endNow: number;
}

/** Pieces of words that turn a figure into a bound or an estimate: 近, 不足, 以上. */
const QUALIFIERS = new Set(['不少于', ...Array.from('负余约近超逾多几不足以上下左右')]);

/** What a list goes on with. */
const BETWEEN_NAMES = new Set(['、', ',', ';', '和', '及', '与', 'and']);

/**
 * The differences of two stretches, in order. One within a figure is the whole figure's; those that hardly anything
 * stands between are one.
 */
export function regionsOf(stretch: Stretch): Region[] {
  const { sealed, found, shared } = stretch;
  const plain: Region[] = [];
  let [at, now] = [0, 0];
  for (const [place, placeNow] of [...shared, [sealed.length, found.length] as const]) {
    if (place > at || placeNow > now) plain.push({ at, end: place, now, endNow: placeNow });
    [at, now] = [place + 1, placeNow + 1];
  }
  return joined(
    plain.map((region) => widened(stretch, region)),
    sealed,
  );
}

/** Widened to the figures that it touches. */
function widened({ sealed, found, shared }: Stretch, region: Region): Region {
  const touched = figuresIn(sealed, found, region);
  if (touched.size === 0) return region;
  let { at, end } = region;
  while (at > 0 && touched.has(sealed[at - 1]!.figure)) at -= 1;
  while (end < sealed.length && touched.has(sealed[end]!.figure)) end += 1;
  const before = shared.findLast(([place]) => place < at);
  const after = shared.find(([place]) => place >= end);
  return { at, end, now: before ? before[1] + 1 : 0, endNow: after ? after[1] : found.length };
}

function figuresIn(
  sealed: readonly Piece[],
  found: readonly Piece[],
  { at, end, now, endNow }: Region,
): ReadonlySet<LineFigure | null> {
  const [gone, came] = [sealed.slice(at, end), found.slice(now, endNow)];
  if ([...gone, ...came].every(({ kind }) => kind === 'mark')) return new Set();
  const [left, right] = [sealed[at - 1]?.figure ?? null, sealed[end]?.figure ?? null];
  const within = gone.length === 0 && left !== null && left === right ? [left] : [];
  const beside = came.some(({ kind, key }) => kind === 'number' || QUALIFIERS.has(key)) ? [left, right] : [];
  const goesOn = left?.expected.isList && BETWEEN_NAMES.has(came[0]?.key ?? '') ? [left] : [];
  const leadsOn = right?.expected.isList && BETWEEN_NAMES.has(came.at(-1)?.key ?? '') ? [right] : [];
  const inserted = gone.length === 0 ? [...beside, ...goesOn, ...leadsOn] : [];
  const figures = [...gone.map(({ figure }) => figure), ...within, ...inserted];
  return new Set(figures.filter((figure) => figure !== null));
}

/** Regions that overlap or have no more than one word between them, as one. */
function joined(regions: readonly Region[], sealed: readonly Piece[]): Region[] {
  const all: Region[] = [];
  for (const region of regions) {
    const last = all.at(-1);
    const between = last ? sealed.slice(last.end, region.at) : [];
    const near = between.length === 1 && between[0]!.kind === 'word' && between[0]!.line === sealed[region.at]?.line;
    if (last && (region.at < last.end || (region.at === last.end && region.now <= last.endNow) || near)) {
      all[all.length - 1] = {
        at: Math.min(last.at, region.at),
        end: Math.max(last.end, region.end),
        now: Math.min(last.now, region.now),
        endNow: Math.max(last.endNow, region.endNow),
      };
    } else all.push(region);
  }
  return all;
}
