import { computed, effectScope } from 'vue';
import { useOperation, type Operation } from '../api/use-operation.ts';
import { formatMetric, type Writable } from '@wallchart/charts/format';
import { MetricLabelsDocument, type MetricLabelsQuery } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/use-language.ts';

let operation: Operation<MetricLabelsQuery> | null = null;

/** Labels, definitions and formats of the metrics, asked once; nothing about a metric is written in the dashboard. */
export function useMetricLabels() {
  operation ??= effectScope(true).run(() => useOperation(MetricLabelsDocument, {})) as Operation<MetricLabelsQuery>;
  const { data, error } = operation;
  const { lang, pick } = useLanguage();
  const byId = computed(() => new Map((data.value?.metrics ?? []).map((metric) => [metric.id as string, metric])));
  return {
    /** Whether figures can be written: without the declarations a rate would stand there as a count. */
    ready: computed(() => data.value !== undefined || error.value !== null),
    metric: (id: string) => byId.value.get(id) ?? null,
    label: (id: string): string => pick(byId.value.get(id)) || id,
    definition: (id: string): string => {
      const found = byId.value.get(id);
      return found ? (lang.value === 'en' ? found.definitionEn : found.definitionZh) : '';
    },
    /** What organisations should enter for it; '' where no entry is expected of anyone. */
    entry: (id: string): string => {
      const found = byId.value.get(id);
      return (lang.value === 'en' ? found?.entryEn : found?.entryZh) ?? '';
    },
    /** The value as the metric's declaration says it is written. */
    write: (value: (Writable & { readonly id: string }) | null | undefined): string =>
      formatMetric(value, byId.value.get(value?.id ?? '')?.format ?? 'INTEGER', lang.value),
  };
}
