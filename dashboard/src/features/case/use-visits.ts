import { computed, nextTick, shallowRef, useTemplateRef } from 'vue';
import { formatDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CaseRecord } from './use-case.ts';
import { visitDuty, type DutyStanding } from './visit-duty.ts';

const RECTIFIED_FROM = ['ACCEPTED', 'STRUCK_OFF', 'CONSOLIDATING'];
const TONES: Record<DutyStanding, string> = {
  met: 'text-done',
  short: 'text-overdue',
  partial: 'text-soft',
  noLeader: 'text-overdue',
  unset: 'text-soft',
};

/** The first day on which the case counted as rectified by the campaign's setting. */
function firstRectifiedOn(record: CaseRecord): string | null {
  const counted = new Set<string>(RECTIFIED_FROM.slice(RECTIFIED_FROM.indexOf(record.campaign.rectifiedFrom)));
  const days = record.transitions.filter((one) => counted.has(one.state)).map((one) => one.effectiveOn);
  return days.sort()[0] ?? null;
}

/** Visits month by month against the duty, and one by one; a number of a month shows the visits that it counts. */
export function useVisits(record: () => CaseRecord, asOf: () => string) {
  const { t, term, lang } = useLanguage();
  const list = useTemplateRef<HTMLElement>('list');
  const unfolded = shallowRef(false);
  const shown = shallowRef<string | null>(null);
  const perMonth = computed(() => record().campaign.visitsPerMonth ?? null);
  return {
    unfolded,
    shown,
    show: (month: string): void => {
      shown.value = month;
      unfolded.value = true;
      void nextTick(() => {
        list.value?.focus();
        list.value?.querySelector(`[data-month="${month}"]`)?.scrollIntoView({ block: 'nearest' });
      });
    },
    subtitle: computed(() =>
      perMonth.value === null ? t('case.visitsSubUnset') : t('case.visitsSub', { n: perMonth.value }),
    ),
    months: computed(() =>
      visitDuty({
        identifiedOn: record().identifiedOn,
        firstRectifiedOn: firstRectifiedOn(record()),
        asOf: asOf(),
        perMonth: perMonth.value,
        visits: record().visits,
        contacts: record().contacts,
      }).map(({ month, leaderVisits, otherVisits, found, solved, standing }) => ({
        month,
        counts: [
          { key: 'leaderVisits', n: leaderVisits },
          { key: 'otherVisits', n: otherVisits },
          { key: 'found', n: found },
          { key: 'solved', n: solved },
        ] as const,
        duty: t(`case.dutyStanding.${standing}`),
        tone: TONES[standing],
      })),
    ),
    visits: computed(() =>
      [...record().visits]
        .sort((a, b) => b.visitedOn.localeCompare(a.visitedOn))
        .map((visit) => ({
          problemsFound: visit.problemsFound,
          problemsSolved: visit.problemsSolved,
          note: visit.note,
          key: `${visit.visitedOn}${visit.role}`,
          month: visit.visitedOn.slice(0, 7),
          day: formatDay(visit.visitedOn, lang.value),
          by: term('role', visit.role),
        })),
    ),
    illustrative: computed(() => record().visits.some((visit) => visit.illustrative)),
  };
}
