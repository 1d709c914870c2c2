import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useMetricLabels } from '../../components/use-metric-labels.ts';

/** Name and definition of the figure whose rows the ledger is showing. */
export function useCounted(id: MaybeRefOrGetter<string>) {
  const labels = useMetricLabels();
  return {
    label: computed(() => labels.label(toValue(id))),
    definition: computed(() => labels.definition(toValue(id))),
    link: computed(() => ({ name: 'metrics', hash: `#${toValue(id)}` })),
  };
}
