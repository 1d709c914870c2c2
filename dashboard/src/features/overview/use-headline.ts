import { computed } from 'vue';
import { useEvidence } from '../../components/use-evidence.ts';
import { useFigures } from '../../components/use-figures.ts';
import { formatInteger } from '../../format/index.ts';
import type { MetricId } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useMonthChange } from './use-month-change.ts';
import { useTiles } from './use-tiles.ts';
import type { OverviewCase, OverviewUnit } from './use-overview.ts';

const KINDS = ['VILLAGE', 'COMMUNITY', 'OTHER'] as const;

/** The sentence of figures, what moved since the end of the month before, and the strip of tiles. */
export function useHeadline(props: { readonly unit: OverviewUnit; readonly cases: readonly OverviewCase[] }) {
  const { t } = useLanguage();
  const { rowsLink } = useEvidence();
  const { figure, value, raw } = useFigures(() => props.unit.report.metrics);
  const some = (id: MetricId): boolean => value(id) !== null && value(id) !== '0';
  const kindCount = (key: string): string | null =>
    props.unit.report.kinds.rows.find((row) => row.key.toUpperCase() === key)?.values[0]?.value ?? null;

  return {
    t,
    figure,
    hasCases: computed(() => some('IDENTIFIED')),
    hasOutstanding: computed(() => some('OUTSTANDING')),
    hasOverdue: computed(() => some('OVERDUE')),
    ...useMonthChange(),
    ...useTiles(() => props.cases),
    kinds: computed(() =>
      KINDS.map((kind) => ({ kind, count: kindCount(kind) }))
        .filter(({ count }) => count !== null && count !== '0')
        .map(({ kind, count }) => ({
          kind,
          figure: {
            text: formatInteger(count),
            label: t(`kind.${kind}`),
            to: rowsLink('IDENTIFIED', { part: { by: 'UNIT_KIND', key: kind } }),
          },
        })),
    ),
    villages: computed(() => {
      const ratio = raw('IDENTIFICATION_RATIO');
      if (!ratio || ratio.denominator === null) return null;
      return {
        of: {
          text: formatInteger(ratio.denominator),
          label: t('overview.villagesLabel'),
          to: rowsLink('IDENTIFICATION_RATIO', { den: true }),
        },
        rate: figure('IDENTIFICATION_RATIO'),
      };
    }),
  };
}
