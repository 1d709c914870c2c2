import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { useEvidence } from '../../components/evidence/use-evidence.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { STATE_MARKS, stateMark, type StateMark } from '@wallchart/charts/terms';
import type { OverviewCase } from './use-overview.ts';

const FIGURES = { done: 'RECTIFIED', accepted: 'ACCEPTED_PENDING', relapsed: 'RELAPSED' } as const;
const AT_WORK = ['IDENTIFIED', 'PLANNED', 'RECTIFYING', 'SUBMITTED'] as const;

/** All cases as tiles, best first, and the legend that counts them; a count leads to exactly its cases. */
export function useTiles(cases: () => readonly OverviewCase[]) {
  const { t } = useLanguage();
  const { caseLink, unitLink } = useAddress();
  const { rowsLink } = useEvidence();
  const marked = computed(() => cases().map((one) => ({ one, mark: stateMark(one) })));
  /** Overdue and in work part the states before acceptance between them. */
  const ledger = (mark: StateMark) =>
    mark === 'work' || mark === 'overdue'
      ? unitLink('ledger', undefined, { state: AT_WORK, overdue: mark === 'overdue' ? '1' : '0' })
      : rowsLink(FIGURES[mark]);
  return {
    tiles: computed(() =>
      marked.value
        .toSorted((a, b) => STATE_MARKS.indexOf(a.mark) - STATE_MARKS.indexOf(b.mark))
        .map(({ one, mark }) => ({
          key: one.caseNo,
          mark,
          label: `${one.town?.name ?? ''}${one.unit.name} · ${t(`mark.${mark}`)}`,
          to: caseLink(one.caseNo, one.unit.code),
        })),
    ),
    legend: computed(() =>
      STATE_MARKS.map((mark) => ({
        mark,
        count: marked.value.filter((tile) => tile.mark === mark).length,
        to: ledger(mark),
      })).filter(({ count }) => count > 0),
    ),
  };
}
