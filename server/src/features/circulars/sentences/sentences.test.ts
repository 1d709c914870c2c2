import 'reflect-metadata';
import { expect, it } from 'vitest';
import { PLANS } from './compose.ts';
import { INTRODUCTION } from './introduction.ts';
import type { ParagraphPlan, SectionPlan, Sentence } from './sentence.ts';

const WORDS = new Set(['scope', 'unitName', 'campaign', 'children', 'ones', 'answerable', 'lastFrom', 'lastTo']);
const plans: readonly SectionPlan[] = [INTRODUCTION, ...PLANS];
const all = plans.flatMap((plan) =>
  plan.paragraphs.flatMap((paragraph: ParagraphPlan) => paragraph.sentences.map((sentence) => ({ plan, sentence }))),
);
const slotsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!);
const named = ({ plan, sentence }: { plan: SectionPlan; sentence: Sentence }) => `${plan.id}.${sentence.id}`;

it.each(all.map((each) => [named(each), each.sentence] as const))(
  '%s has a figure for each slot, in both languages',
  (_, sentence) => {
    const { text, figures = {}, each } = sentence;
    if (each) return expect(slotsOf(text.zh).toSorted()).toEqual(slotsOf(text.en).toSorted());
    const bound = (words: string) =>
      slotsOf(words)
        .filter((slot) => !WORDS.has(slot))
        .toSorted();
    expect(bound(text.zh)).toEqual(Object.keys(figures).toSorted());
    expect(bound(text.en)).toEqual(Object.keys(figures).toSorted());
  },
);

it('keys of figures tell them apart and fit into a content control', () => {
  const keys = all.flatMap(({ plan, sentence }) =>
    slotsOf(sentence.text.zh)
      .filter((slot) => !WORDS.has(slot))
      .map((slot) => `${plan.id.toLowerCase()}.${sentence.id}.${slot}${sentence.each ? '.99' : ''}`),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => key.length > 48)).toEqual([]);
});

it('no sentence writes a figure out', () => {
  const digits = all.filter(({ sentence: { text } }) => /[0-9]/.test(text.zh + text.en));
  expect(digits.map(named)).toEqual([]);
});
