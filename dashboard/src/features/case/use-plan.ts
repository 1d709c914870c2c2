import { computed } from 'vue';
import { formatDay, formatMonth, formatMonthDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import type { StateMark } from '@wallchart/charts/terms';
import { useCaseWords } from '../ledger/use-case-words.ts';
import { backwardSchedule, type MeasureStanding } from './backward-schedule.ts';
import type { CaseRecord } from './use-case.ts';

const MARKS: Record<MeasureStanding, StateMark | 'none'> = {
  done: 'done',
  late: 'accepted',
  overdue: 'overdue',
  due: 'work',
  open: 'none',
};
const percent = (share: number | null): string | null => (share === null ? null : `${(share * 100).toFixed(2)}%`);

/** The plan laid out backwards from the deadline. */
export function usePlan(record: () => CaseRecord, asOf: () => string) {
  const { t, term, lang } = useLanguage();
  const words = useCaseWords();
  const schedule = computed(() =>
    backwardSchedule(record().measures, {
      identifiedOn: record().identifiedOn,
      deadline: record().deadline ?? record().campaign.deadline ?? null,
      asOf: asOf(),
    }),
  );
  const short = (day: string): string => formatMonthDay(day, lang.value);
  return {
    /** On which side of its line a label stands, so that it stays on the sheet. */
    sides: computed(() => ({
      asOf: schedule.value.asOfAt < 0.5 ? 'right' : 'left',
      deadline: (schedule.value.deadlineAt ?? 1) < 0.5 ? 'right' : 'left',
    })),
    deadlineAt: computed(() => percent(schedule.value.deadlineAt)),
    asOfAt: computed(() => percent(schedule.value.asOfAt)),
    asOfText: computed(() => t('case.asOf', { day: short(asOf()) })),
    deadlineText: computed(() => {
      const deadline = record().deadline ?? record().campaign.deadline;
      return deadline ? t('case.deadlineMark', { day: short(deadline) }) : '';
    }),
    axis: computed(() =>
      t('case.axis', {
        from: formatDay(schedule.value.from, lang.value),
        to: formatDay(schedule.value.to, lang.value),
      }),
    ),
    months: computed(() =>
      schedule.value.months.map(({ day, at }) => ({ day, left: percent(at), label: formatMonth(day, lang.value) })),
    ),
    done: computed(() => {
      const all = schedule.value.rows.length;
      const done = schedule.value.rows.filter((row) => row.standing === 'done' || row.standing === 'late').length;
      return t('case.measuresDone', { done, all });
    }),
    rows: computed(() =>
      schedule.value.rows.map(({ measure, standing, days, dueAt, endAt }) => ({
        no: measure.no,
        area: term('area', measure.area),
        content: measure.content,
        responsible: measure.responsible ?? '',
        illustrative: measure.illustrative,
        mark: MARKS[standing],
        standing: t(`case.standing.${standing}`),
        overdue: standing === 'overdue',
        length: percent(endAt),
        due: percent(dueAt),
        when: [
          measure.dueOn ? t('case.dueOn', { day: short(measure.dueOn) }) : '',
          measure.doneOn && (standing === 'done' || standing === 'late')
            ? t('case.doneOn', { day: short(measure.doneOn) })
            : '',
          days === null ? '' : words.value.daysLeft(days),
        ].filter((part) => part !== ''),
      })),
    ),
  };
}
