import { computed, ref } from 'vue';
import { formatDay, formatMoment } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useRecordedWords } from '../../terms/recorded-words.ts';
import { recordHistory } from './record-history.ts';
import type { CaseRecord } from './use-case.ts';

const FEW = 6;
const HIDDEN = new Set(['case_no', 'illustrative']);

/** Everything said about the case, in words; a long recording shows its first entries until asked for all. */
export function useHistory(record: () => CaseRecord) {
  const { t, term, lang, pick } = useLanguage();
  const whole = ref<ReadonlySet<string>>(new Set());
  const causes = computed(
    () => new Map([record().primaryCause, ...record().otherCauses].map((cause) => [cause.code, pick(cause)])),
  );
  const { cellText } = useRecordedWords((code) => causes.value.get(code));
  const moments = computed(() => recordHistory(record().history));
  return {
    moments: computed(() =>
      moments.value.map((moment) => {
        const lines = moment.lines.map((line, index) => ({
          key: `${line.entry.sheet}${index}`,
          sheet: term('sheet', line.entry.sheet),
          day: formatDay(line.entry.effectiveOn, lang.value),
          id: line.entry.id,
          superseded: line.superseded,
          withdrawn: line.entry.withdrawn
            ? t('case.withdrawnBy', { by: term('recorder', line.entry.withdrawnBy ?? '') })
            : '',
          source: (line.entry.source ?? '').replace(/^form(?= · )/, term('recorder', 'form')),
          corrections: line.corrections.map(({ column, before, after }) => ({
            column,
            name: term('column', column),
            before: before === null ? null : cellText(line.entry.sheet, column, before),
            after: after === null ? null : cellText(line.entry.sheet, column, after),
          })),
          illustrative: line.entry.cells.some((cell) => cell.column === 'illustrative' && !!cell.value),
          cells: line.entry.cells.flatMap(({ column, value }) =>
            !value || HIDDEN.has(column)
              ? []
              : [{ name: term('column', column), value: cellText(line.entry.sheet, column, value) }],
          ),
        }));
        const corrected = lines.filter((line) => line.corrections.length > 0);
        const short = corrected.length > 0 ? corrected : lines;
        return {
          key: moment.recordedAt,
          title: t('case.recorded', {
            moment: formatMoment(moment.recordedAt, lang.value),
            by: term('recorder', moment.recordedBy),
          }),
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
