import { computed, watchEffect, type Ref } from 'vue';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { useMetricLabels } from '../../components/use-metric-labels.ts';
import { formatDay } from '@wallchart/charts/format';
import type { WallchartHeadQuery } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';

/** Whose wall chart it is, of which day, and the totals that lead to their rows. */
export function useWallHead(unit: Readonly<Ref<WallchartHeadQuery['orgUnit'] | null>>) {
  const { campaign, asOf } = useCampaign();
  const { t, lang, pick } = useLanguage();
  const { rowsLink } = useEvidence();
  const labels = useMetricLabels();
  const heading = computed(() =>
    unit.value ? t('wallchart.heading', { unit: unit.value.name }) : t('wallchart.title'),
  );
  watchEffect(() => setPageTitle(heading.value));
  return {
    heading,
    place: computed(() =>
      [pick(campaign.value), t('frame.asOfDay', { day: formatDay(asOf.value, lang.value) })]
        .filter(Boolean)
        .join(' · '),
    ),
    illustrative: computed(() => unit.value?.report.metrics.some((value) => value.illustrative) ?? false),
    totals: computed(() =>
      (unit.value?.report.metrics ?? []).map((value) => ({
        id: value.id,
        label: labels.label(value.id),
        text: labels.write(value),
        to: rowsLink(value.id),
      })),
    ),
  };
}
