import { computed } from 'vue';
import { useLanguage } from '../../i18n/use-language.ts';
import { placeOf, problemsBySheet } from './import-problems.ts';
import type { Problem } from './import-state.ts';

/** Problems of one severity by sheet, in words. */
export function useProblemList(problems: () => readonly Problem[], severity: () => 'ERROR' | 'WARNING') {
  const { t, lang } = useLanguage();
  return {
    sheets: computed(() =>
      problemsBySheet(problems(), severity()).map((sheet) => ({
        sheet: sheet.sheet,
        title: sheet.title,
        problems: sheet.problems,
        rows: sheet.problems.map((problem, index) => ({
          key: index,
          place: problem.cell ?? (problem.row ? t('importPage.row', { row: problem.row }) : placeOf(problem)),
          column: problem.columnTitle ?? problem.column ?? '',
          value: problem.value,
          expected: lang.value === 'en' ? problem.expectedEn : problem.expectedZh,
          message: lang.value === 'en' ? problem.messageEn : problem.messageZh,
          code: problem.code,
        })),
      })),
    ),
  };
}
