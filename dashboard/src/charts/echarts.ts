import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendPlainComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from './base.ts';

/* Only what the charts use. SVG: crisp on a projector and in print. */
use([BarChart, LineChart, GridComponent, LegendPlainComponent, SVGRenderer]);

/** An option as SVG text of the given size; works without a page. */
export function renderSvg(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
