import { NONE } from '@wallchart/charts/format';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';

interface Dated {
  readonly state: string;
  readonly overdue: boolean;
  readonly rectified: boolean;
  readonly daysLeft: number | null;
}

/** What is left of a case's time, in words and with the tone of its state. */
export function useTimeLeft() {
  const { t } = useLanguage();
  return (one: Dated): { text: string; tone: 'overdue' | 'work' | 'plain' } => {
    const mark = stateMark(one);
    if (mark === 'done' || mark === 'relapsed') return { text: t(`mark.${mark}`), tone: 'plain' };
    const days = one.daysLeft;
    if (days !== null && days < 0) return { text: t('briefing.left.late', { n: -days }, -days), tone: 'overdue' };
    if (mark === 'accepted') return { text: t('briefing.left.accepted'), tone: 'plain' };
    return days === null
      ? { text: NONE, tone: 'plain' }
      : { text: t('briefing.left.days', { n: days }, days), tone: 'work' };
  };
}
