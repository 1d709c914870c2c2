import { defineCommand } from 'citty';
import { registry } from '../metrics/registry.ts';
import { say, sayJson } from './output.ts';

export default defineCommand({
  meta: { name: 'metrics', description: 'List every metric with its definition.' },
  args: {
    json: { type: 'boolean', description: 'Print JSON.' },
    lang: { type: 'enum', options: ['zh', 'en'], default: 'en', description: 'Language of labels and definitions.' },
  },
  run: ({ args }) => {
    const lang = args.lang === 'zh' ? 'zh' : 'en';
    const metrics = [...registry.values()];
    if (args.json) {
      sayJson(
        metrics.map(({ id, label, definition, formula, unit, format, rollup, polarity, dimensions, group, sheet }) => ({
          id,
          label,
          definition,
          formula,
          unit,
          format,
          rollup,
          polarity,
          dimensions,
          group,
          sheet,
        })),
      );
      return;
    }
    const width = Math.max(...metrics.map(({ id }) => id.length));
    for (const { id, label, definition } of metrics) say(`${id.padEnd(width)}  ${label[lang]}: ${definition[lang]}`);
  },
});
