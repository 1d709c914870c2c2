import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { payCard } from '@wallchart/charts';
import { useFigures } from '../../../components/use-figures.ts';
import { OverviewPayDocument } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

/** What rose: pay of each class before and after, all heads together; by town in the table. */
export function usePay() {
  const { variables } = useAddress();
  const operation = useOperation(OverviewPayDocument, () => variables.value, { afterPaint: true });
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { figure } = useFigures(() => report.value?.metrics);
  return {
    ...operation,
    ...useCard((place) => payCard(report.value ?? null, place)),
    figure,
    covered: computed(() => report.value?.metrics),
  };
}
