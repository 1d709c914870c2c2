import { computed, shallowRef, watch, watchEffect } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { carriedQuery } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { fetchOnce } from '../../api/request.ts';
import { formatDay } from '@wallchart/charts/format';
import { OneCircularDocument, type OneCircularQuery } from '../../generated/graphql.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import type { Place } from './figures/rows-behind.ts';
import messages from './messages.ts';

export type Circular = NonNullable<OneCircularQuery['circular']>;

/** One circular, asked for when the page opens and after it was sealed, amended or overtaken; not while it is written. */
export function useCircularPage() {
  addMessages(messages);
  const { t, lang } = useLanguage();
  const route = useRoute();
  const router = useRouter();
  const { address, unitLink } = useAddress();
  const circular = shallowRef<Circular | null>(null);
  const failure = shallowRef<Failure | null>(null);
  /** Counts the times it was loaded: what is shown of it starts again. */
  const round = shallowRef(0);
  const id = computed(() => String(route.params['id'] ?? ''));

  const load = async (): Promise<void> => {
    const requested = id.value;
    const answer = await fetchOnce(OneCircularDocument, { id: requested });
    if (requested !== id.value) return;
    failure.value = answer.failure;
    circular.value = answer.data?.circular ?? null;
    round.value += 1;
  };
  watch(
    id,
    () => {
      circular.value = null;
      if (id.value !== '') void load();
    },
    { immediate: true },
  );
  watch(circular, (now) => {
    if (!now || (now.campaign.id === address.value.campaign && now.unit.code === address.value.code)) return;
    const params = { campaign: now.campaign.id, code: now.unit.code, id: now.id };
    void router.replace({ name: 'circular', params, query: route.query });
  });
  watchEffect(() => setPageTitle(circular.value?.title ?? t('circular.list')));

  return {
    circular,
    failure,
    round,
    load,
    listLink: computed(() => unitLink('circulars')),
    leave: () => router.push(unitLink('circulars')),
    place: computed<Place | null>(() => {
      const { value } = circular;
      if (!value) return null;
      const { asOf: _day, ...carried } = carriedQuery(route.query);
      const { asOf, previousAsOf, campaign, unit } = value;
      return { campaign: campaign.id, unit: unit.code, asOf, previousAsOf: previousAsOf ?? null, carried };
    }),
    subject: computed(() => {
      const { value } = circular;
      if (!value) return '';
      const day = t('frame.asOfDay', { day: formatDay(value.asOf, lang.value) });
      const before = value.previousAsOf
        ? t('circular.since', { day: formatDay(value.previousAsOf, lang.value) })
        : t('circular.sinceNone');
      return [value.unit.name, day, before].join(' · ');
    }),
  };
}
