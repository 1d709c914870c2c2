import { computed, shallowRef } from 'vue';
import { rowBars, rowBarsHeight } from '@wallchart/charts';
import type { ChartCard } from '@wallchart/charts/cards';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { approximate, compare } from '@wallchart/charts/decimal';
import { formatWan } from '@wallchart/charts/format';
import type { MetricId } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useBriefingPlace } from '../use-briefing.ts';

/** Bars that a screen carries; the rest is counted, and shown when it is asked for. */
const SHOWN = 8;

/** The child units that have a part of a figure, the largest first, as a chart of which each mark opens its unit. */
export function usePartAmounts(id: MetricId) {
  const { t } = useLanguage();
  const { report } = useBriefingPlace();
  const { write, metric } = useMetricLabels();
  const limit = shallowRef(SHOWN);
  const parts = computed(() =>
    (report.value.towns?.rows ?? [])
      .flatMap(({ key, unit, values }) => {
        const figure = values.find((value) => value.id === id);
        return figure?.value != null && compare(figure.value, '0') !== 0
          ? [{ code: key, name: unit?.name ?? key, figure, value: figure.value }]
          : [];
      })
      .toSorted((a, b) => compare(b.value, a.value) || (a.code < b.code ? -1 : 1)),
  );
  const card = computed<Pick<ChartCard, 'draw' | 'marks' | 'height'>>(() => {
    const drawn = parts.value.slice(0, limit.value).map(({ code, name, figure, value }) => ({
      code,
      label: name,
      length: Math.max(0, approximate(value)),
      text: metric(id)?.format === 'MONEY' ? formatWan(value) : write(figure),
    }));
    return {
      draw: (context) =>
        rowBars(
          drawn.map((row) => ({ ...row, style: { color: context.theme.neutral } })),
          context,
        ),
      height: rowBarsHeight(drawn.length, 26),
      marks: drawn.map(({ code, label, text }) => ({ label: `${label} ${text}`, way: { to: 'unit', code } })),
    };
  });
  return {
    card,
    some: computed(() => parts.value.length > 0),
    illustrative: computed(() => parts.value.some(({ figure }) => figure.illustrative)),
    showAll: (): void => {
      limit.value = Infinity;
    },
    more: computed(() => {
      const n = Math.max(0, parts.value.length - limit.value);
      return n === 0 ? '' : t('briefing.more', { n });
    }),
  };
}
