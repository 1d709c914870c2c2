import 'reflect-metadata';
export { CHART_KINDS, chartAddress, kindInAddress, kindOfAddress, type ChartKind } from '@wallchart/charts/cards';
export type { ChartRequest, ChartSources } from './chart-request.ts';
export { chartData, type ChartData, type PictureFacts } from './chart-data.ts';
export { describe } from './describe.ts';
export { KIND_FACTS } from './kinds.ts';
export { chartPicture, drawPicture, type ChartPicture, type PictureOptions } from './picture.ts';
