import { computed } from 'vue';
import { formatInteger } from '@wallchart/charts/format';
import type { ImportJobStateFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { fileSize } from './file-size.ts';

export interface ProgressInput {
  readonly uploading: boolean;
  readonly file: { readonly name: string; readonly size: number } | null;
  readonly sent: number;
  readonly job: ImportJobStateFragment | null;
  readonly waiting: boolean;
}

/** How far an import is: words, rows and a share from 0 to 1 (null: not known). */
export function useImportProgress(input: () => ProgressInput) {
  const { t, term } = useLanguage();
  const share = computed<number | null>(() => {
    const { uploading, sent, job } = input();
    if (uploading) return sent;
    return job?.rowsTotal ? Math.min(1, job.rowsDone / job.rowsTotal) : null;
  });
  return {
    share,
    percent: computed(() => (share.value === null ? undefined : Math.round(share.value * 100))),
    title: computed(() => {
      const { uploading, file, job } = input();
      if (uploading) return t('importPage.uploading', { name: file?.name ?? '', size: fileSize(file?.size ?? 0) });
      return term('importPage.phase', job?.phase ?? 'opening', t('importPage.phase.checking'));
    }),
    detail: computed(() => {
      const { uploading, job, waiting } = input();
      if (waiting) return t('importPage.waiting');
      if (uploading || !job) return '';
      const done = formatInteger(job.rowsDone);
      return job.rowsTotal
        ? t('importPage.rowsOf', { done, total: formatInteger(job.rowsTotal) })
        : t('importPage.rows', { done });
    }),
  };
}
