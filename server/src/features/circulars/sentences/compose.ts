import type { Lang } from '../../../domain/text.ts';
import type { Binding } from '../content/binding.ts';
import type { Body, BodyNode, InlineNode, ParagraphNode } from '../content/content.ts';
import type { FigureData } from '../figures/figure-data.ts';
import { count, metric, points } from './bind.ts';
import { factsOf, type Facts } from './facts.ts';
import { INTRODUCTION } from './introduction.ts';
import { MEASURES } from './measures.ts';
import { OVERALL } from './overall.ts';
import { PROBLEMS } from './problems.ts';
import { PROGRESS } from './progress.ts';
import { REQUIREMENTS, RULE_CAUSES } from './requirements.ts';
import { writeFigure } from '../figures/write-figure.ts';
import type { Figures, Filling, ParagraphPlan, SectionId, SectionPlan, Sentence } from './sentence.ts';
import { headingOrdinal, paragraphOrdinal, wordsOf } from './words.ts';

/** The sections of a circular, in its order (docs/domain.md#circulars). */
export const PLANS: readonly SectionPlan[] = [OVERALL, PROGRESS, MEASURES, PROBLEMS, REQUIREMENTS];

/** What conditions and repetitions look at beyond the figures of the sentences themselves. */
const LOOKED_AT: readonly Binding[] = [
  { ...metric('IDENTIFIED'), by: { dimension: 'PRIMARY_CAUSE', key: 'C99' } },
  ...RULE_CAUSES.map((by) => ({ ...metric('IDENTIFIED'), by })),
  points('RECTIFICATION_RATE'),
  count('OUTSTANDING'),
];

/** Every binding that the sentences of some sections may print or look at. */
export const bindingsOf = (plans: readonly SectionPlan[]): Binding[] => [
  ...LOOKED_AT,
  ...plans.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ figures }) => Object.values(figures ?? {}))),
  ),
];

export const plansOf = (sections: readonly SectionId[]): SectionPlan[] =>
  PLANS.filter(({ id }) => sections.some((section) => section === id));

/** A section as it is written, and its paragraphs by what they are about: `cases/2014-030`. */
export interface WrittenSection {
  readonly plan: SectionPlan;
  readonly title: string;
  readonly paragraphs: readonly { readonly id: string; readonly node: ParagraphNode }[];
}

/** Writes the sections that have something to say: the sentences that apply, each figure bound and none written out. */
export function writeSections(
  data: FigureData,
  plans: readonly SectionPlan[],
  childKinds: readonly string[],
): WrittenSection[] {
  const words = wordsOf(data.subject, childKinds);
  const composer = new Composer(data.subject.lang, factsOf(data), words);
  return [INTRODUCTION, ...plans]
    .map((plan) => ({
      plan,
      title: fillWords(plan.title[data.subject.lang], words),
      paragraphs: composer.section(plan),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The text of a circular. */
export function composeBody(data: FigureData, plans: readonly SectionPlan[], childKinds: readonly string[]): Body {
  const { lang } = data.subject;
  let counted = 0;
  const content = writeSections(data, plans, childKinds).flatMap(({ title, paragraphs }): BodyNode[] => {
    const nodes = paragraphs.map(({ node }) => node);
    if (title === '') return nodes;
    counted += 1;
    const heading = `${headingOrdinal(counted, lang)}${title}`;
    return [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: heading }] }, ...nodes];
  });
  return { type: 'doc', content };
}

const fillWords = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);

/** A sentence, or what it says of one case, ready to be set. */
interface Wording {
  readonly nodes: readonly InlineNode[];
  readonly clause: boolean;
  readonly of?: string;
}

class Composer {
  readonly #lang: Lang;
  readonly #facts: Facts;
  readonly #words: Readonly<Record<string, string>>;

  constructor(lang: Lang, facts: Facts, words: Readonly<Record<string, string>>) {
    this.#lang = lang;
    this.#facts = facts;
    this.#words = words;
  }

  /** The paragraphs of a section that have something to say. */
  section({ id, paragraphs, counted }: SectionPlan): WrittenSection['paragraphs'] {
    const wording = paragraphs.flatMap((plan) =>
      this.#paragraph(id.toLowerCase(), plan).map((paragraph) => ({ ...paragraph, lead: plan.lead })),
    );
    return wording.map(({ id: about, nodes, lead }, i) => {
      const ordinal = counted && wording.length > 1 ? paragraphOrdinal(i + 1, this.#lang) : '';
      const content = tidy([text(`${ordinal}${this.#say(lead)}`), ...nodes]);
      return { id: about, node: { type: 'paragraph', content } };
    });
  }

  #say(lead: ParagraphPlan['lead']): string {
    const words = typeof lead === 'function' ? lead(this.#facts) : lead;
    return words ? fillWords(words[this.#lang], this.#words) : '';
  }

  #paragraph(section: string, { id, sentences, apart }: ParagraphPlan): { id: string; nodes: InlineNode[] }[] {
    const wording = sentences
      .filter(({ when }) => when?.(this.#facts) ?? true)
      .flatMap((sentence) => this.#sentence(section, sentence));
    if (wording.length === 0) return [];
    if (!apart) return [{ id, nodes: this.#join(wording) }];
    const cases = Map.groupBy(wording, ({ of }) => of ?? '');
    return orderOf(wording).map((of) => ({ id: `${id}/${of}`, nodes: this.#join(cases.get(of) ?? []) }));
  }

  #sentence(section: string, sentence: Sentence): Wording[] {
    const { id, text: words, figures = {}, each, between, clause = false } = sentence;
    const fillings: readonly Filling[] = each ? each(this.#facts) : [{ figures }];
    return fillings.map((filling, i) => {
      const key = (slot: string) => `${section}.${id}.${slot}${each ? `.${i + 1}` : ''}`;
      const nodes = fill(agreed(words[this.#lang], filling.figures, this.#facts.data), filling, this.#words, key);
      const joint = i > 0 && between ? [text(between[this.#lang])] : [];
      return { nodes: [...joint, ...nodes], clause, of: filling.of };
    });
  }

  /** Sets sentences one after another; clauses side by side are joined and closed. */
  #join(wording: readonly Wording[]): InlineNode[] {
    const [comma, stop] = this.#lang === 'zh' ? ['，', '。'] : [', ', '.'];
    return wording.flatMap(({ nodes, clause }, i) => {
      if (!clause) return nodes;
      return [...nodes, text(wording[i + 1]?.clause ? comma : stop)];
    });
  }
}

/** The cases in the order of the last sentence, which speaks of all of them. */
function orderOf(wording: readonly Wording[]): string[] {
  const cases = new Set(wording.map(({ of }) => of ?? ''));
  return wording.slice(-cases.size).map(({ of }) => of ?? '');
}

const text = (words: string): InlineNode => ({ type: 'text', text: words });

/** Chooses the words that agree with a figure: `{n:has|have}`. A lower bound of one is many. */
const agreed = (template: string, figures: Figures, data: FigureData): string =>
  template.replace(/\{(\w+):([^|}]*)\|([^}]*)\}/g, (_, slot: string, one: string, many: string) => {
    const bind = figures[slot];
    const figure = bind && writeFigure(data, bind);
    return figure?.value === '1' && figure.text === '1' ? one : many;
  });

function fill(
  template: string,
  { figures, words: own = {} }: Filling,
  words: Readonly<Record<string, string>>,
  key: (slot: string) => string,
): InlineNode[] {
  return template.split(/(\{\w+\})/).map((part) => {
    const slot = /^\{(\w+)\}$/.exec(part)?.[1];
    const bind = slot === undefined ? undefined : figures[slot];
    if (slot !== undefined && bind) return { type: 'figure', attrs: { key: key(slot), bind } };
    return text(slot === undefined ? part : (own[slot] ?? words[slot] ?? part));
  });
}

/** Joins neighbouring words, as ProseMirror wants them, and leaves out empty ones. */
function tidy(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text') joined[joined.length - 1] = text(before.text + node.text);
    else joined.push(node);
  }
  const [first, ...rest] = joined;
  const started = first?.type === 'text' ? [text(first.text.trimStart()), ...rest] : joined;
  return started.filter((node) => node.type === 'figure' || node.text !== '');
}
