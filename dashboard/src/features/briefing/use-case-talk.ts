import type { ComputedRef } from 'vue';
import { formatMonthDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTimeLeft } from './screens/use-time-left.ts';
import type { LeftCase } from './use-briefing.ts';
import type { CaseTexts } from './use-case-texts.ts';

interface Placed {
  readonly unit: { readonly name: string };
  readonly town: { readonly name: string } | null;
}

/** What can be said of one case: its name, why it is left, who was there last, what comes next. */
export function useCaseTalk(texts: ComputedRef<CaseTexts>) {
  const { t, term, lang, pick } = useLanguage();
  const timeLeft = useTimeLeft();
  const day = (value: string): string => formatMonthDay(value, lang.value);
  const named = ({ unit, town }: Placed): string => `${town?.name ?? ''}${unit.name}`;
  const leader = ({ contactLeader }: LeftCase): string => contactLeader ?? t('briefing.requests.noPost');
  const visited = ({ lastVisit }: LeftCase): string =>
    lastVisit
      ? t('briefing.talk.lastVisit', { day: day(lastVisit.visitedOn), who: term('role', lastVisit.role) })
      : t('briefing.talk.noVisit');
  const next = ({ caseNo, nextMeasure: step }: LeftCase): string => {
    if (!step) return t('briefing.talk.noStep');
    const area = term('area', step.area);
    const content = texts.value.measure(caseNo, step.no);
    const what = content ? `${area}${t('briefing.sheet.colon')}${content}` : area;
    if (step.dueOn === null) return t('briefing.talk.step', { what });
    return t(step.overdue ? 'briefing.talk.stepLate' : 'briefing.talk.stepDue', { what, day: day(step.dueOn) });
  };
  /** 游洋镇鲁头村：… */
  const about = (one: LeftCase, text: string): string => `${named(one)}${t('briefing.sheet.colon')}${text}`;
  return {
    day,
    named,
    why: (one: LeftCase): string => about(one, pick(one.primaryCause)),
    whoWent: (one: LeftCase): string => about(one, visited(one)),
    whatNext: (one: LeftCase): string => about(one, next(one)),
    whoAnswers: (one: LeftCase): string => about(one, leader(one)),
    whole: (one: LeftCase): string =>
      t('briefing.talk.left', {
        name: named(one),
        cause: pick(one.primaryCause),
        time: timeLeft(one).text,
        leader: leader(one),
        visit: visited(one),
        next: next(one),
      }),
  };
}
