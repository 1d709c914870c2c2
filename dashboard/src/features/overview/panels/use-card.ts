import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import type { CardPlace, ChartCard, Way } from '@wallchart/charts';
import type { CardTable, ChartMark } from '../../../components/card-table.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
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
  const card = computed(() =>
    cardOf({
      lang: lang.value,
      unitName: unitName.value,
      unitLevel: unitLevel.value,
      campaign: campaign.value,
      asOf: asOf.value,
      definition,
    }),
  );
  return {
    kind: computed(() => card.value.kind),
    title: computed(() => card.value.title),
    subtitle: computed(() => card.value.subtitle),
    whole: computed(() => {
      const { whole } = card.value;
      return whole ? { text: whole.text, to: routeOf(whole.way) } : null;
    }),
    note: computed(() => card.value.note),
    illustrative: computed(() => card.value.illustrative),
    empty: computed(() => card.value.empty),
    height: computed(() => card.value.height),
    draw: computed(() => card.value.draw),
    marks: computed<ChartMark[]>(() => card.value.marks.map(({ label, way }) => ({ label, to: routeOf(way) }))),
    table: computed<CardTable>(() => ({
      columns: card.value.table.columns,
      rows: card.value.table.rows.map(({ key, cells }) => ({
        key,
        cells: cells.map(({ text, way, illustrative }) => ({ text, to: way ? routeOf(way) : null, illustrative })),
      })),
    })),
  };
}
