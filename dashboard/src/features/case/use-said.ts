import { computed } from 'vue';
import { formatDay } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { CaseRecord } from './use-case.ts';

/** Words of the field for coded columns; a cell of another column is shown as it was said. */
const TERMS: Record<string, string> = { role: 'role', area: 'area', way: 'way', source: 'source', class: 'cadre' };

/** Puts recorded cells into words. */
export function useSaid(record: () => CaseRecord) {
  const { t, lang, pick } = useLanguage();
  const term = (group: string, key: string): string => {
    const path = `${group}.${key}`;
    const text = t(path);
    return text === path ? key : text;
  };
  const causes = computed(
    () => new Map([record().primaryCause, ...record().otherCauses].map((cause) => [cause.code, pick(cause)])),
  );
  const said = (sheet: string, column: string, value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return formatDay(value, lang.value);
    if (column === 'state') return term('state', value.toUpperCase());
    if (column === 'grade') return term('grade', value.toUpperCase());
    if (column === 'kind') return term(sheet === 'evaluations' ? 'evaluation' : 'kind', value);
    if (column === 'primary_cause' || column === 'other_causes') {
      return value
        .split(/[;,]/u)
        .map((code) => causes.value.get(code.trim()) ?? code)
        .join(lang.value === 'en' ? '; ' : '；');
    }
    const group = TERMS[column];
    return group ? term(group, value) : value;
  };
  return { term, said };
}
