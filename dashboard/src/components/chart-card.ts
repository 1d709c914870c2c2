import type { ChartContext, EChartsOption } from '@wallchart/charts';

/** Draws the card's chart for a theme and width: for the screen, and again on white for export. */
export type DrawChart = (context: ChartContext) => EChartsOption;
