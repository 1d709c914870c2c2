import { computed, nextTick, watch, watchEffect } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useOperation } from '../../api/use-operation.ts';
import { MetricReferenceDocument } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../layout/use-page-focus.ts';
import { one } from '../../address/query.ts';
import messages from './messages.ts';
import { byGroup, findMetrics } from './metric-index.ts';
import { useMetricWords } from './use-metric-words.ts';

/** The reference of all metrics, as the server declares them; the search is in the address, a metric has an anchor. */
export function useMetrics() {
  addMessages(messages);
  const route = useRoute();
  const router = useRouter();
  const { t } = useLanguage();
  const words = useMetricWords();
  const reference = useOperation(MetricReferenceDocument, {});
  const all = computed(() => reference.data.value?.metrics ?? []);
  const text = computed(() => one(route.query, 'q'));
  const found = computed(() => findMetrics(all.value, text.value));
  watchEffect(() => setPageTitle(t('metricPage.title')));

  const groups = computed(() =>
    byGroup(found.value).map(({ group, metrics }) => ({
      id: `group-${group}`,
      title: words.groupTitle(group),
      metrics: metrics.map((metric) => words.entry(metric, route.hash === `#${metric.id}`)),
    })),
  );

  // The anchor's element exists only after the answer: the browser's own jump came too early.
  watch(
    [() => route.hash, () => all.value.length > 0],
    async ([hash, ready]) => {
      if (!ready || hash === '') return;
      await nextTick();
      const target = document.getElementById(hash.slice(1));
      target?.scrollIntoView({ block: 'start' });
      target?.focus({ preventScroll: true });
    },
    { immediate: true },
  );

  return {
    reference,
    count: computed(() => all.value.length),
    shown: computed(() => found.value.length),
    text,
    groups,
    search: (value: string): void =>
      void router.replace({
        query: { ...route.query, q: value === '' ? undefined : value },
        hash: value === '' ? route.hash : '',
      }),
  };
}
