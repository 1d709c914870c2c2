import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { visitsCard } from '@wallchart/charts';
import { useFigures } from '../../../components/use-figures.ts';
import { OverviewVisitsDocument } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

const TOTALS = ['VISIT_COMPLIANCE', 'VISITS', 'PROBLEMS_FOUND', 'PROBLEMS_SOLVED'] as const;

/** Do the contact leaders go: case-months with enough visits out of those due, month by month. */
export function useVisits() {
  const { variables } = useAddress();
  const operation = useOperation(OverviewVisitsDocument, () => variables.value, { afterPaint: true });
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { figure, value } = useFigures(() => report.value?.metrics);
  return {
    ...operation,
    ...useCard((place) => visitsCard(report.value ?? null, place)),
    totals: computed(() => TOTALS.filter((id) => value(id) !== null).map((id) => figure(id))),
  };
}
