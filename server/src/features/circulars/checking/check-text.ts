import { align, compare, pairByLikeness, type Alignment, type Stretch } from './align.ts';
import type { Finding } from './check-report.ts';
import { regionsOf, type Region } from './regions.ts';
import type { SealedText } from './sealed-text.ts';
import { sameNames } from './same-names.ts';
import { sentencesOf, type Line, type Piece } from './text-flow.ts';
import { saysTheSame } from './tokens.ts';
import { isHead, weigh } from './weigh.ts';
import { CHECK_WORDS } from './words.ts';

/** From this on a sentence that came in says the same thing as a sealed one. */
const TWIN = 0.7;

/** Holds the running text of a file against the sealed one, sentence by sentence. */
export function checkText(text: SealedText, lines: readonly Line[]): { findings: Finding[]; isTooFar: boolean } {
  const sealed = sentencesOf(text.lines);
  const found = sentencesOf(lines);
  const alignment = align(sealed, found);
  const checker = new TextChecker(text, sealed, found, alignment);
  return { findings: checker.findings(), isTooFar: alignment.isTooFar };
}

type Sentence = readonly Piece[];

class TextChecker {
  readonly #text: SealedText;
  readonly #sealed: readonly Sentence[];
  readonly #found: readonly Sentence[];
  readonly #alignment: Alignment;
  readonly #words: (typeof CHECK_WORDS)['zh'];

  constructor(text: SealedText, sealed: readonly Sentence[], found: readonly Sentence[], alignment: Alignment) {
    this.#text = text;
    this.#words = CHECK_WORDS[text.lang];
    this.#sealed = sealed;
    this.#found = found;
    this.#alignment = alignment;
  }

  findings(): Finding[] {
    const { stretches, gone, added } = this.#alignment;
    return [
      ...this.#obsolete(),
      ...stretches.flatMap((stretch) => this.#edited(stretch)),
      ...byLine(gone.filter((sentence) => !isObsolete(sentence))).map((sentence) => this.#gone(sentence)),
      ...byLine(added).flatMap((sentence) => this.#added(sentence)),
    ];
  }

  /** Sentences that no longer hold and are still there. */
  #obsolete(): Finding[] {
    return this.#sealed.flatMap((sentence): Finding[] => {
      const figure = sentence.find(isObsoletePiece)?.figure;
      const there = figure && this.#whereNow(sentence);
      if (!figure || !there) return [];
      const says = this.#textOf(there);
      return [
        {
          weight: 'FIGURE',
          kind: 'OBSOLETE',
          key: figure.expected.key,
          paragraph: there[0]!.line.number,
          sentence: says,
          says,
          shouldSay: '',
          place: figure.expected.place,
          note: figure.expected.obsolete,
        },
      ];
    });
  }

  #whereNow(sentence: Sentence): Sentence | null {
    const same = this.#alignment.unchanged.get(sentence);
    if (same) return same;
    for (const { sealed, found, shared } of this.#alignment.stretches) {
      const pair = shared.find(([at]) => sealed[at]!.sentence === sentence[0]!.sentence);
      if (pair) return this.#found[found[pair[1]]!.sentence]!;
    }
    return null;
  }

  #edited(stretch: Stretch): Finding[] {
    const findings = regionsOf(stretch).flatMap((region) => this.#changed(stretch, region) ?? []);
    const [first] = stretch.sealed;
    if (!stretch.isMoved || !first || isHead(first.line)) return findings;
    const [now] = stretch.found;
    return [
      ...findings,
      {
        weight: first.line.isHeading ? 'WORDING' : 'FORM',
        kind: 'MOVED',
        key: null,
        paragraph: now?.line.number ?? null,
        sentence: this.#textOf(stretch.found),
        says: this.#textOf(stretch.found),
        shouldSay: this.#textOf(stretch.sealed),
        place: first.line.place,
        note: this.#words.movedFrom(first.line.place),
      },
    ];
  }

  /** Null where it says the same after all. */
  #changed({ sealed, found }: Stretch, region: Region): Finding | null {
    const [gone, came] = [sealed.slice(region.at, region.end), found.slice(region.now, region.endNow)];
    const figure = gone.find((piece) => piece.figure)?.figure ?? null;
    if (gone.some(isObsoletePiece)) return null;
    const isWhole = gone.every((piece) => piece.figure === figure);
    if (figure?.expected.isList && isWhole && sameNames(gone, came)) return null;
    const beside = sealed[region.at] ?? sealed[region.at - 1];
    const nextTo = came[0] ?? found[region.now - 1] ?? found[region.now];
    const [says, shouldSay] = [this.#textOf(came), this.#textOf(gone)];
    return {
      weight: weigh(sealed, found, region),
      kind: says === '' ? 'REMOVED' : shouldSay === '' ? 'ADDED' : 'CHANGED',
      key: figure?.expected.key ?? null,
      paragraph: nextTo?.line.number ?? null,
      sentence: says === '' ? this.#sentenceOf(sealed, beside) : this.#sentenceOf(found, nextTo),
      says,
      shouldSay,
      place: figure?.expected.place ?? beside?.line.place ?? '',
      note: null,
    };
  }

  #gone(sentence: Sentence): Finding {
    const { line, kind } = sentence[0]!;
    const says = this.#textOf(sentence);
    return {
      weight: kind === 'picture' ? 'PICTURE' : isHead(line) ? 'HEAD' : 'SENTENCE',
      kind: 'REMOVED',
      key: null,
      paragraph: null,
      sentence: says,
      says: '',
      shouldSay: says,
      place: line.place,
      note: null,
    };
  }

  #added(sentence: Sentence): Finding[] {
    const { line, kind } = sentence[0]!;
    const says = this.#textOf(sentence);
    const parts = Map.groupBy(sentence, (piece) => piece.sentence);
    const twins = [...parts.values()].flatMap((part) => this.#twinOf(part) ?? []);
    const added: Finding = {
      weight: kind === 'picture' ? 'PICTURE' : 'SENTENCE',
      kind: 'ADDED',
      key: null,
      paragraph: line.number,
      sentence: says,
      says,
      shouldSay: '',
      place: line.place,
      note: twins[0] ? this.#words.copyOf(twins[0].sealed[0]!.line.place) : null,
    };
    return [...this.#marked(sentence), ...twins.flatMap((twin) => this.#contradictions(twin)), added];
  }

  /** A sealed sentence that one that came in repeats. */
  #twinOf(sentence: Sentence): Stretch | null {
    if (sentence.length < 6) return null;
    const [pair] = pairByLikeness([sentence], this.#sealed, TWIN);
    return pair ? { ...compare(pair[1], pair[0]), isMoved: true } : null;
  }

  /** Figures that a repeated sentence gives otherwise. */
  #contradictions(twin: Stretch): Finding[] {
    return regionsOf(twin).flatMap((region) => {
      const finding = this.#changed(twin, region);
      const { place } = twin.sealed[0]!.line;
      return finding?.weight === 'FIGURE' ? [{ ...finding, key: null, note: this.#words.alsoSays(place) }] : [];
    });
  }

  /** Figures in a sentence that came in which still have their mark, and say something else. */
  #marked(sentence: Sentence): Finding[] {
    const { line } = sentence[0]!;
    const [from, to] = [sentence[0]!.start, sentence.at(-1)!.end];
    return line.marks.flatMap(({ key, text, start, end }): Finding[] => {
      const figure = this.#text.expected.get(key);
      if (!figure || start < from || end > to || saysTheSame(text, figure.text)) return [];
      const { place } = figure;
      return [
        {
          weight: 'FIGURE',
          kind: text.trim() === '' ? 'REMOVED' : 'CHANGED',
          key,
          paragraph: line.number,
          sentence: this.#textOf(sentence),
          says: text.trim(),
          shouldSay: figure.text,
          place,
          note: null,
        },
      ];
    });
  }

  /** Pieces as they stand in their lines. */
  #textOf(pieces: readonly Piece[]): string {
    const lines = Map.groupBy(pieces, ({ line }) => line);
    const texts = [...lines].map(([{ text }, all]) => {
      const words = text.slice(all[0]!.start, all.at(-1)!.end);
      const pictures = all
        .filter(({ kind }) => kind === 'picture')
        .map(({ value }) => this.#words.picture(value ?? ''));
      return [words, ...pictures].filter(Boolean).join(' ');
    });
    const wording = texts.join(' ').trim();
    return wording.replaceAll('◈', '').trim() || wording;
  }

  #sentenceOf(pieces: readonly Piece[], one: Piece | undefined): string {
    return this.#textOf(pieces.filter(({ sentence }) => sentence === one?.sentence));
  }
}

const isObsoletePiece = ({ figure }: Piece): boolean => figure !== null && figure.expected.obsolete !== null;
const isObsolete = (sentence: Sentence): boolean => sentence.some(isObsoletePiece);

/** Sentences that follow one another in one line or one table, as one. */
function byLine(sentences: readonly Sentence[]): Sentence[] {
  const all: Piece[][] = [];
  for (const sentence of sentences) {
    const last = all.at(-1)?.at(-1);
    const [first] = sentence;
    const follows = last && first && last.sentence + 1 === first.sentence;
    const together =
      follows && (last.line === first.line || (first.line.table !== null && last.line.table === first.line.table));
    if (together) all.at(-1)!.push(...sentence);
    else all.push([...sentence]);
  }
  return all;
}
