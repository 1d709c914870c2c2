import { LegendPlainComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsOption } from './base.ts';
import './echarts.ts';

/* A chart away from its page draws the words for its patterns itself. */
use([LegendPlainComponent]);

/** An option as SVG text of the given size in px; works without a page. */
export function renderSvg(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
