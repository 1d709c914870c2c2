import { plain, quotient } from './amount.ts';
import { figures } from './unit-figures.ts';
import { ledgerAt } from './ledger.ts';
import { ancestorAt, childrenOn, isWithin, unitOn, unitsValidOn } from './tree.ts';
import { kindOf } from './context.ts';
import type { Figure, Question, Share } from './context.ts';
import type { CaseRow, Ledger } from './ledger.ts';

/** Which report: campaign and unit, as of a day, as known at a moment, on the tree of a day. */
export interface Request {
  campaign: string;
  unit: string;
  day: string;
  knownAt: string | null;
  treeDay: string;
}

/** A figure as a reader sees it: exact decimals as strings, null where there is nothing to say. */
export interface Value {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  atLeast: boolean;
  /** A counted row is illustrative as a whole. */
  illustrative: boolean;
  coverage: { entered: number; expected: number } | null;
}

export class UnknownToReferenceError extends Error {
  override readonly name = 'UnknownToReferenceError';
}

/** The metrics the reference knows. */
export const metricIds: readonly string[] = Object.keys(figures);

/** The ledger cut down to what was known, and the campaign in it. */
export function question(ledger: Ledger, requested: Request): Question {
  const known = ledgerAt(ledger, requested.knownAt);
  const campaign = known.campaigns.find((row) => row.campaign === requested.campaign);
  if (campaign === undefined)
    throw new UnknownToReferenceError(`no campaign ${requested.campaign} at ${String(requested.knownAt)}`);
  return { ledger: known, campaign, day: requested.day, treeDay: requested.treeDay };
}

/** One metric of one unit. */
export function valueOf(q: Question, unit: string, id: string): Value {
  const within = (code: string): boolean => isWithin(q.ledger, code, unit, q.treeDay);
  const figure = total(q, unit, id, (shares) => shares.filter((share) => within(share.unit)));
  return { ...figure, coverage: coverageOf(q, id, (row) => within(row.unit_code), within) };
}

/** A metric by the units one level below, and what belongs to none of them. */
export function byChild(q: Question, unit: string, id: string): { parts: Map<string, Value>; unassigned: Value } {
  const parts = new Map<string, Value>();
  for (const child of childrenOn(q.ledger, unit, q.treeDay)) parts.set(child.code, valueOf(q, child.code, id));
  const level = (unitOn(q.ledger, unit, q.treeDay)?.level ?? 0) + 1;
  const ownOnly = (shares: readonly Share[]): Share[] =>
    shares.filter(
      (share) =>
        isWithin(q.ledger, share.unit, unit, q.treeDay) && ancestorAt(q.ledger, share.unit, level, q.treeDay) === null,
    );
  // An organisation is below the county and so always in a part.
  const coverage = figureOf(q, id).coverage === undefined ? null : { entered: 0, expected: 0 };
  return { parts, unassigned: { ...total(q, unit, id, ownOnly), coverage } };
}

/** The coverage of the organisations of one kind: by what they entered themselves. */
export function coverageOfKind(q: Question, unit: string, id: string, kind: string): Value['coverage'] {
  const counts = (row: CaseRow): boolean =>
    isWithin(q.ledger, row.unit_code, unit, q.treeDay) && kindOf(q, row.unit_code) === kind;
  return coverageOf(q, id, counts, (code, row) => code === row.unit_code);
}

/** Of the organisations that count, those with an entry at a unit whose entries count, their own or one above it. */
function coverageOf(
  q: Question,
  id: string,
  counts: (row: CaseRow) => boolean,
  reaches: (unit: string, of: CaseRow) => boolean,
): Value['coverage'] {
  const { coverage } = figureOf(q, id);
  if (coverage === undefined) return null;
  const expected = coverage.expected.filter(counts);
  const entered = expected.filter((row) => {
    for (let at = unitOn(q.ledger, row.unit_code, q.treeDay); at !== null;) {
      const inside = isWithin(q.ledger, at.code, q.campaign.unit_code, q.treeDay);
      if (inside && reaches(at.code, row) && coverage.at(at.code, row)) return true;
      at = at.parent_code === null ? null : unitOn(q.ledger, at.parent_code, q.treeDay);
    }
    return false;
  });
  return { entered: entered.length, expected: expected.length };
}

/** The numerator of a metric by the keys of a dimension of its rows; '' is no key. */
export function numeratorBy(q: Question, unit: string, id: string, dimension: string): Map<string, string | null> {
  const groups = new Map<string, Share[]>();
  const figure = figureOf(q, id);
  for (const one of figure.num) {
    if (!isWithin(q.ledger, one.unit, unit, q.treeDay)) continue;
    const own = dimension === 'UNIT_KIND' ? [kindOf(q, one.unit) ?? ''] : (one.keys[dimension] ?? []);
    for (const key of own.length === 0 ? [''] : own) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sums = new Map<string, string | null>();
  for (const [key, shares] of groups) sums.set(key, text(sum(shares, figure.kind)));
  return sums;
}

/** The lists of a figure are the same for every unit of a question; they are long to make, and never changed. */
const made = new WeakMap<Question, Map<string, Figure>>();

function figureOf(q: Question, id: string): Figure {
  const ofQuestion = made.get(q) ?? new Map<string, Figure>();
  made.set(q, ofQuestion);
  const known = ofQuestion.get(id);
  if (known !== undefined) return known;
  const make = figures[id];
  if (make === undefined) throw new UnknownToReferenceError(`no metric ${id} in the reference`);
  const figure = make(q);
  ofQuestion.set(id, figure);
  return figure;
}

function total(
  q: Question,
  unit: string,
  id: string,
  select: (shares: readonly Share[]) => Share[],
): Omit<Value, 'coverage'> {
  const figure = figureOf(q, id);
  const counted = select(figure.num);
  const num = sum(counted, figure.kind);
  const marks = {
    atLeast: counted.some((share) => share.atLeast),
    illustrative: counted.some((share) => share.illustrative),
  };
  if (figure.den === undefined) return { value: text(num), numerator: text(num), denominator: null, ...marks };
  const below = typeof figure.den === 'string' ? null : select(figure.den);
  const den =
    typeof figure.den === 'string'
      ? unitsOf(q, unit, figure.den)
      : sum(select(figure.den), figure.denKind ?? figure.kind);
  const madeUp = below?.some((share) => share.illustrative) ?? false;
  return {
    value: figure.void === true ? null : quotient(num, den),
    // Without the rule no one can say how many kept it, unless there was nothing to keep.
    numerator: figure.void === true && den !== 0n ? null : text(num),
    denominator: text(den),
    atLeast: marks.atLeast,
    illustrative: marks.illustrative || madeUp,
  };
}

/** Villages or communities of a unit: as the campaign declares for its own, else as the tree has them; invented ones left out. */
function unitsOf(q: Question, unit: string, which: 'villages' | 'communities'): bigint {
  const declared = which === 'villages' ? q.campaign.declared_villages : q.campaign.declared_communities;
  if (unit === q.campaign.unit_code && declared !== null) return BigInt(declared) * 100n;
  const kind = which === 'villages' ? 'village' : 'community';
  let count = 0n;
  for (const row of unitsValidOn(q.ledger, q.treeDay)) {
    if (row.kind !== kind || row.illustrative.includes('*')) continue;
    if (isWithin(q.ledger, row.code, unit, q.treeDay)) count += 100n;
  }
  return count;
}

function sum(shares: readonly Share[], kind: 'count' | 'sum'): bigint | null {
  let amount: bigint | null = kind === 'count' ? 0n : null;
  for (const one of shares) if (one.amount !== null) amount = (amount ?? 0n) + one.amount;
  return amount;
}

function text(amount: bigint | null): string | null {
  return amount === null ? null : plain(amount);
}
