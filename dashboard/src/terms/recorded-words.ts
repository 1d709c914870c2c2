import { formatDay } from '@wallchart/charts/format';
import type { MessageGroup } from '../i18n/message-key.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Words of the field for coded columns; a cell of another column is shown as it is recorded. */
const TERMS: Readonly<Record<string, MessageGroup>> = {
  role: 'role',
  area: 'area',
  way: 'way',
  source: 'source',
  class: 'cadre',
  item: 'item',
};

/** Puts recorded cells into words; causes by their names where those are known. */
export function useRecordedWords(causeName: (code: string) => string | undefined = () => undefined) {
  const { term, lang } = useLanguage();
  const kindText = (sheet: string, value: string): string =>
    sheet === 'evaluations'
      ? term('evaluation', value)
      : sheet === 'activities'
        ? term('activity', value)
        : term('kind', value.toUpperCase());
  const cellText = (sheet: string, column: string, value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return formatDay(value, lang.value);
    if (column === 'state') return term('state', value.toUpperCase());
    if (column === 'grade') return term('grade', value.toUpperCase());
    if (column === 'kind') return kindText(sheet, value);
    if (column === 'primary_cause' || column === 'other_causes') {
      return value
        .split(/[;,]/u)
        .map((code) => causeName(code.trim()) ?? code)
        .join(lang.value === 'en' ? '; ' : '；');
    }
    const group = TERMS[column];
    return group ? term(group, value) : value;
  };
  return { cellText };
}
