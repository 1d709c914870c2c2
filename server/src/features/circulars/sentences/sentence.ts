import type { Text } from '../../../domain/text.ts';
import type { Binding } from '../content/binding.ts';
import type { Facts } from './facts.ts';

export const SECTIONS = ['OVERALL', 'PROGRESS', 'MEASURES', 'PROBLEMS', 'REQUIREMENTS'] as const;
export type SectionId = (typeof SECTIONS)[number];

export type Figures = Readonly<Record<string, Binding>>;

/** What fills the slots of a sentence once. */
export interface Filling {
  readonly figures: Figures;
  readonly words?: Readonly<Record<string, string>>;
  /** Number of the case it is about; sentences about one case are set together where the paragraph says `apart`. */
  readonly of?: string;
}

/**
 * A sentence of a circular, declared once. `{slot}` in the text is a figure of its `figures`, or a word of the subject
 * (`sentences/words.ts`); `{slot:one|many}` is the word that agrees with the figure in the slot. Texts are set one after another as they are; English ones bring their own space.
 */
export interface Sentence {
  readonly id: string;
  readonly text: Text;
  readonly figures?: Figures;
  /** Left out, it always applies. */
  readonly when?: (facts: Facts) => boolean;
  /** Written once for each of these, with `between` in between; takes the place of `figures`. */
  readonly each?: (facts: Facts) => readonly Filling[];
  readonly between?: Text;
  /** Clauses that stand side by side are joined by commas and closed by a full stop. */
  readonly clause?: boolean;
}

/** Sentences that stand together. It is left out when none of them applies but those that only lead in. */
export interface ParagraphPlan {
  readonly id: string;
  /** Said first, when anything else is. */
  readonly lead?: Text | ((facts: Facts) => Text);
  readonly sentences: readonly Sentence[];
  /** What its sentences say of each case is a paragraph of its own. */
  readonly apart?: boolean;
}

export interface SectionPlan {
  readonly id: SectionId | 'INTRODUCTION';
  readonly title: Text;
  /** 一是…；二是…: paragraphs are counted. */
  readonly counted?: boolean;
  readonly paragraphs: readonly ParagraphPlan[];
}
