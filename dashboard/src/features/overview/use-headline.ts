import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { useEvidence } from '../../components/use-evidence.ts';
import { useFigures } from '../../components/use-figures.ts';
import { endOfMonthBefore, formatInteger, formatMonthDay, formatPoints, NONE } from '../../format/index.ts';
import { compare, negate } from '../../format/decimal.ts';
import { OverviewChangeDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { STATE_MARKS, stateMark } from '../../terms/state-mark.ts';
import type { OverviewCase, OverviewUnit } from './use-overview.ts';

/** The sentence of figures, what moved since the end of the month before, and the strip of tiles. */
export function useHeadline(props: { readonly unit: OverviewUnit; readonly cases: readonly OverviewCase[] }) {
  const { t, lang } = useLanguage();
  const { variables, caseLink, unitLink } = useAddress();
  const { rowsLink } = useEvidence();
  const { asOf } = useCampaign();
  const { figure, value, raw } = useFigures(() => props.unit.report.metrics);
  const before = computed(() => (asOf.value === null ? null : endOfMonthBefore(asOf.value)));
  const change = useOperation(OverviewChangeDocument, () =>
    before.value === null || asOf.value === null
      ? null
      : { ...variables.value, asOf: asOf.value, before: before.value },
  );
  const changes = computed(() => change.data.value?.orgUnit?.report.compare ?? []);
  const newly = computed(() => {
    const rectified = changes.value.find(({ id }) => id === 'RECTIFIED');
    return rectified?.parts.find(({ kind }) => kind === 'NEWLY_RECTIFIED')?.change ?? (rectified ? '0' : null);
  });
  const points = computed(() => changes.value.find(({ id }) => id === 'RECTIFICATION_RATE')?.change ?? null);

  const direction = computed(() => {
    if (points.value === null) return 'none';
    return { '1': 'up', '0': 'same', '-1': 'down' }[String(compare(points.value, '0')) as '1' | '0' | '-1'];
  });
  const bare = (change: string): string =>
    formatPoints(compare(change, '0') < 0 ? negate(change) : change, lang.value).replace('+', '');

  const kindCount = (key: string): string | null =>
    props.unit.report.kinds.rows.find((row) => row.key.toUpperCase() === key)?.values[0]?.value ?? null;

  return {
    t,
    figure,
    hasCases: computed(() => value('IDENTIFIED') !== null && value('IDENTIFIED') !== '0'),
    hasOutstanding: computed(() => value('OUTSTANDING') !== null && value('OUTSTANDING') !== '0'),
    hasOverdue: computed(() => value('OVERDUE') !== null && value('OVERDUE') !== '0'),
    change: computed(() => {
      if (newly.value === null || before.value === null || asOf.value === null) return null;
      const day = formatMonthDay(before.value, lang.value);
      return {
        day,
        direction: direction.value,
        newly: {
          text: formatInteger(newly.value),
          label: t('overview.newlyLabel', { day }),
          to: rowsLink('RECTIFIED', { part: { by: 'MONTH', key: asOf.value.slice(0, 7) } }),
        },
        points: {
          text: points.value === null ? NONE : bare(points.value),
          label: t('overview.pointsLabel', { day }),
          to: rowsLink('RECTIFICATION_RATE'),
        },
      };
    }),
    kinds: computed(() =>
      (['VILLAGE', 'COMMUNITY', 'OTHER'] as const)
        .map((kind) => ({ kind, count: kindCount(kind) }))
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
    tiles: computed(() => {
      const order = new Map(STATE_MARKS.map((mark, index) => [mark, index]));
      return props.cases
        .map((one) => ({ one, mark: stateMark(one) }))
        .toSorted((a, b) => (order.get(a.mark) ?? 0) - (order.get(b.mark) ?? 0))
        .map(({ one, mark }) => ({
          key: one.caseNo,
          mark,
          label: `${one.town?.name ?? ''}${one.unit.name} · ${t(`mark.${mark}`)}`,
          to: caseLink(one.caseNo, one.unit.code),
        }));
    }),
    legend: computed(() => {
      const counts = new Map<string, number>();
      for (const one of props.cases) counts.set(stateMark(one), (counts.get(stateMark(one)) ?? 0) + 1);
      const links = { done: 'RECTIFIED', accepted: 'ACCEPTED_PENDING', overdue: 'OVERDUE', relapsed: 'RELAPSED' } as const;
      return STATE_MARKS.filter((mark) => counts.has(mark)).map((mark) => ({
        mark,
        count: counts.get(mark) ?? 0,
        to: mark === 'work' ? unitLink('ledger', undefined, { countedIn: 'OUTSTANDING', mark }) : rowsLink(links[mark]),
      }));
    }),
  };
}
