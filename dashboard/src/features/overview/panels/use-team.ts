import { computed } from 'vue';
import { useAddress } from '../../../address/use-address.ts';
import { useOperation } from '../../../api/use-operation.ts';
import type { CardTable } from '../../../components/card-table.ts';
import { useFigures } from '../../../components/use-figures.ts';
import { OverviewTeamDocument, type MetricId } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';

const BIG = ['MEMBERS_ADJUSTED', 'WARNING_TALKS', 'RESERVE_CADRES'] as const;
const SMALL = [
  'SECRETARIES_ADJUSTED',
  'CADRES_ATTACHED',
  'SECRETARIES_TRAINED',
  'TRAINING_COVERAGE',
  'SECRETARIES_TRAINED_AWAY',
] as const;
const ALL: readonly MetricId[] = ['VACANCIES_BEFORE', 'VACANCIES_NOW', ...BIG, ...SMALL];

/** Are the teams complete: vacancies before and now, adjustments, talks, reserve. */
export function useTeam() {
  const { t } = useLanguage();
  const { variables } = useAddress();
  const { line } = useOverviewPlace();
  const operation = useOperation(OverviewTeamDocument, () => variables.value, { afterPaint: true });
  const metrics = computed(() => operation.data.value?.orgUnit?.report.metrics);
  const { figure, value, raw, illustrative } = useFigures(() => metrics.value);
  return {
    ...operation,
    figure,
    line,
    illustrative: computed(() => illustrative(...ALL)),
    note: computed(() => (raw('RESERVE_CADRES')?.atLeast === true ? t('overview.team.note') : '')),
    empty: computed(() => {
      const something = ALL.some((id) => value(id) !== null && value(id) !== '0');
      return something ? null : t('overview.team.empty');
    }),
    hasVacancies: computed(() => value('VACANCIES_BEFORE') !== null),
    big: computed(() => BIG.filter((id) => value(id) !== null).map((id) => figure(id))),
    small: computed(() => SMALL.filter((id) => value(id) !== null).map((id) => figure(id))),
    table: computed<CardTable>(() => ({
      columns: [{ label: t('overview.item') }, { label: t('overview.value'), numeric: true }],
      rows: ALL.map((id) => ({ key: id, cells: [{ text: figure(id).label }, { text: figure(id).text }] })),
    })),
  };
}
