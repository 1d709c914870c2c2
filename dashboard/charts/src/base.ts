import type { EChartsOption } from 'echarts';
import { CHART_FONT, type ChartContext, type ChartTheme } from './theme.ts';

export type { EChartsOption } from 'echarts';

/** What all charts have in common: the font, no motion worth waiting for, no background of their own. */
export function baseOption(context: ChartContext): EChartsOption {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: context.font ?? CHART_FONT, fontSize: 12, color: context.theme.ink },
  };
}

/** Advance widths in em, of the widest common fonts: letters by class, all else of the sheet's Latin as a digit. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\uffff·÷“”…]/, 1],
  [/[mMW%@—]/, 0.94],
  [/[A-HK-LN-VX-Zw&]/, 0.72],
  [/[frt"*]/, 0.42],
  [/[ !'(),\-./:;IJ[\]ijl|]/, 0.34],
];
const DIGIT = 0.58;

/** Roughly how wide a text is drawn, never less than it is. */
export function textWidth(text: string, fontSize = 12): number {
  let ems = 0;
  for (const character of text) ems += WIDTHS.find(([like]) => like.test(character))?.[1] ?? DIGIT;
  return Math.ceil(ems * fontSize * 1.02) + 2;
}

/** Categories made distinct: two rows may have the same words. */
export function numbered(texts: readonly string[]): string[] {
  return texts.map((text, index) => `${index}\u0000${text}`);
}

/** The words of a numbered category. */
export function unnumbered(category: string): string {
  return category.slice(category.indexOf('\u0000') + 1);
}

/** The widest of several texts, kept between two bounds. */
export function columnWidth(texts: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...texts.map((text) => textWidth(text))));
}

/** An entry of a legend: the name of its series, and a sign of its own where that of the series does not do. */
export interface LegendEntry {
  readonly name: string;
  readonly icon?: string;
}

/** A legend below the chart. */
export function legendOf(theme: ChartTheme, entries: readonly LegendEntry[]): NonNullable<EChartsOption['legend']> {
  return {
    left: 0,
    bottom: 0,
    itemWidth: 18,
    itemHeight: 10,
    itemGap: 18,
    selectedMode: false,
    textStyle: { color: theme.ink, fontSize: 12 },
    data: [...entries],
  };
}
