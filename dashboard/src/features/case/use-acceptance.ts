import { computed } from 'vue';
import { formatDay, formatDecimal } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CaseRecord } from './use-case.ts';

/** Evaluations in words, oldest first. */
export function useAcceptance(record: () => CaseRecord) {
  const { t, term, lang } = useLanguage();
  const count = (value: number | null | undefined): string => String(value ?? '—');
  return {
    evaluations: computed(() =>
      [...record().evaluations]
        .sort((a, b) => a.evaluatedOn.localeCompare(b.evaluatedOn))
        .map((one) => ({
          key: `${one.kind}${one.evaluatedOn}`,
          kind: term('evaluation', one.kind),
          day: formatDay(one.evaluatedOn, lang.value),
          illustrative: one.illustrative,
          parts: [
            typeof one.returned === 'number'
              ? t('case.ballot', {
                  issued: count(one.issued),
                  returned: count(one.returned),
                  satisfied: count(one.satisfied),
                  fairly: count(one.fairly),
                  dissatisfied: count(one.dissatisfied),
                })
              : '',
            one.score ? t('case.score', { score: formatDecimal(one.score) }) : '',
            one.grade ? t('case.grade', { grade: t(`grade.${one.grade}`) }) : '',
          ].filter((part) => part !== ''),
        })),
    ),
    result: computed(() => {
      const { grade, documentNo } = record();
      return [
        grade ? t('case.grade', { grade: t(`grade.${grade}`) }) : '',
        documentNo ? `${t('case.document')} ${documentNo}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · ');
    }),
  };
}
