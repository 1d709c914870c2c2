import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useOperation } from '../../api/use-operation.ts';
import { formatInteger, formatMoment } from '@wallchart/charts/format';
import { PastImportsDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Accepted imports, newest first. */
export function usePastImports() {
  const { t, term, lang } = useLanguage();
  const past = useOperation(PastImportsDocument, { first: 50 });
  const route = useRoute();
  const router = useRouter();
  /** The import whose changes are shown; part of the address, so that it can be sent to someone. */
  const opened = computed(() => (typeof route.query['run'] === 'string' ? route.query['run'] : null));
  return {
    past,
    opened,
    open: (id: string): void => {
      const { run: _, ...query } = route.query;
      void router.replace({ query: opened.value === id ? query : { ...query, run: id } });
    },
    runs: computed(() =>
      (past.data.value?.imports ?? []).map((run) => ({
        id: run.id,
        fileName: run.fileName ?? t('importPage.form'),
        recordedBy: run.recordedBy === run.channel ? '' : run.recordedBy,
        moment: formatMoment(run.recordedAt, lang.value),
        channel: term('importPage.channel', run.channel),
        counts: [run.rowsNew, run.rowsCorrected, run.rowsWithdrawn, run.rowsUnchanged].map((count) =>
          formatInteger(count),
        ),
      })),
    ),
  };
}
