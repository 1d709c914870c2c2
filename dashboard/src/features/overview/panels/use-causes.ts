import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { causesCard, type CauseMode } from '@wallchart/charts';
import { OverviewCausesDocument } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

/** Why they are listed: the primary cause (shares of the whole), or every cause (incidence, overlapping). */
export function useCauses() {
  const { variables, set } = useAddress();
  const route = useRoute();
  const operation = useOperation(OverviewCausesDocument, () => variables.value, { afterPaint: true });
  const mode = computed<CauseMode>(() => (route.query['causes'] === 'all' ? 'incidence' : 'primary'));
  const answer = computed(() => {
    const report = operation.data.value?.orgUnit?.report;
    return report ? { metrics: report.metrics, breakdown: report[mode.value] } : null;
  });
  return {
    ...operation,
    ...useCard((place) => causesCard(answer.value, mode.value, place)),
    mode,
    choose: (next: CauseMode) => set({ causes: next === 'incidence' ? 'all' : undefined }, true),
  };
}
