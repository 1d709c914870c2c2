import type { ChartContext, EChartsOption } from '../charts/index.ts';

/** Draws the card's chart for a theme and width: for the screen, and again on white for export. */
export type DrawChart = (context: ChartContext) => EChartsOption;

/** Draws for export: a chart, or an `<svg>` of the context's width. */
export type DrawSheet = (context: ChartContext) => EChartsOption | string;
