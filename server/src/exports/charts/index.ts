export type { ChartAsk, ChartSources } from './chart-ask.ts';
export { chartData, type ChartData, type PictureFacts } from './chart-data.ts';
export { CHART_KINDS, KIND_FACTS, kindInAddress, kindOfAddress, type ChartKind } from './kinds.ts';
export { chartPicture, drawPicture, type ChartPicture, type PictureOptions } from './picture.ts';
