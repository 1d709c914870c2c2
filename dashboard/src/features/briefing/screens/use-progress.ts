import { computed } from 'vue';
import { townsCard, trendCard } from '@wallchart/charts/cards';
import { useFigures, type Figure } from '../../../components/use-figures.ts';
import { compare, negate } from '@wallchart/charts/decimal';
import { endOfMonthBefore, formatInteger, formatMonthDay, formatPoints } from '@wallchart/charts/format';
import { useLanguage } from '../../../i18n/use-language.ts';
import { STATE_MARKS } from '@wallchart/charts/terms';
import { useEvidence } from '../../../components/evidence/use-evidence.ts';
import { useBriefingPlace } from '../use-briefing.ts';

const DIRECTIONS = { '1': 'up', '0': 'same', '-1': 'down' } as const;
const MARK_COUNTS = {
  done: 'rectified',
  accepted: 'acceptedPending',
  work: 'inWork',
  overdue: 'overdue',
  relapsed: 'relapsed',
} as const;

/** What moved since the end of the month before; null where nothing can be compared. */
function useChange() {
  const { lang } = useLanguage();
  const { unit, report } = useBriefingPlace();
  const { rowsLink } = useEvidence();
  return computed(() => {
    const changes = unit.value.earlier.compare;
    const rectified = changes.find(({ id }) => id === 'RECTIFIED');
    if (!rectified) return null;
    const rate = changes.find(({ id }) => id === 'RECTIFICATION_RATE');
    const points = rate?.change ?? null;
    const size = points !== null && compare(points, '0') < 0 ? negate(points) : points;
    const figure = (text: string, illustrative: boolean): Figure => ({
      text,
      illustrative,
      label: '',
      to: rowsLink('RECTIFIED', { part: { by: 'MONTH', key: report.value.asOf.slice(0, 7) } }),
    });
    return {
      day: formatMonthDay(endOfMonthBefore(report.value.asOf), lang.value),
      direction: points === null ? ('unknown' as const) : DIRECTIONS[`${compare(points, '0')}`],
      newly: figure(
        formatInteger(rectified.parts.find(({ kind }) => kind === 'NEWLY_RECTIFIED')?.change ?? '0'),
        rectified.from.illustrative || rectified.to.illustrative,
      ),
      points: {
        ...figure(formatPoints(size, lang.value).replace('+', ''), false),
        to: rowsLink('RECTIFICATION_RATE'),
      },
    };
  });
}

/** How far: the sentence of figures, what moved, the parts in their order, the course against the schedule. */
export function useProgress() {
  const { t } = useLanguage();
  const { unit, report, place } = useBriefingPlace();
  const { figure, value } = useFigures(() => report.value.metrics);
  const some = (id: 'IDENTIFIED' | 'OVERDUE' | 'OUTSTANDING'): boolean => !['0', null].includes(value(id));
  const ranking = computed(() => report.value.ranking ?? []);
  return {
    t,
    unit,
    figure,
    hasCases: computed(() => some('IDENTIFIED')),
    hasOverdue: computed(() => some('OVERDUE')),
    hasOutstanding: computed(() => some('OUTSTANDING')),
    change: useChange(),
    towns: computed(() => townsCard(ranking.value, place.value)),
    trend: computed(() => trendCard(report.value.trend ?? [], place.value)),
    legend: computed(() =>
      STATE_MARKS.map((mark) => ({
        mark,
        count: ranking.value.reduce((sum, town) => sum + town[MARK_COUNTS[mark]], 0),
      })).filter(({ count }) => count > 0),
    ),
  };
}
