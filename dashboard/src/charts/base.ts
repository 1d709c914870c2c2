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

/** Roughly how wide a text is drawn: a Chinese character is square, a Latin letter a little over half of it. */
export function textWidth(text: string, fontSize = 12): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? fontSize : fontSize * 0.58;
  return Math.ceil(width * 1.04) + 2;
}

/** Categories made distinct: two rows may bear the same words. */
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

/** A legend below the chart; of all series, or of those named. */
export function legendOf(theme: ChartTheme, names?: readonly string[]): NonNullable<EChartsOption['legend']> {
  return {
    left: 0,
    bottom: 0,
    itemWidth: 18,
    itemHeight: 10,
    selectedMode: false,
    textStyle: { color: theme.ink, fontSize: 12 },
    ...(names ? { data: [...names] } : {}),
  };
}
