import { computed } from 'vue';
import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { useFigures } from '../../components/use-figures.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { shift } from '@wallchart/charts/decimal';
import { formatInteger } from '@wallchart/charts/format';
import type { MetricId } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { neededFor } from './quota.ts';
import { useMonthChange } from './use-month-change.ts';
import { useTiles } from './use-tiles.ts';
import type { OverviewCase, OverviewUnit } from './use-overview.ts';

const KINDS = ['VILLAGE', 'COMMUNITY', 'OTHER'] as const;
const RATIOS = { VILLAGE: 'IDENTIFICATION_RATIO', COMMUNITY: 'COMMUNITY_IDENTIFICATION_RATIO' } as const;

/** The sentence of figures, what moved since the end of the month before, and the strip of tiles. */
export function useHeadline(props: { readonly unit: OverviewUnit; readonly cases: readonly OverviewCase[] }) {
  const { t } = useLanguage();
  const { rowsLink } = useEvidence();
  const { campaign } = useCampaign();
  const { figure, value, raw } = useFigures(() => props.unit.report.metrics);
  const some = (id: MetricId): boolean => value(id) !== null && value(id) !== '0';
  const kindCount = (key: string): string | null =>
    props.unit.report.kinds.rows.find((row) => row.key.toUpperCase() === key)?.values[0]?.value ?? null;

  /** The share of a kind's units that is identified, and whether the campaign's quota of it is met. */
  const wholeOf = (kind: (typeof KINDS)[number]) => {
    if (kind === 'OTHER') return null;
    const id = RATIOS[kind];
    const ratio = raw(id);
    if (!ratio || ratio.denominator === null || ratio.denominator === '0') return null;
    return {
      sentence: `overview.ofWhole.${kind}` as const,
      of: {
        text: formatInteger(ratio.denominator),
        label: t(`overview.wholeLabel.${kind}`),
        to: rowsLink(id, { den: true }),
      },
      rate: figure(id),
      quota: quotaText(kind, Number(ratio.denominator), Number(ratio.numerator)),
    };
  };

  /** A quota is set for the campaign as a whole, and so compared with the figure of its own unit only. */
  function quotaText(kind: (typeof KINDS)[number], whole: number, identified: number): string | null {
    const share = kind === 'VILLAGE' ? campaign.value?.villageQuota : campaign.value?.communityQuota;
    if (!share || campaign.value?.unit.code !== props.unit.code) return null;
    const short = neededFor(share, whole) - identified;
    const quota = `${shift(share, 2)}%`;
    return short > 0 ? t('overview.quotaShort', { quota, short }) : t('overview.quotaMet', { quota });
  }

  return {
    t,
    figure,
    hasCases: computed(() => some('IDENTIFIED')),
    hasOutstanding: computed(() => some('OUTSTANDING')),
    hasOverdue: computed(() => some('OVERDUE')),
    ...useMonthChange(),
    ...useTiles(() => props.cases),
    kinds: computed(() =>
      KINDS.map((kind) => ({ kind, count: kindCount(kind) ?? '0', whole: wholeOf(kind) }))
        .filter(({ count, whole }) => count !== '0' || whole?.quota)
        .map(({ kind, count, whole }) => ({
          kind,
          figure: {
            text: formatInteger(count),
            label: t(`kind.${kind}`),
            to: rowsLink('IDENTIFIED', { part: { by: 'UNIT_KIND', key: kind } }),
          },
          whole,
        })),
    ),
  };
}
