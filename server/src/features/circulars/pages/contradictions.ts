import type { Lang } from '../../../domain/text.ts';
import { outdatedSentences, type Rewriting } from '../amending/follow-data.ts';
import type { CircularContent, InlineNode } from '../content/content.ts';
import { sentencesOf } from '../content/sentences-of.ts';
import type { PlacedFigure } from './build-document.ts';
import type { Concern } from '../figures/write-figure.ts';

/** A sentence that the figures in it, or the data of now, contradict: with it nothing is sealed. */
export interface Contradiction {
  readonly code: Exclude<Concern, 'NEGATIVE' | 'NOT_ENTERED'> | 'NO_LONGER_HOLDS';
  /** The figure that says so; null where the words do. */
  readonly key: string | null;
  /** Heading or paragraph of the text, from 1. */
  readonly paragraph: number;
  /** As it would be printed. */
  readonly sentence: string;
}

const PRINTS_NOTHING: ReadonlySet<Concern> = new Set(['NO_DATA', 'NO_PREVIOUS', 'UNKNOWN_CASE']);

/**
 * The sentences of a text that must not be sealed: a figure in them has nothing to say, a list that they go on from is
 * empty, they do not say of an organisation that it is rectified though it is, or they were written from data that would
 * have them written otherwise now.
 */
export function contradictionsOf(
  lang: Lang,
  { body }: CircularContent,
  figures: readonly PlacedFigure[],
  rewriting: Rewriting | null,
): Contradiction[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const textOf = (nodes: readonly InlineNode[]): string =>
    nodes
      .map((node) => (node.type === 'text' ? node.text : (byKey.get(node.attrs.key)?.text ?? '')))
      .join('')
      .trim();
  const found = body.content.flatMap((node, i) =>
    sentencesOf(node).flatMap((nodes) => {
      const sentence = textOf(nodes);
      const figure = nodes.flatMap((inline, at) => {
        const wording = inline.type === 'figure' ? byKey.get(inline.attrs.key) : undefined;
        return wording && contradicts(wording, sentence, textOf(nodes.slice(0, at)), lang) ? [wording] : [];
      })[0];
      const code = figure?.concern as Contradiction['code'] | undefined;
      return figure && code ? [{ code, key: figure.key, paragraph: i + 1, sentence }] : [];
    }),
  );
  const outdated = rewriting ? outdatedSentences(body, rewriting) : [];
  const told = new Set(found.map(({ paragraph, sentence }) => `${paragraph} ${sentence}`));
  return [
    ...found,
    ...outdated.flatMap(({ paragraph, nodes }): Contradiction[] => {
      const sentence = textOf(nodes);
      return told.has(`${paragraph} ${sentence}`) ? [] : [{ code: 'NO_LONGER_HOLDS', key: null, paragraph, sentence }];
    }),
  ].toSorted((a, b) => a.paragraph - b.paragraph);
}

function contradicts({ concern }: PlacedFigure, sentence: string, before: string, lang: Lang): boolean {
  if (concern === null) return false;
  if (PRINTS_NOTHING.has(concern)) return true;
  // 逾期的党组织：无。
  if (concern === 'EMPTY_LIST') return !/[：:]$/.test(before);
  return concern === 'CASE_RECTIFIED' && !saysRectified(sentence, lang);
}

const RECTIFIED = { zh: /销号|完成整顿|已完成|巩固期/, en: /\b(?:struck off|rectified|done|completed)\b/i } as const;
const NOT_RECTIFIED = {
  zh: /[未没]|仍|逾期|限期|时限/,
  en: /\b(?:not|no|never|still|outstanding|overdue|due)\b/i,
} as const;

/** 鲁头村已于7月30日销号。 */
const saysRectified = (sentence: string, lang: Lang): boolean =>
  RECTIFIED[lang].test(sentence) && !NOT_RECTIFIED[lang].test(sentence);
