import { diffArrays } from 'diff';
import type { Lang } from '../../../domain/text.ts';
import { type CircularContent, type FigureNode, type InlineNode } from '../content/content.ts';
import { sentencesOf } from '../content/sentences-of.ts';
import type { ResolvedFigure } from '../figures/resolve-figures.ts';
import { placesOfBlocks } from '../pages/places.ts';

/** A text with what its figures say. */
export interface ChangedWords {
  readonly content: CircularContent;
  readonly figures: readonly ResolvedFigure[];
}

/** Sentences that are gone, new, or worded otherwise. */
export interface ChangedText {
  readonly place: string;
  /** '' where there was none, or is none. */
  readonly before: string;
  readonly after: string;
  readonly figuresBefore: readonly FigureNode[];
  readonly figuresAfter: readonly FigureNode[];
}

interface PlacedSentence {
  readonly block: number;
  readonly place: string;
  readonly nodes: readonly InlineNode[];
  /** The same for the same words around the same figures. */
  readonly frame: string;
}

const HEADING_ORDINAL = /^(?:[一二三四五六七八九十]+、|[IVX]+\. )/;

/** The sentences of which two editions have not the same words, in reading order; what their figures say is not looked at. */
export function changedText(lang: Lang, before: ChangedWords, after: ChangedWords): ChangedText[] {
  const [were, are] = [placedSentences(lang, before.content), placedSentences(lang, after.content)];
  const changes: ChangedText[] = [];
  let [at, now] = [0, 0];
  let removed: PlacedSentence[] = [];
  const close = (added: readonly PlacedSentence[]): void => {
    changes.push(...pairUp(removed, added).map(([gone, fresh]) => changeOf(gone, fresh, before, after)));
    removed = [];
  };
  for (const part of diffArrays(
    were.map(({ frame }) => frame),
    are.map(({ frame }) => frame),
  )) {
    if (part.removed) removed = were.slice(at, at + part.value.length);
    else close(part.added ? are.slice(now, now + part.value.length) : []);
    if (!part.added) at += part.value.length;
    if (!part.removed) now += part.value.length;
  }
  close([]);
  return changes;
}

function placedSentences(lang: Lang, content: CircularContent): PlacedSentence[] {
  const places = placesOfBlocks(lang, content);
  return content.body.content.flatMap((node, block) =>
    sentencesOf(node).map((nodes): PlacedSentence => ({
      block,
      place: places[block] ?? '',
      nodes,
      frame: frameOf(nodes, node.type === 'heading'),
    })),
  );
}

/** Words with the keys of the figures between them; a heading is counted again when one before it is gone. */
function frameOf(nodes: readonly InlineNode[], heading: boolean): string {
  const frame = nodes.map((node) => (node.type === 'text' ? node.text : `{${node.attrs.key}}`)).join('');
  return heading ? frame.replace(HEADING_ORDINAL, '') : frame.trim();
}

type Pair = readonly [readonly PlacedSentence[], readonly PlacedSentence[]];

/** Sentences of one paragraph stand for each other; what remains is gone, or new, paragraph by paragraph. */
function pairUp(removed: readonly PlacedSentence[], added: readonly PlacedSentence[]): Pair[] {
  const [gone, fresh] = [byBlock(removed), byBlock(added)];
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, i): Pair => [gone[i] ?? [], fresh[i] ?? []]);
}

const byBlock = (sentences: readonly PlacedSentence[]): PlacedSentence[][] => [
  ...Map.groupBy(sentences, ({ block }) => block).values(),
];

function changeOf(
  gone: readonly PlacedSentence[],
  fresh: readonly PlacedSentence[],
  before: ChangedWords,
  after: ChangedWords,
): ChangedText {
  return {
    place: (fresh[0] ?? gone[0])!.place,
    before: say(gone, before),
    after: say(fresh, after),
    figuresBefore: figuresIn(gone),
    figuresAfter: figuresIn(fresh),
  };
}

function say(sentences: readonly PlacedSentence[], { figures }: ChangedWords): string {
  const written = new Map(figures.map(({ key, text }) => [key, text]));
  return sentences
    .flatMap(({ nodes }) =>
      nodes.map((node) => (node.type === 'text' ? node.text : (written.get(node.attrs.key) ?? ''))),
    )
    .join('')
    .trim();
}

const figuresIn = (sentences: readonly PlacedSentence[]): FigureNode[] =>
  sentences.flatMap(({ nodes }) => nodes.filter((node) => node.type === 'figure'));
