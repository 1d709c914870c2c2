import { nothingDrawn } from '@wallchart/charts/cards';
import type { ChartData } from './chart-data.ts';

/** What it shows and every figure on it. */
export function describe({ card, facts }: ChartData): string {
  const figures =
    nothingDrawn(card) ?? card.marks.map(({ label }) => label.trim()).join(facts.lang === 'en' ? '; ' : '；');
  return `${card.subtitle}${facts.lang === 'en' ? ': ' : '：'}${figures}`;
}
