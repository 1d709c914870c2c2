import type { Lang } from '../../../domain/text.ts';
import type { Run } from '../official-document.ts';
import { ILLUSTRATIVE_MARK } from '../words.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text and figures; a figure says what it is when pointed at. */
export const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map(({ text, figure, illustrative }) => {
      const words = figure
        ? `<data class="figure" value="${escaped(figure.key)}" title="${escaped(figure.definition)}">${escaped(text)}</data>`
        : escaped(text);
      return illustrative ? `${words}<sup>&NoBreak;${ILLUSTRATIVE_MARK}</sup>` : words;
    })
    .join('');

/** Words stay apart where a narrow screen runs the lines together. */
export const linesHtml = (lines: readonly string[], lang: Lang): string =>
  lines.map(escaped).join(lang === 'zh' ? '<br>' : ' <br>');
