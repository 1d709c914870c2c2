import { computed, ref } from 'vue';
import { formatDay, formatMoment } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { recordHistory } from './record-history.ts';
import type { CaseRecord } from './use-case.ts';

const FEW = 6;
/** Words of the field for coded columns; a cell of another column is shown as it was said. */
const TERMS: Record<string, string> = { role: 'role', area: 'area', way: 'way', source: 'source', class: 'cadre' };
const HIDDEN = ['case_no', 'illustrative'];

/** Everything said about the case, in words; a long recording shows its first entries until asked for all. */
export function useHistory(record: () => CaseRecord) {
  const { t, lang, pick } = useLanguage();
  const whole = ref<ReadonlySet<string>>(new Set());
  const term = (group: string, key: string): string => {
    const path = `${group}.${key}`;
    const text = t(path);
    return text === path ? key : text;
  };
  const causes = computed(
    () => new Map([record().primaryCause, ...record().otherCauses].map((cause) => [cause.code, pick(cause)])),
  );
  const said = (sheet: string, column: string, value: string): string => {
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
  const moments = computed(() => recordHistory(record().history));
  return {
    moments: computed(() =>
      moments.value.map((moment) => {
        const lines = moment.lines.map((line, index) => ({
          key: `${line.entry.sheet}${index}`,
          sheet: term('sheet', line.entry.sheet),
          day: formatDay(line.entry.effectiveOn, lang.value),
          superseded: line.superseded,
          source: line.entry.source ?? '',
          corrections: line.corrections.map(({ column, before, after }) => ({
            column,
            name: term('column', column),
            before: before === null ? null : said(line.entry.sheet, column, before),
            after: after === null ? null : said(line.entry.sheet, column, after),
          })),
          illustrative: line.entry.cells.some((cell) => cell.column === 'illustrative' && !!cell.value),
          cells: line.entry.cells.flatMap(({ column, value }) =>
            !value || HIDDEN.includes(column)
              ? []
              : [{ name: term('column', column), value: said(line.entry.sheet, column, value) }],
          ),
        }));
        const corrected = lines.filter((line) => line.corrections.length > 0);
        const short = corrected.length > 0 ? corrected : lines;
        return {
          key: moment.recordedAt,
          title: t('case.recorded', { moment: formatMoment(moment.recordedAt, lang.value), by: moment.recordedBy }),
          entries: t('case.entries', { n: lines.length }, lines.length),
          corrected: moment.corrected > 0 ? t('case.correctedCount', { n: moment.corrected }, moment.corrected) : '',
          lines: whole.value.has(moment.recordedAt) ? lines : short.slice(0, FEW),
          total: lines.length,
          cut: !whole.value.has(moment.recordedAt) && lines.length > Math.min(FEW, short.length),
        };
      }),
    ),
    showAll: (key: string): void => {
      whole.value = new Set([...whole.value, key]);
    },
  };
}
