import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { moneyCard } from '@wallchart/charts';
import { useFigures } from '../../../components/use-figures.ts';
import { OverviewMoneyDocument, type MetricId } from '../../../generated/graphql.ts';
import { useCard } from './use-card.ts';

const OPERATING = ['OPERATING_DUE', 'OPERATING_PAID', 'OPERATING_GAP', 'OPERATING_RATE'] as const;
/** Figures of the card that rest on entries; those of the economy are asked for, and not shown. */
const SHOWN: ReadonlySet<MetricId> = new Set([...OPERATING, 'VENUE_COST', 'VENUE_GAP']);

/** What is missing: the cost of venues, what each source has paid, the gap; and the operating funds of the year. */
export function useMoney() {
  const { variables } = useAddress();
  const operation = useOperation(OverviewMoneyDocument, () => variables.value, { afterPaint: true });
  const report = computed(() => operation.data.value?.orgUnit?.report);
  const { figure } = useFigures(() => report.value?.metrics);
  return {
    ...operation,
    ...useCard((place) => moneyCard(report.value ?? null, place)),
    figure,
    covered: computed(() => report.value?.metrics.filter(({ id }) => SHOWN.has(id))),
    operating: computed(() => OPERATING.map((id) => figure(id))),
  };
}
