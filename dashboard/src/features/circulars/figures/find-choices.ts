import type { CircularBindingsQuery } from '../../../generated/graphql.ts';

export type Choice = NonNullable<CircularBindingsQuery['circular']>['bindings'][number];

/** Choices that have every word of the text in their name, what they say or their definition; those named so first. */
export function findChoices(choices: readonly Choice[], text: string): Choice[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [...choices];
  const has = (where: string): boolean => words.every((word) => where.toLowerCase().includes(word));
  const named = choices.filter(({ label }) => has(label));
  const exact = named.filter(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
  const rest = choices.filter(
    (choice) => !has(choice.label) && has(`${choice.label} ${choice.text} ${choice.definition}`),
  );
  return [...new Set([...exact, ...named, ...rest])];
}
