import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import type { CardPlace, ChartCard, Way } from '@wallchart/charts';
import type { RoutedCard } from '../../../components/card-table.ts';
import { useEvidence } from '../../../components/evidence/use-evidence.ts';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { useReportContext } from '../../../components/use-report-context.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

/** A card of the charts for the page's unit, campaign, day and language, its ways turned into routes. */
export function useCard(cardOf: (place: CardPlace) => ChartCard) {
  const { lang } = useLanguage();
  const { unitName, unitLevel } = useOverviewPlace();
  const { campaign, asOf } = useReportContext(() => unitName.value);
  const { definition } = useMetricLabels();
  const { unitLink } = useAddress();
  const { rowsLink } = useEvidence();

  const routeOf = (way: Way): RouteLocationRaw => {
    if (way.to === 'unit') return unitLink('overview', way.code);
    if (way.to === 'rectified') return unitLink('ledger', undefined, { countedIn: 'RECTIFIED', asOf: way.day });
    const { to: _, id, ...more } = way;
    return rowsLink(id, more);
  };
  return computed<RoutedCard>(() => {
    const {
      whole = null,
      marks,
      table,
      ...card
    } = cardOf({
      lang: lang.value,
      unitName: unitName.value,
      unitLevel: unitLevel.value,
      campaign: campaign.value,
      asOf: asOf.value,
      definition,
    });
    return {
      ...card,
      whole: whole && { text: whole.text, to: routeOf(whole.way) },
      marks: marks.map(({ label, way }) => ({ label, to: routeOf(way) })),
      table: {
        columns: table.columns,
        rows: table.rows.map(({ key, cells }) => ({
          key,
          cells: cells.map(({ text, way, illustrative }) => ({ text, to: way ? routeOf(way) : null, illustrative })),
        })),
      },
    };
  });
}
