import { computed, shallowRef, watch } from 'vue';
import { useRoute, type RouteLocationRaw } from 'vue-router';
import { useAddress } from '../address/use-address.ts';
import { useOperation } from '../api/use-operation.ts';
import { useCampaign } from '../campaign/use-campaigns.ts';
import { endOfMonthBefore, formatDay, formatMoment, formatMonthDay, isDay } from '@wallchart/charts/format';
import { RecentImportsDocument } from '../generated/graphql.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Another campaign starts at its own unit and day. */
export function useCampaignPicker() {
  const { lang, pick } = useLanguage();
  const { address } = useAddress();
  const { campaigns, campaign } = useCampaign();
  const route = useRoute();
  const choices = computed(() =>
    (campaigns.data.value?.campaigns ?? []).map((one) => ({
      id: one.id,
      name: pick(one),
      unit: one.unit.name,
      period: `${formatDay(one.startOn, lang.value)} – ${formatDay(one.deadline, lang.value)}`,
      current: one.id === address.value.campaign,
      to: {
        name: 'overview',
        params: { campaign: one.id, code: one.unit.code },
        query: route.query['lang'] ? { lang: route.query['lang'] } : {},
      } as RouteLocationRaw,
    })),
  );
  return { label: computed(() => pick(campaign.value) || address.value.campaign), choices };
}

/** Month ends from the first to the last day of a campaign's facts, newest first. */
function monthEnds(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = last; day >= first && days.length < 24; day = endOfMonthBefore(day)) days.push(day);
  return days;
}

export function useAsOfPicker() {
  const { t, lang } = useLanguage();
  const { address, set } = useAddress();
  const { campaign, asOf } = useCampaign();
  const open = shallowRef(false);
  const typed = shallowRef('');
  const problem = shallowRef('');
  watch(open, () => {
    typed.value = asOf.value ?? '';
    problem.value = '';
  });
  const choose = (day: string | undefined): void => {
    open.value = false;
    void set({ asOf: day });
  };
  return {
    open,
    typed,
    problem,
    chosen: computed(() => address.value.asOf !== null),
    label: computed(() => t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) })),
    months: computed(() => {
      if (!campaign.value) return [];
      const { firstDay, defaultAsOf } = campaign.value;
      return monthEnds(firstDay, defaultAsOf).map((day) => ({ day, label: formatMonthDay(day, lang.value) }));
    }),
    apply: (): void => {
      if (isDay(typed.value)) choose(typed.value);
      else problem.value = t('frame.asOfInvalid');
    },
    choose,
    reset: () => choose(undefined),
  };
}

/** The second clock: any moment, or one just after an import. Moments are typed in Asia/Shanghai. */
export function useKnownAtPicker() {
  const { t, lang } = useLanguage();
  const { address, set } = useAddress();
  const open = shallowRef(false);
  const typed = shallowRef('');
  const imports = useOperation(RecentImportsDocument, () => (open.value ? {} : null));
  const choose = (moment: string | undefined): void => {
    open.value = false;
    void set({ knownAt: moment });
  };
  return {
    open,
    typed,
    chosen: computed(() => address.value.knownAt !== null),
    label: computed(() => {
      const known = address.value.knownAt;
      return known === null ? t('frame.knownNow') : t('frame.knownAt', { moment: formatMoment(known, lang.value) });
    }),
    choices: computed(() =>
      (imports.data.value?.imports ?? []).map((run) => ({ ...run, moment: formatMoment(run.recordedAt, lang.value) })),
    ),
    apply: () => choose(`${typed.value}:00+08:00`),
    choose,
    reset: () => choose(undefined),
  };
}

export function useTreePicker() {
  const { address, set } = useAddress();
  return {
    tree: computed(() => address.value.tree),
    toggle: () => set({ tree: address.value.tree === 'now' ? undefined : 'now' }),
  };
}
