import { Big } from 'big.js';
import { diffArrays } from 'diff';
import { pairsOf } from './likeness.ts';
import type { Piece } from './text-flow.ts';
import { keyOf } from './tokens.ts';

/** Sentences of the sealed text and of the file that face each other, with the places of the pieces that they share. */
export interface Stretch {
  readonly sealed: readonly Piece[];
  readonly found: readonly Piece[];
  readonly shared: readonly (readonly [sealed: number, found: number])[];
  /** It stands elsewhere than it was printed. */
  readonly isMoved: boolean;
}

export interface Alignment {
  /** Edited sentences, and those that only stand elsewhere. */
  readonly stretches: readonly Stretch[];
  readonly gone: readonly (readonly Piece[])[];
  readonly added: readonly (readonly Piece[])[];
  /** Sealed sentences that stand unchanged, each with what it is in the file. */
  readonly unchanged: ReadonlyMap<readonly Piece[], readonly Piece[]>;
  /** The two are too different to be compared in order. */
  readonly isTooFar: boolean;
}

type Sentences = readonly (readonly Piece[])[];

/** Below this a sentence is not the same one, edited. */
const LIKE = 0.4;
/** From this on a sentence that came in elsewhere is one that went. */
const MOVED = 0.5;
/** More changes than any edition has; what lies beyond is another document. */
const MOST_CHANGES = 3000;
const MOST_COMPARISONS = 40_000;

/** Aligns two texts by whole sentences first, then what lies between those by its pieces. */
export function align(sealed: Sentences, found: Sentences): Alignment {
  const unchanged = new Map<readonly Piece[], readonly Piece[]>();
  const gaps = gapsOf(sealed, found, unchanged);
  const open = gaps ?? [{ sealed, found }];
  const moved = takeMoved(open);
  const faced = open.map(face);
  const [gone, added] = [faced.flatMap((each) => each.gone), faced.flatMap((each) => each.added)];
  const twins = pairByLikeness(gone, added, MOVED);
  return {
    stretches: [
      ...faced.flatMap(({ stretch }) => stretch ?? []),
      ...moved,
      ...twins.map(([one, other]): Stretch => ({ ...compare(one, other), isMoved: true })),
    ],
    gone: gone.filter((sentence) => !twins.some(([one]) => one === sentence)),
    added: added.filter((sentence) => !twins.some(([, other]) => other === sentence)),
    unchanged,
    isTooFar: gaps === null,
  };
}

interface Gap {
  sealed: Sentences;
  found: Sentences;
}

/** What lies between the sentences that both texts have in the same order. */
function gapsOf(sealed: Sentences, found: Sentences, unchanged: Map<readonly Piece[], readonly Piece[]>): Gap[] | null {
  const changes = diffArrays(sealed.map(slotOf), found.map(slotOf), { maxEditLength: MOST_CHANGES });
  if (!changes) return null;
  const gaps: Gap[] = [];
  let [at, now] = [0, 0];
  let open: { sealed: (readonly Piece[])[]; found: (readonly Piece[])[] } | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = null;
      for (let i = 0; i < value.length; i++) {
        const [one, other] = [sealed[at++]!, found[now++]!];
        if (keyOf(one) === keyOf(other)) unchanged.set(one, other);
        else gaps.push({ sealed: [one], found: [other] });
      }
      continue;
    }
    if (!open) gaps.push((open = { sealed: [], found: [] }));
    if (added) open.found.push(...found.slice(now, (now += value.length)));
    else open.sealed.push(...sealed.slice(at, (at += value.length)));
  }
  return gaps;
}

const isPicture = (sentence: readonly Piece[]): boolean => sentence.every(({ kind }) => kind === 'picture');

/** What sentences are aligned by: any picture stands for any other, so that one in the place of another is seen as that. */
const slotOf = (sentence: readonly Piece[]): string => (isPicture(sentence) ? 'picture' : keyOf(sentence));

/** Takes out of the gaps the sentences that stand unchanged elsewhere. */
function takeMoved(gaps: Gap[]): Stretch[] {
  const left = Map.groupBy(
    gaps.flatMap((gap) => gap.found),
    keyOf,
  );
  const moved: Stretch[] = [];
  const taken = new Set<readonly Piece[]>();
  for (const gap of gaps) {
    gap.sealed = gap.sealed.filter((sentence) => {
      const there = isTelling(sentence) ? left.get(keyOf(sentence))?.shift() : undefined;
      if (!there) return true;
      taken.add(there);
      moved.push({ sealed: sentence, found: there, shared: sentence.map((_, i) => [i, i]), isMoved: true });
      return false;
    });
  }
  for (const gap of gaps) gap.found = gap.found.filter((sentence) => !taken.has(sentence));
  return moved;
}

/** Long enough to be known again elsewhere. */
const isTelling = (sentence: readonly Piece[]): boolean => sentence.length >= 3;

interface Faced {
  readonly stretch: Stretch | null;
  readonly gone: Sentences;
  readonly added: Sentences;
}

/** Holds the sentences of a gap against each other; those that share little with any other are gone or new. */
function face({ sealed, found }: Gap): Faced {
  if (sealed.length === 0 || found.length === 0) return { stretch: null, gone: sealed, added: found };
  const { shared, sealed: pieces, found: others } = compare(sealed.flat(), found.flat());
  const [kept, keptThere] = [
    shares(
      shared.map(([at]) => pieces[at]!),
      sealed,
    ),
    shares(
      shared.map(([, now]) => others[now]!),
      found,
    ),
  ];
  const real = shared.filter(
    ([at, now]) => kept(pieces[at]!.sentence) >= LIKE || keptThere(others[now]!.sentence) >= LIKE,
  );
  const [with_, withThere] = [
    new Set(real.map(([at]) => pieces[at]!.sentence)),
    new Set(real.map(([, now]) => others[now]!.sentence)),
  ];
  const pictures = zipPictures(
    sealed.filter(([first]) => !with_.has(first!.sentence)),
    found.filter(([first]) => !withThere.has(first!.sentence)),
  );
  for (const [one, other] of pictures) {
    with_.add(one[0]!.sentence);
    withThere.add(other[0]!.sentence);
  }
  const [stays, staysThere] = [
    pieces.filter(({ sentence }) => with_.has(sentence)),
    others.filter(({ sentence }) => withThere.has(sentence)),
  ];
  const [place, placeThere] = [
    new Map(stays.map((piece, i) => [piece, i])),
    new Map(staysThere.map((piece, i) => [piece, i])),
  ];
  return {
    stretch: {
      sealed: stays,
      found: staysThere,
      shared: real.map(([at, now]) => [place.get(pieces[at]!)!, placeThere.get(others[now]!)!]),
      isMoved: false,
    },
    gone: sealed.filter(([first]) => !with_.has(first!.sentence)),
    added: found.filter(([first]) => !withThere.has(first!.sentence)),
  };
}

/** A picture in the place of another is that one, changed. */
function zipPictures(gone: Sentences, added: Sentences): [readonly Piece[], readonly Piece[]][] {
  const [before, after] = [gone, added].map((all) => all.filter(isPicture));
  return (before ?? []).slice(0, after?.length ?? 0).map((one, i) => [one, after![i]!]);
}

/** What share of the words of a sentence is among some pieces. */
function shares(pieces: readonly Piece[], sentences: Sentences): (sentence: number) => number {
  const counted = ({ kind }: Piece) => kind !== 'mark';
  const counts = Map.groupBy(pieces.filter(counted), ({ sentence }) => sentence);
  const sizes = new Map(sentences.map((each) => [each[0]!.sentence, each.filter(counted).length]));
  return (sentence) => (counts.get(sentence)?.length ?? 0) / Math.max(sizes.get(sentence) ?? 0, 1);
}

/** The pieces that two texts share, in order. */
export function compare(sealed: readonly Piece[], found: readonly Piece[]): Omit<Stretch, 'isMoved'> {
  const changes = diffArrays([...sealed], [...found], { comparator: isSame, maxEditLength: MOST_CHANGES }) ?? [];
  const shared: [number, number][] = [];
  let [at, now] = [0, 0];
  for (const { value, added, removed } of changes) {
    if (added) now += value.length;
    else if (removed) at += value.length;
    else for (let i = 0; i < value.length; i++) shared.push([at++, now++]);
  }
  return { sealed, found, shared };
}

/** Whether a piece of the file says what the sealed one does: also by a figure with more of its decimals. */
export function isSame(sealed: Piece, found: Piece): boolean {
  if (sealed.key === found.key) return true;
  if (sealed.exact.length === 0 || found.kind !== 'number' || found.unit !== sealed.unit) return false;
  const { value } = found;
  if (value === null || decimals(value) <= decimals(sealed.value!)) return false;
  return sealed.exact
    .flatMap((exact) => [new Big(exact).abs(), new Big(exact).abs().times(100)])
    .some((exact) => roundsTo(exact, sealed.value!) && roundsTo(exact, value));
}

const decimals = (value: string): number => value.split('.')[1]?.length ?? 0;
const roundsTo = (exact: Big, value: string): boolean => exact.round(decimals(value), Big.roundHalfUp).eq(value);

/** Pairs sentences that are like each other, the likest first, each taken once. */
export function pairByLikeness(
  some: Sentences,
  others: Sentences,
  atLeast: number,
): [readonly Piece[], readonly Piece[]][] {
  if (some.length * others.length > MOST_COMPARISONS) return [];
  const [ones, twos] = [some.map(pairsOf), others.map(pairsOf)];
  const pairs = ones
    .flatMap((one, i) => twos.map((two, j) => ({ i, j, likeness: one.likenessTo(two) })))
    .filter(({ likeness }) => likeness >= atLeast)
    .toSorted((a, b) => b.likeness - a.likeness);
  const [left, right] = [new Set<number>(), new Set<number>()];
  return pairs.flatMap(({ i, j }) => {
    if (left.has(i) || right.has(j)) return [];
    left.add(i);
    right.add(j);
    return [[some[i]!, others[j]!] as [readonly Piece[], readonly Piece[]]];
  });
}
