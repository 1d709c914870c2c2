import { computed } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { NONE } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import type { OverviewCase } from './use-overview.ts';

/** Most overdue first; those without a deadline last. */
export function byUrgency(a: { daysLeft: number | null }, b: { daysLeft: number | null }): number {
  return (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER);
}

/** Cases by name with cause, contact leader's post and what is left of the time. */
export function useCaseList(cases: () => readonly OverviewCase[]) {
  const { t, pick } = useLanguage();
  const { caseLink } = useAddress();

  const deadline = (one: OverviewCase): { text: string; tone: 'overdue' | 'work' | 'plain' } => {
    const mark = stateMark(one);
    if (mark === 'done' || mark === 'relapsed') return { text: t(`mark.${mark}`), tone: 'plain' };
    const days = one.daysLeft;
    const late = days !== null && days < 0;
    if (mark === 'accepted' && !late) return { text: t('overview.left.accepted'), tone: 'plain' };
    if (days === null) return { text: NONE, tone: 'plain' };
    return late
      ? { text: t('overview.left.late', { n: -days }, -days), tone: 'overdue' }
      : { text: t('overview.left.days', { n: days }, days), tone: 'work' };
  };

  const holds = (column: string): boolean =>
    cases().some(({ illustrative }) => illustrative.includes(column) || illustrative.includes('*'));

  return {
    /** Columns that hold something which the source does not give. */
    doubtful: computed(() => ({
      cause: holds('primary_cause'),
      leader: holds('holder') || holds('contact_leader'),
      deadline: holds('deadline'),
    })),
    rows: computed(() =>
      cases().map((one) => {
        const { text, tone } = deadline(one);
        return {
          key: one.caseNo,
          name: `${one.town?.name ?? ''}${one.unit.name}`,
          to: caseLink(one.caseNo, one.unit.code),
          cause: pick(one.primaryCause),
          leader: one.contactLeader ?? NONE,
          deadline: text,
          tone,
        };
      }),
    ),
  };
}
