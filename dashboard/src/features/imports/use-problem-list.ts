import { computed } from 'vue';
import { useLanguage } from '../../i18n/use-language.ts';
import { placeOf, problemsBySheet } from './import-problems.ts';
import type { Problem } from './import-state.ts';

/** Problems of one severity by sheet, in words. */
export function useProblemList(problems: () => readonly Problem[], severity: () => 'ERROR' | 'WARNING') {
  const { t, term, lang } = useLanguage();
  // The API names sheets and columns in Chinese only; the words of the field are in both languages.
  const titleOf = (group: 'column' | 'sheet', key: string, title: string): string =>
    lang.value === 'en' ? term(group, key, title) : title;
  // Rows of a map are its features.
  const rowWords = (sheet: string, row: number): string =>
    t(sheet === 'boundaries' ? 'importPage.feature' : 'importPage.row', { row });
  return {
    sheets: computed(() =>
      problemsBySheet(problems(), severity()).map((sheet) => ({
        sheet: sheet.sheet,
        title: titleOf('sheet', sheet.sheet, sheet.title),
        problems: sheet.problems,
        rows: sheet.problems.map((problem, index) => ({
          key: index,
          place: problem.cell ?? (problem.row ? rowWords(problem.sheet, problem.row) : placeOf(problem)),
          column: titleOf('column', problem.column ?? '', problem.columnTitle ?? problem.column ?? ''),
          value: problem.value,
          expected: lang.value === 'en' ? problem.expectedEn : problem.expectedZh,
          message: lang.value === 'en' ? problem.messageEn : problem.messageZh,
          code: problem.code,
          onRecord: problem.onRecord,
        })),
      })),
    ),
  };
}
