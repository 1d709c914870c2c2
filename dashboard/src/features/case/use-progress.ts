import { computed } from 'vue';
import { formatDay } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { stateMark } from '@wallchart/charts/terms';
import type { CaseRecord } from './use-case.ts';

/** The states that the case went through, the identification first. */
export function useProgress(record: () => CaseRecord) {
  const { term, lang } = useLanguage();
  return {
    steps: computed(() => {
      const { transitions, identifiedOn } = record();
      const first = {
        state: 'IDENTIFIED',
        effectiveOn: identifiedOn,
        documentNo: null,
        note: null,
        illustrative: false,
      };
      const all = transitions.some((one) => one.state === 'IDENTIFIED') ? transitions : [first, ...transitions];
      return all.map((one, index) => ({
        key: `${one.state}${one.effectiveOn}`,
        mark: stateMark({ state: one.state, overdue: false }),
        word: term('state', one.state),
        day: formatDay(one.effectiveOn, lang.value),
        detail: [one.documentNo, one.note].filter(Boolean).join(' · '),
        illustrative: one.illustrative,
        current: index === all.length - 1,
      }));
    }),
  };
}
