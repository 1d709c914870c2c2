import { computed, shallowRef } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import type { CardTable } from '../../../components/card-table.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { formatAtLeast, formatDayOrPart, formatInteger } from '@wallchart/charts/format';
import { OverviewSupportDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

const ALL = [
  'STATIONED_CADRES',
  'TWINNED_UNITS',
  'FIRST_SECRETARIES',
  'STRONG_VILLAGE_PAIRS',
  'PROBLEMS_HELPED',
  'THEME_DAY_BRANCHES',
  'PROJECT_FUNDS',
  'REPORTS_DUE',
  'REPORT_COMPLETENESS',
  'REPORT_TIMELINESS',
] as const;

/** Rows before someone asks for all. */
const SHOWN = 6;

/** Who helps and what was held: supports, reports and the dated list of activities. */
export function useSupport() {
  const { t, term, lang } = useLanguage();
  const { variables } = useAddress();
  const { line } = useOverviewPlace();
  const operation = useOperation(OverviewSupportDocument, () => variables.value, { afterPaint: true });
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { figure, value, illustrative } = useFigures(() => report.value?.metrics);
  const all = computed(() => report.value?.activities ?? []);
  const unfolded = shallowRef(false);
  const activities = computed(() => (unfolded.value ? all.value : all.value.slice(-SHOWN)));
  const hasCounts = computed(() => all.value.some(({ count }) => count !== null));
  const written = (count: number | null, atLeast: boolean): string =>
    count === null ? '' : atLeast ? formatAtLeast(count, lang.value) : formatInteger(count);
  const withStatus = ({ title, status, passed }: { title: string; status: string; passed: boolean }): string => {
    if (status === 'held') return title;
    return `${title}（${t(`overview.support.${passed ? 'passed' : status === 'cancelled' ? 'cancelled' : 'planned'}`)}）`;
  };
  const figures = computed(() => ALL.filter((id) => value(id) !== null && value(id) !== '0').map((id) => figure(id)));
  return {
    ...operation,
    line,
    figures,
    covered: computed(() => report.value?.metrics),
    folded: computed(() => (unfolded.value ? 0 : Math.max(0, all.value.length - SHOWN))),
    unfold: () => (unfolded.value = true),
    hasActivities: computed(() => activities.value.length > 0),
    illustrative: computed(() => illustrative(...ALL)),
    note: computed(() => t('overview.support.note')),
    empty: computed(() =>
      figures.value.length === 0 && activities.value.length === 0 ? t('overview.support.empty') : null,
    ),
    table: computed<CardTable>(() => ({
      columns: [
        { label: t('overview.support.day') },
        { label: t('overview.support.kind') },
        { label: t('overview.support.name') },
        { label: t('overview.support.attendees'), numeric: true },
        ...(hasCounts.value ? [{ label: t('overview.support.count'), numeric: true }] : []),
      ],
      rows: activities.value.map((one, index) => ({
        key: `${one.heldOn}-${index}`,
        cells: [
          { text: formatDayOrPart(one.heldOn, one.heldOnSpan, lang.value), illustrative: one.illustrative },
          { text: term('activity', one.kind) },
          { text: withStatus(one) },
          { text: written(one.attendees, one.attendeesAtLeast) },
          ...(hasCounts.value ? [{ text: written(one.count, one.countAtLeast) }] : []),
        ],
      })),
    })),
  };
}
