import { computed, nextTick, watch, watchEffect } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { useOperation } from '../../api/use-operation.ts';
import { MetricReferenceDocument } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../layout/use-page-focus.ts';
import { one } from '../ledger/ledger-filter.ts';
import messages from './messages.ts';
import { byGroup, findMetrics } from './metric-index.ts';

/** The reference of all metrics, as the server declares them; the search is in the address, a metric has an anchor. */
export function useMetrics() {
  addMessages(messages);
  const route = useRoute();
  const router = useRouter();
  const { t, lang, pick } = useLanguage();
  const { te } = useI18n({ useScope: 'global' });
  const reference = useOperation(MetricReferenceDocument, {});
  const all = computed(() => reference.data.value?.metrics ?? []);
  const text = computed(() => one(route.query, 'q'));
  const found = computed(() => findMetrics(all.value, text.value));
  watchEffect(() => setPageTitle(t('metricPage.title')));

  const groupTitle = (group: string): string =>
    te(`metricPage.group.${group}`) ? t(`metricPage.group.${group}`) : group;
  const groups = computed(() =>
    byGroup(found.value).map(({ group, metrics }) => ({
      id: `group-${group}`,
      title: groupTitle(group),
      metrics: metrics.map((metric) => {
        const english = lang.value === 'en';
        return {
          id: metric.id,
          label: pick(metric),
          definition: english ? metric.definitionEn : metric.definitionZh,
          current: route.hash === `#${metric.id}`,
          facts: [
            { term: t('metricPage.formula'), text: english ? metric.formulaEn : metric.formulaZh },
            { term: t('metricPage.rollup'), text: english ? metric.rollupTextEn : metric.rollupTextZh },
            { term: t('metricPage.unitOf'), text: t(`metricPage.unit.${metric.unit}`) },
            { term: t('metricPage.polarity'), text: t(`metricPage.polarityKind.${metric.polarity}`) },
            {
              term: t('metricPage.dimensions'),
              text: metric.dimensions
                .map((dimension) => t(`metricPage.dimension.${dimension}`))
                .join(english ? ', ' : '、'),
            },
            {
              term: t('metricPage.sheet'),
              text: te(`sheet.${metric.sheet}`) ? t(`sheet.${metric.sheet}`) : metric.sheet,
            },
          ].filter((fact) => fact.text !== ''),
        };
      }),
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
