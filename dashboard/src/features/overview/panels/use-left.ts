import { computed } from 'vue';
import type { CardTable } from '../../../components/card-table.ts';
import { useEvidence } from '../../../components/evidence/use-evidence.ts';
import { useMetricLabels } from '../../../components/use-metric-labels.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOverviewPlace } from '../overview-key.ts';
import { byUrgency, useCaseList } from '../use-case-list.ts';
import type { OverviewCase, OverviewUnit } from '../use-overview.ts';

/** Names that fit beside the bars; the ledger has them all. */
const SHOWN = 10;

/** Who is left: the outstanding ones by name, most urgent first. */
export function useLeft(props: { readonly unit: OverviewUnit; readonly cases: readonly OverviewCase[] }) {
  const { t } = useLanguage();
  const { line } = useOverviewPlace();
  const { rowsLink } = useEvidence();
  const { definition } = useMetricLabels();
  const left = computed(() => props.cases.filter(({ rectified }) => !rectified).toSorted(byUrgency));
  const { rows } = useCaseList(() => left.value);
  return {
    left,
    shown: computed(() => left.value.slice(0, SHOWN)),
    rest: computed(() => Math.max(0, left.value.length - SHOWN)),
    subtitle: computed(
      () => `${t('overview.left.count', { n: left.value.length }, left.value.length)} · ${line.value}`,
    ),
    note: computed(() => definition('OUTSTANDING')),
    empty: computed(() => {
      if (left.value.length > 0) return null;
      return t(props.cases.length === 0 ? 'overview.left.noCases' : 'overview.left.allDone');
    }),
    ledger: computed(() => rowsLink('OUTSTANDING')),
    table: computed<CardTable>(() => ({
      columns: (['unit', 'cause', 'leader', 'deadline'] as const).map((key) => ({ label: t(`overview.left.${key}`) })),
      rows: rows.value.map(({ key, name, cause, leader, deadline }) => ({
        key,
        cells: [name, cause, leader, deadline].map((text) => ({ text })),
      })),
    })),
  };
}
