import type { Lang } from '../../domain/text.ts';
import { registry, type MetricValue } from '../../metrics/index.ts';
import { figureStyle, STYLE, type NumberFormat } from '../../rendering/workbook/styles.ts';
import type { WrittenCell } from '../../rendering/workbook/write-workbook.ts';

const FORMATS: Readonly<Record<string, NumberFormat>> = {
  INTEGER: 'integer',
  PERCENT: 'percent',
  SIGNED_PERCENT: 'signedPercent',
  DECIMAL: 'decimal',
  MONEY: 'money',
};

/** What stands where there is nothing to state: null is not zero. */
export const NONE = '—';

/** A figure as a number with its format; a lower bound and an illustrative figure say so and stay numbers. */
export function figureCell(value: MetricValue | undefined, lang: Lang, total = false): WrittenCell {
  if (!value || value.value === null) return noneCell(total);
  const declared = FORMATS[registry.get(value.id)?.format ?? ''] ?? 'integer';
  const format = value.atLeast && declared === 'integer' ? (lang === 'zh' ? 'atLeastZh' : 'atLeastEn') : declared;
  return { text: value.value, number: true, style: figureStyle(format, { illustrative: value.illustrative, total }) };
}

export const noneCell = (total = false): WrittenCell => ({ text: NONE, style: figureStyle('integer', { total }) });

/** A count that is no metric's value on its own. */
export const countCell = (count: number, { total = false, illustrative = false } = {}): WrittenCell => ({
  text: String(count),
  number: true,
  style: figureStyle('integer', { total, illustrative }),
});

export const textCell = (text: string, total = false): WrittenCell => ({
  text,
  style: total ? STYLE.total : STYLE.text,
});

/** A row of headers: names to the left, figures to the right. */
export const headerRow = (row: number, titles: readonly string[], named = 1) => ({
  row,
  cells: titles.map((text, at) => ({ text, style: at < named ? STYLE.header : STYLE.numericHeader })),
});
