import { computed } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { rowBarsHeight, visitBars } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useEvidence } from '../../../components/use-evidence.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { useReportContext } from '../../../components/use-report-context.ts';
import { formatInteger, formatMonth, formatPercent } from '../../../format/index.ts';
import { OverviewVisitsDocument } from '../../../generated/graphql.ts';
import { useLanguage, type Translate } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

interface VisitMonth {
  readonly key: string;
  readonly label: string;
  readonly met: string | null;
  readonly due: string | null;
  readonly rate: string | null;
  readonly illustrative: boolean;
  readonly to: RouteLocationRaw;
}

function visitTable(months: readonly VisitMonth[], t: Translate): CardTable {
  return {
    columns: [
      { label: t('overview.visits.month') },
      { label: t('overview.visits.met'), numeric: true },
      { label: t('overview.visits.due'), numeric: true },
      { label: t('overview.visits.rate'), numeric: true },
    ],
    rows: months.map(({ key, met, due, rate, to, illustrative }) => ({
      key,
      cells: [
        { text: key },
        { text: formatInteger(met), to, illustrative },
        { text: formatInteger(due) },
        { text: formatPercent(rate) },
      ],
    })),
  };
}

/** Do the contact leaders go: case-months with enough visits out of those due, month by month. */
export function useVisits() {
  const { t, lang } = useLanguage();
  const { variables } = useAddress();
  const { line, unitName } = useOverviewPlace();
  const { campaign } = useReportContext(() => unitName.value);
  const { rowsLink } = useEvidence();
  const { definition } = useMetricLabels();
  const operation = useOperation(OverviewVisitsDocument, () => variables.value);
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { figure, value } = useFigures(() => report.value?.metrics);
  const months = computed<VisitMonth[]>(() =>
    (report.value?.trend ?? []).flatMap((point) => {
      const [one] = point.values;
      if (!one || one.value === null) return [];
      return [
        {
          key: point.label,
          label: formatMonth(point.from, lang.value),
          met: one.numerator,
          due: one.denominator,
          rate: one.value,
          illustrative: one.illustrative,
          to: rowsLink('VISIT_COMPLIANCE', { part: { by: 'MONTH', key: point.label } }),
        },
      ];
    }),
  );
  const draw = computed<DrawChart>(() => {
    const drawn = months.value;
    return (context) => visitBars(drawn, context);
  });
  return {
    ...operation,
    draw,
    illustrative: computed(() => months.value.some((month) => month.illustrative)),
    subtitle: computed(() => {
      const n = campaign.value?.visitsPerMonth ?? null;
      return `${n === null ? t('overview.visits.noDuty') : t('overview.visits.duty', { n })} · ${line.value}`;
    }),
    note: computed(() => definition('VISIT_COMPLIANCE')),
    empty: computed(() => {
      if (months.value.length > 0 || (value('VISITS') ?? '0') !== '0') return null;
      return t('overview.visits.empty');
    }),
    height: computed(() => (months.value.length === 0 ? 0 : rowBarsHeight(months.value.length, 28))),
    marks: computed(() =>
      months.value.map(({ label, met, due, rate, to }) => ({
        label: `${label} ${met}/${due} ${formatPercent(rate)}`,
        to,
      })),
    ),
    totals: computed(() =>
      (['VISIT_COMPLIANCE', 'VISITS', 'PROBLEMS_FOUND', 'PROBLEMS_SOLVED'] as const)
        .filter((id) => value(id) !== null)
        .map((id) => figure(id)),
    ),
    table: computed<CardTable>(() => visitTable(months.value, t)),
  };
}
