import { computed, ref } from 'vue';
import { formatDay, formatMoment } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { recordHistory } from './record-history.ts';
import { useSaid } from './use-said.ts';
import type { CaseRecord } from './use-case.ts';

const FEW = 6;
const HIDDEN = new Set(['case_no', 'illustrative']);

/** Everything said about the case, in words; a long recording shows its first entries until asked for all. */
export function useHistory(record: () => CaseRecord) {
  const { t, lang } = useLanguage();
  const whole = ref<ReadonlySet<string>>(new Set());
  const { term, said } = useSaid(record);
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
            !value || HIDDEN.has(column)
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
