import { useEventListener } from '@vueuse/core';
import { computed, ref, useTemplateRef, watch, watchEffect } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import messages from './messages.ts';
import type { ImportJobStateFragment } from '../../generated/graphql.ts';
import { useImport } from './use-import.ts';

type JobSheet = ImportJobStateFragment['sheets'][number];

/** The import page: where a file comes in, and what the steps are called. */
export function useImportsPage() {
  addMessages(messages);
  const { t, lang } = useLanguage();
  const run = useImport();
  const input = useTemplateRef<HTMLInputElement>('input');
  const over = ref(false);
  watchEffect(() => setPageTitle(t('importPage.title')));
  // A file dropped beside the target would replace the page.
  useEventListener(window, 'dragover', (event) => event.preventDefault());
  useEventListener(window, 'drop', (event) => event.preventDefault());

  const route = useRoute();
  const router = useRouter();
  const jobOfAddress = route.query['job'];
  if (typeof jobOfAddress === 'string') void run.resume(jobOfAddress);
  // The address names the job, so that a reload shows how it ended.
  watch(
    () => run.job.value?.id,
    (job) => {
      const { job: _, ...query } = route.query;
      void router.replace({ query: job ? { ...query, job } : query });
    },
  );

  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && !run.busy.value) void run.choose(file);
  };
  const sumOf = (count: (sheet: JobSheet) => number): number =>
    (run.job.value?.sheets ?? []).reduce((sum, sheet) => sum + count(sheet), 0);
  return {
    ...run,
    over,
    totals: computed(() => ({
      changed: sumOf((sheet) => sheet.new + sheet.corrected + sheet.withdrawn),
      notInFile: sumOf((sheet) => sheet.notInFile),
    })),
    toggle: (id: string): void => {
      const chosen = new Set(run.withdraw.value);
      if (!chosen.delete(id)) chosen.add(id);
      run.withdraw.value = chosen;
    },
    templateUrl: computed(() => `/template.xlsx?lang=${lang.value === 'en' ? 'en' : 'zh'}`),
    sampleUrl: computed(() => `/template.xlsx?lang=${lang.value === 'en' ? 'en' : 'zh'}&sample=county-2014`),
    browse: (): void => input.value?.click(),
    onChosen: (event: Event): void => {
      const field = event.target as HTMLInputElement;
      take(field.files);
      // So that the same file, corrected, can be chosen again.
      field.value = '';
    },
    onDrop: (event: DragEvent): void => {
      over.value = false;
      take(event.dataTransfer?.files);
    },
  };
}
