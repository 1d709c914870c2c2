import { Big } from 'big.js';
import type { Lang } from '../../../domain/text.ts';
import { registry } from '../../../metrics/index.ts';
import type { ResolvedFigure } from '../figures/resolve-figures.ts';
import { NO_FIGURE, writeDecimal, writeValue } from '../figures/write-number.ts';
import type { AnnexPlan } from './plan-annexes.ts';

/**
 * The figures as columns have them: one number of decimals and one unit, which the head of the column names, and one
 * sign where there is no figure.
 */
export function evenColumns(
  plans: readonly AnnexPlan[],
  figures: readonly ResolvedFigure[],
  lang: Lang,
): ResolvedFigure[] {
  const columns = new Map<string, Map<string, ResolvedFigure>>();
  const columnOf = new Map(
    plans.flatMap((plan, annex) => {
      if (!('table' in plan)) return [];
      return plan.table.rows.flatMap((row) =>
        row.flatMap((cell, column) => ('bind' in cell ? [[cell.key, `${annex}.${column}`] as const] : [])),
      );
    }),
  );
  for (const figure of figures) {
    const column = columnOf.get(figure.key);
    if (column !== undefined) columns.set(column, (columns.get(column) ?? new Map()).set(figure.key, figure));
  }
  return figures.map((figure) => {
    const column = columns.get(columnOf.get(figure.key) ?? '');
    return column === undefined ? figure : { ...figure, text: inColumn(figure, [...column.values()], lang) };
  });
}

/** A figure as its column writes it; what is more than a value (a lower bound, a change) stays as it is. */
function inColumn(figure: ResolvedFigure, column: readonly ResolvedFigure[], lang: Lang): string {
  const { value, text } = figure;
  const format = formatOf(figure);
  if (value === null) return figure.concern === 'NO_DATA' ? NO_FIGURE : text;
  if (format === null || text !== writeValue(new Big(value), format, lang)) return text;
  if (format === 'PERCENT') return `${writeDecimal(new Big(value).times(100), lang, 1)}%`;
  if (format !== 'MONEY') return text;
  const places = column.map(({ value: other }) => decimalsOf(inUnit(other, lang)));
  return writeDecimal(inUnit(value, lang), lang, Math.max(0, ...places));
}

const formatOf = ({ bind }: ResolvedFigure) =>
  bind.of === 'metric' && bind.part === 'value' && bind.at === 'now' ? registry.get(bind.metric)!.format : null;

/** An amount in 万元, or in yuan in English. */
const inUnit = (yuan: string | null, lang: Lang): Big => new Big(yuan ?? 0).div(lang === 'zh' ? 10_000 : 1);

const decimalsOf = (amount: Big): number => amount.toFixed().split('.')[1]?.length ?? 0;
