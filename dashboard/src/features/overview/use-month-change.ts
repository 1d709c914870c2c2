import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { compare, negate } from '@wallchart/charts/decimal';
import {
  endOfMonthBefore,
  formatInteger,
  formatMonthDay,
  formatPoints,
  NONE,
  type Lang,
} from '@wallchart/charts/format';
import { OverviewChangeDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** As long as a change is written. */
const USUAL_CHANGE = '0.111';

const DIRECTIONS = { '1': 'up', '0': 'same', '-1': 'down' } as const;

/** The change of the rate without its sign: the verb says which way. */
function withoutSign(change: string, lang: Lang): string {
  return formatPoints(compare(change, '0') < 0 ? negate(change) : change, lang).replace('+', '');
}

/** What moved since the end of the month before: newly rectified, and the rate in percentage points. */
export function useMonthChange() {
  const { t, lang } = useLanguage();
  const { variables } = useAddress();
  const { rowsLink } = useEvidence();
  const { asOf } = useCampaign();
  const before = computed(() => (asOf.value === null ? null : endOfMonthBefore(asOf.value)));
  const operation = useOperation(OverviewChangeDocument, () =>
    before.value === null || asOf.value === null
      ? null
      : { ...variables.value, asOf: asOf.value, before: before.value },
  );
  const change = computed(() => {
    if (operation.loading.value) return null;
    const changes = operation.data.value?.orgUnit?.report.compare ?? [];
    const rectified = changes.find(({ id }) => id === 'RECTIFIED');
    if (!rectified || before.value === null || asOf.value === null) return null;
    const points = changes.find(({ id }) => id === 'RECTIFICATION_RATE')?.change ?? null;
    const day = formatMonthDay(before.value, lang.value);
    return {
      day,
      direction: points === null ? ('none' as const) : DIRECTIONS[`${compare(points, '0')}`],
      newly: {
        text: formatInteger(rectified.parts.find(({ kind }) => kind === 'NEWLY_RECTIFIED')?.change ?? '0'),
        label: t('overview.newlyLabel', { day }),
        to: rowsLink('RECTIFIED', { part: { by: 'MONTH', key: asOf.value.slice(0, 7) } }),
      },
      points: {
        text: points === null ? NONE : withoutSign(points, lang.value),
        label: t('overview.pointsLabel', { day }),
        to: rowsLink('RECTIFICATION_RATE'),
      },
    };
  });
  return {
    change,
    /** Stands where the change will, so that nothing moves when it comes. */
    changePlace: computed(() => {
      if (!operation.loading.value || before.value === null) return null;
      const day = formatMonthDay(before.value, lang.value);
      const points = withoutSign(USUAL_CHANGE, lang.value);
      return t('overview.since', { day, newly: '0' }) + t('overview.points.up', { points });
    }),
  };
}
