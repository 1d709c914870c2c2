import type { Lang } from './format/index.ts';

/** Colours of a chart; tokens.css is the same palette for HTML. */
export interface ChartTheme {
  readonly name: 'light' | 'dark' | 'print';
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly track: string;
  readonly accent: string;
  readonly neutral: string;
  readonly done: string;
  readonly done2: string;
  readonly done3: string;
  readonly accepted: string;
  readonly acceptedGround: string;
  readonly work: string;
  readonly workGround: string;
  readonly overdue: string;
  readonly overdueGround: string;
  readonly relapsed: string;
  readonly relapsedGround: string;
}

const light: ChartTheme = {
  name: 'light',
  card: '#ffffff',
  ink: '#1f2328',
  soft: '#5b6470',
  rule: '#e4e0d8',
  track: '#efece5',
  accent: '#b3261e',
  neutral: '#5b6470',
  done: '#1b7f79',
  done2: '#4a9a95',
  done3: '#84b9b5',
  accepted: '#5b7083',
  acceptedGround: '#dfe5ea',
  work: '#c98a1b',
  workGround: '#f7ead0',
  overdue: '#9c2f2a',
  overdueGround: '#f6e3e1',
  relapsed: '#6d3f7a',
  relapsedGround: '#ece1ef',
};

const dark: ChartTheme = {
  name: 'dark',
  card: '#1d2024',
  ink: '#ece8df',
  soft: '#a9afb7',
  rule: '#353a41',
  track: '#2a2e34',
  accent: '#c8362c',
  neutral: '#8d96a1',
  done: '#3fa89f',
  done2: '#2f8780',
  done3: '#256a65',
  accepted: '#9fb2c4',
  acceptedGround: '#2b343d',
  work: '#dca33c',
  workGround: '#3a2f18',
  overdue: '#e5877f',
  overdueGround: '#41211f',
  relapsed: '#bf98cd',
  relapsedGround: '#37263d',
};

/** For paper and exports: light, with black type. */
const print: ChartTheme = {
  ...light,
  name: 'print',
  ink: '#000000',
  soft: '#333333',
  rule: '#bbbbbb',
  track: '#dddddd',
};

export const CHART_THEMES: Readonly<Record<ChartTheme['name'], ChartTheme>> = { light, dark, print };

/** Fonts of the system; a server that draws passes the family it has. Single quotes: ECharts puts it into an attribute. */
export const CHART_FONT = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** Height of the legend that `legend` asks for, px. */
export const LEGEND_HEIGHT = 24;

/** What every chart function takes besides its data. */
export interface ChartContext {
  readonly lang: Lang;
  readonly theme: ChartTheme;
  /** Width in px that the chart is drawn for: narrow ones drop side columns. */
  readonly width: number;
  readonly font?: string;
  /** Away from the page: the words for the patterns are drawn too, LEGEND_HEIGHT px below. */
  readonly legend?: boolean;
}
