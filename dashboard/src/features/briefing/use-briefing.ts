import { computed, inject, provide, watchEffect, type ComputedRef, type InjectionKey } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import type { CardPlace } from '@wallchart/charts/cards';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { endOfMonthBefore } from '@wallchart/charts/format';
import { BriefingDocument, type BriefingQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import { hasParts } from './screens.ts';
import { useCaseTexts, type CaseTexts } from './use-case-texts.ts';

export type BriefingUnit = NonNullable<BriefingQuery['orgUnit']>;
export type BriefingReport = BriefingUnit['report'];
export type LeftCase = BriefingReport['left']['edges'][number]['node'];
export type OwnCase = NonNullable<BriefingReport['own']>['edges'][number]['node'];

/** What the page tells its screens. */
interface BriefingPlace {
  readonly unit: ComputedRef<BriefingUnit>;
  readonly report: ComputedRef<BriefingReport>;
  /** Unit, campaign, day and language, as the charts take them. */
  readonly place: ComputedRef<CardPlace>;
  readonly texts: ComputedRef<CaseTexts>;
  /** Level of the parts: 4 for the towns of a county. */
  readonly partLevel: ComputedRef<number>;
}

const BRIEFING: InjectionKey<BriefingPlace> = Symbol('briefing');

/** The unit that the screens are about; a screen outside the page is a mistake in the code. */
export function useBriefingPlace(): BriefingPlace {
  const place = inject(BRIEFING);
  if (!place) throw new TypeError('a briefing screen needs the briefing page around it');
  return place;
}

/** Asks for the unit of the address and hands it to the screens. */
export function useBriefing() {
  const { t, lang } = useLanguage();
  const { address, variables } = useAddress();
  const { campaigns, campaign, asOf } = useCampaign();
  const { definition } = useMetricLabels();
  const operation = useOperation(BriefingDocument, () =>
    asOf.value === null
      ? null
      : {
          ...variables.value,
          asOf: asOf.value,
          before: endOfMonthBefore(asOf.value),
          parts: hasParts(variables.value.code),
        },
  );
  const texts = useCaseTexts(() =>
    asOf.value === null ? null : { ...variables.value, asOf: asOf.value, parts: hasParts(variables.value.code) },
  );
  const unit = computed<BriefingUnit | null>(() => operation.data.value?.orgUnit ?? null);
  const unknownCampaign = computed(
    () => campaigns.data.value !== undefined && campaign.value === null && operation.data.value === undefined,
  );
  watchEffect(() => unit.value && setPageTitle(t('briefing.pageTitle', { unit: unit.value.name })));
  const found = computed(() => unit.value as BriefingUnit);
  const place = computed<CardPlace>(() => ({
    lang: lang.value,
    unitName: found.value.name,
    unitLevel: found.value.level,
    asOf: asOf.value,
    campaign: campaign.value,
    definition,
  }));
  provide(BRIEFING, {
    unit: found,
    report: computed(() => found.value.report),
    place,
    texts,
    partLevel: computed(() => found.value.level + 1),
  });
  return {
    operation,
    unit,
    texts,
    asOf,
    campaign,
    answer: operation.data,
    failure: computed(() => {
      if (operation.error.value) return operation.error.value;
      if (campaigns.error.value) return campaigns.error.value;
      if (unknownCampaign.value) return { code: 'UNKNOWN_CAMPAIGN', message: address.value.campaign };
      const missing = !operation.loading.value && operation.data.value !== undefined && unit.value === null;
      return missing ? { code: 'UNKNOWN_UNIT', message: address.value.code } : null;
    }),
    retry: () => {
      campaigns.retry();
      operation.retry();
    },
  };
}
