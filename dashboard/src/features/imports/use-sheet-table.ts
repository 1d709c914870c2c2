import { computed } from 'vue';
import type { ImportJobStateFragment } from '../../generated/graphql.ts';
import { formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';

type Sheet = ImportJobStateFragment['sheets'][number];

/** The sheets of an import with their numbers; of a file that is refused only those with something to correct. */
export function useSheetTable(job: () => ImportJobStateFragment) {
  const { t, lang } = useLanguage();
  const refused = computed(() => job().state === 'REFUSED');
  const titleOf = ({ titleZh, titleEn }: Sheet): string => (lang.value === 'en' ? titleEn : titleZh);
  const shown = computed(() => job().sheets.filter((sheet) => !refused.value || sheet.problems > 0));
  const countsOf = (sheet: Sheet): number[] =>
    refused.value
      ? [sheet.rows]
      : [sheet.rows, sheet.new, sheet.corrected, sheet.withdrawn, sheet.unchanged, sheet.notInFile];
  return {
    refused,
    sheets: computed(() =>
      shown.value.map((sheet) => ({
        sheet: sheet.sheet,
        problems: sheet.problems,
        title: titleOf(sheet),
        cells: countsOf(sheet).map((count) => formatInteger(count)),
        wrong: formatInteger(sheet.problems),
      })),
    ),
    /** The other sheets of such a file by name; '' where there is none. */
    faultless: computed(() => {
      const others = job().sheets.filter((sheet) => !shown.value.includes(sheet));
      const names = others.map(titleOf).join(lang.value === 'en' ? ', ' : '、');
      return others.length === 0 ? '' : t('importPage.faultless', { names });
    }),
  };
}
