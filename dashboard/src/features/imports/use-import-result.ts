import { computed } from 'vue';
import type { ImportJobStateFragment } from '../../generated/graphql.ts';
import { formatInteger } from '@wallchart/charts/format';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSheetTable } from './use-sheet-table.ts';

type Tone = 'done' | 'overdue' | 'work' | 'neutral';
const TONES: Record<string, Tone> = {
  CHECKED: 'done',
  ACCEPTED: 'done',
  UNCHANGED: 'neutral',
  REFUSED: 'overdue',
  FAILED: 'overdue',
};

/** What the end of an import is called, and its numbers. */
export function useImportResult(job: () => ImportJobStateFragment) {
  const { t, lang } = useLanguage();
  type Count = 'new' | 'corrected' | 'unchanged' | 'withdrawn' | 'notInFile';
  const total = (key: Count): number => job().sheets.reduce((sum, sheet) => sum + sheet[key], 0);
  const sum = (key: Count): string => formatInteger(total(key));
  const counts = computed(() => ({
    new: sum('new'),
    corrected: sum('corrected'),
    withdrawn: sum('withdrawn'),
    unchanged: sum('unchanged'),
  }));
  /** Nothing to record: found by an import, or already by the check before it. */
  const nothing = computed(
    () =>
      job().state === 'UNCHANGED' ||
      (job().state === 'CHECKED' && job().sheets.every((sheet) => sheet.new + sheet.corrected + sheet.withdrawn === 0)),
  );
  const isMap = computed(() => /\.(?:geo)?json$/i.test(job().fileName));
  const message = computed(() => (lang.value === 'en' ? job().messageEn : job().messageZh) ?? '');
  const words = computed<{ title: string; hint: string }>(() => {
    const { state, problemCount } = job();
    if (nothing.value) {
      const lacking = total('notInFile');
      const more = lacking > 0 ? ` ${t('importPage.lacking', { n: formatInteger(lacking) }, lacking)}` : '';
      return { title: t('importPage.unchanged'), hint: t('importPage.unchangedHint', counts.value) + more };
    }
    if (state === 'CHECKED') return { title: t('importPage.clean'), hint: t('importPage.cleanHint', counts.value) };
    if (state === 'ACCEPTED')
      return { title: t('importPage.accepted'), hint: t('importPage.acceptedHint', counts.value) };
    if (state === 'REFUSED') {
      return {
        title: t('importPage.problems', { n: formatInteger(problemCount) }, problemCount),
        hint: t(isMap.value ? 'importPage.fixMapHint' : 'importPage.fixHint'),
      };
    }
    return { title: t('importPage.failed'), hint: message.value };
  });
  const table = useSheetTable(job);
  return {
    tone: computed<Tone>(() => (nothing.value ? 'neutral' : (TONES[job().state] ?? 'neutral'))),
    ready: computed(() => job().state === 'CHECKED' && !nothing.value),
    annotated: computed(() =>
      isMap.value
        ? { label: t('importPage.problemsFile'), hint: '' }
        : { label: t('importPage.annotated'), hint: t('importPage.annotatedHint') },
    ),
    title: computed(() => words.value.title),
    hint: computed(() => words.value.hint),
    ...table,
  };
}
