import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { trendCard } from '@wallchart/charts';
import { OverviewTrendDocument } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

/** How fast: rectified so far week by week, beside the schedule counted back from the deadline. */
export function useTrend() {
  const { variables } = useAddress();
  const operation = useOperation(OverviewTrendDocument, () => variables.value, { afterPaint: true });
  return {
    ...operation,
    ...useCard((place) => trendCard(operation.data.value?.orgUnit?.report.trend ?? [], place)),
  };
}
