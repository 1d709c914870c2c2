import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { acceptanceCard } from '@wallchart/charts';
import { useFigures } from '../../../components/use-figures.ts';
import { OverviewAcceptanceDocument } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

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
  const { variables } = useAddress();
  const operation = useOperation(OverviewAcceptanceDocument, () => variables.value, { afterPaint: true });
  const metrics = computed(() => operation.data.value?.orgUnit?.report.metrics ?? []);
  const { figure, value } = useFigures(() => metrics.value);
  return {
    ...operation,
    ...useCard((place) => acceptanceCard(metrics.value, place)),
    covered: metrics,
    course: computed(() => COURSE.filter((id) => value(id) !== null).map((id) => figure(id))),
  };
}
