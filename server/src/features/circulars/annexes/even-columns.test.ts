import { expect, test } from 'vitest';
import type { Lang } from '../../../domain/text.ts';
import type { MetricId } from '../../../metrics/index.ts';
import type { Binding } from '../content/binding.ts';
import type { ResolvedFigure } from '../figures/resolve-figures.ts';
import { evenColumns } from './even-columns.ts';
import type { AnnexPlan } from './plan-annexes.ts';

const bind = (metric: MetricId): Binding => ({ of: 'metric', metric, part: 'value', at: 'now' });

/** One column of a table with these figures, and what it prints. */
function column(metric: MetricId, figures: readonly (readonly [string | null, string])[], lang: Lang = 'zh') {
  const rows = figures.map((_, at) => [{ key: `f${at}`, bind: bind(metric) }]);
  const columns = [{ title: '', align: 'right', share: 1 } as const];
  const plan: AnnexPlan = { title: '', table: { caption: '', columns, rows, totals: [], note: null } };
  const resolved = figures.map(([value, text], at): ResolvedFigure => ({
    key: `f${at}`,
    bind: bind(metric),
    text,
    definition: '',
    metric,
    unit: null,
    value,
    illustrative: false,
    concern: value === null ? 'NO_DATA' : null,
    lacking: null,
  }));
  return evenColumns([plan], resolved, lang).map(({ text }) => text);
}

test('rates have one decimal each, and one sign where there is none', () => {
  const rates = [
    ['1', '100%'],
    ['0.8648648649', '86.5%'],
    ['0.75', '75%'],
    [null, '无数据'],
  ] as const;
  expect(column('RECTIFICATION_RATE', rates)).toEqual(['100.0%', '86.5%', '75.0%', '—']);
});

test('amounts are in the unit of the column, exact, with as many decimals as the longest needs', () => {
  const amounts = [
    ['1860000.00', '186万元'],
    ['9500.00', '9500元'],
    ['0', '0元'],
  ] as const;
  expect(column('VENUE_COST', amounts)).toEqual(['186.00', '0.95', '0.00']);
  expect(column('VENUE_COST', [['1860000.00', '1,860,000 yuan']], 'en')).toEqual(['1,860,000']);
});

test('counts and lower bounds stay as they are', () => {
  expect(
    column('OUTSTANDING', [
      ['5', '5'],
      ['500', '500余'],
    ]),
  ).toEqual(['5', '500余']);
});
