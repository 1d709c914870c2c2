import canonicalize from 'canonicalize';
import { figuresOf, type CircularContent } from '../content/content.ts';
import type { PlacedFigure } from '../pages/build-document.ts';

/** A text with what its figures say. */
interface Wording {
  readonly content: CircularContent;
  readonly figures: readonly PlacedFigure[];
}

/** Whether two texts print the same, whatever the keys of their figures and their date. */
export const printAlike = (one: Wording, other: Wording): boolean => printed(one) === printed(other);

function printed({ content: { body, issuedOn: _day, issuerCode = null, ...head }, figures }: Wording): string {
  const written = new Map(figures.map(({ key, text }) => [key, text]));
  const inText = new Set(figuresOf({ body, ...head, issuedOn: _day }).map(({ attrs }) => attrs.key));
  const lines = body.content.map(({ type, content = [] }) => [
    type,
    content.map((node) => (node.type === 'text' ? node.text : written.get(node.attrs.key))).join(''),
  ]);
  const cells = figures.filter(({ key }) => !inText.has(key)).map(({ key, text }) => [key, text]);
  return canonicalize({ head, issuerCode, lines, cells }) ?? '';
}

/** Whether no figure that both texts bind has another value, in whatever language they are written. */
export function sameFigures(one: readonly PlacedFigure[], other: readonly PlacedFigure[]): boolean {
  const values = (figures: readonly PlacedFigure[]): Map<string, string> =>
    new Map(figures.flatMap(({ bind, value }) => (value === null ? [] : [[canonicalize(bind) ?? '', value]])));
  const [a, b] = [values(one), values(other)];
  const shared = [...a].filter(([bind]) => b.has(bind));
  return shared.length > 0 && shared.every(([bind, value]) => b.get(bind) === value);
}
