import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { rowBars, rowBarsHeight } from '../../../charts/index.ts';
import type { CardTable } from '../../../components/card-table.ts';
import type { DrawChart } from '../../../components/chart-card.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { OverviewAcceptanceDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

const GRADES = [
  { id: 'GRADE_GOOD', key: 'GOOD' },
  { id: 'GRADE_FAIRLY_GOOD', key: 'FAIRLY_GOOD' },
  { id: 'GRADE_AVERAGE', key: 'AVERAGE' },
  { id: 'GRADE_POOR', key: 'POOR' },
] as const;

const COURSE = [
  'SATISFACTION',
  'DAYS_TO_RECTIFY',
  'PLAN_COMPLETENESS',
  'MEASURES',
  'MEASURE_RATE',
  'MEASURES_OVERDUE',
] as const;

/** How acceptance went: cases by their latest grade, and the latest ballots. */
export function useAcceptance() {
  const { t } = useLanguage();
  const { variables } = useAddress();
  const { line } = useOverviewPlace();
  const { definition } = useMetricLabels();
  const operation = useOperation(OverviewAcceptanceDocument, () => variables.value);
  const metrics = computed(() => operation.data.value?.orgUnit?.report.metrics);
  const { figure, value, illustrative } = useFigures(() => metrics.value);
  const grades = computed(() =>
    GRADES.map(({ id, key }) => ({ ...figure(id), id, label: t(`grade.${key}`), count: Number(value(id) ?? 0) })),
  );
  const draw = computed<DrawChart>(() => {
    const drawn = grades.value;
    return (context) =>
      rowBars(
        drawn.map(({ label, count, text }) => ({
          label,
          length: count,
          text,
          style: { color: context.theme.neutral },
        })),
        context,
      );
  });
  return {
    ...operation,
    draw,
    illustrative: computed(() =>
      illustrative('GRADE_GOOD', 'GRADE_FAIRLY_GOOD', 'GRADE_AVERAGE', 'GRADE_POOR', 'SATISFACTION'),
    ),
    subtitle: computed(() => `${t('overview.acceptance.what')} · ${line.value}`),
    note: computed(() => definition('SATISFACTION')),
    empty: computed(() => {
      const graded = grades.value.some(({ count }) => count > 0);
      return graded || value('SATISFACTION') !== null ? null : t('overview.acceptance.empty');
    }),
    height: computed(() => rowBarsHeight(grades.value.length, 28)),
    marks: computed(() => grades.value.map(({ label, text, to }) => ({ label: `${label} ${text}`, to }))),
    course: computed(() => COURSE.filter((id) => value(id) !== null).map((id) => figure(id))),
    table: computed<CardTable>(() => ({
      columns: [{ label: t('overview.acceptance.grade') }, { label: t('overview.causes.count'), numeric: true }],
      rows: grades.value.map(({ id, label, text, to, illustrative: mark }) => ({
        key: id,
        cells: [{ text: label }, { text, to, illustrative: mark }],
      })),
    })),
  };
}
