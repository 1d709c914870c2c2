import type { PlacedFigure } from '../pages/build-document.ts';

/** What a figure should say. */
export interface Expected {
  readonly key: string;
  readonly text: string;
  /** Exact, as the figure knows it; null for names and words. */
  readonly value: string | null;
  /** Names in an order that says nothing. */
  readonly isList: boolean;
  /** Where it was printed, in words. */
  readonly place: string;
  /** Why the sentence or row that it stands in should go; null where it stands. */
  readonly obsolete: string | null;
}

/** What a figure should say, as it was sealed. */
export const expectedOf = ({ key, text, value, bind, place }: PlacedFigure): Expected => ({
  key,
  text,
  value,
  isList: bind.of === 'names',
  place,
  obsolete: null,
});
