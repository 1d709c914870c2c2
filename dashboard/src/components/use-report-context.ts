import { computed } from 'vue';
import { useCampaign } from '../campaign/use-campaigns.ts';
import { formatDay } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Unit, campaign and day, as they stand in the subtitle of every card. */
export function useReportContext(unitName: () => string) {
  const { t, lang, pick } = useLanguage();
  const { campaign, asOf } = useCampaign();
  return {
    asOf,
    campaign,
    line: computed(() =>
      [unitName(), pick(campaign.value), t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) })]
        .filter((part) => part !== '')
        .join(' · '),
    ),
  };
}
