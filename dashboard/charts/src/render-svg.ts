import { init } from '#engine';
import type { EChartsOption } from './base.ts';
import { tidySvg } from './tidy-svg.ts';

/**
 * An option as SVG text of the given size in px; works without a page. The font family is left to the caller that puts it
 * into a picture. The same option gives the same text.
 *
 * @param ids prefix of the ids in it, different for pictures that may come to stand on one page
 */
export function renderSvg(option: EChartsOption, width: number, height: number, ids = 'c'): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return tidySvg(chart.renderToSVGString(), ids);
  } finally {
    chart.dispose();
  }
}
