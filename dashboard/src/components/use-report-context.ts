import { computed } from 'vue';
import { useCampaign } from '../campaign/use-campaigns.ts';
import { placeLine } from '@wallchart/charts/cards';
import { useLanguage } from '../i18n/use-language.ts';

/** Unit, campaign and day, as they stand in the subtitle of every card. */
export function useReportContext(unitName: () => string) {
  const { lang } = useLanguage();
  const { campaign, asOf } = useCampaign();
  return {
    asOf,
    campaign,
    line: computed(() =>
      placeLine({ lang: lang.value, unitName: unitName(), campaign: campaign.value, asOf: asOf.value }),
    ),
  };
}
