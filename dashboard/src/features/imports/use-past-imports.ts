import { computed } from 'vue';
import { useOperation } from '../../api/use-operation.ts';
import { formatInteger, formatMoment } from '../../format/index.ts';
import { PastImportsDocument } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Accepted imports, newest first. */
export function usePastImports() {
  const { t, lang } = useLanguage();
  const past = useOperation(PastImportsDocument, { first: 50 });
  return {
    past,
    runs: computed(() =>
      (past.data.value?.imports ?? []).map((run) => ({
        id: run.id,
        fileName: run.fileName,
        recordedBy: run.recordedBy,
        moment: formatMoment(run.recordedAt, lang.value),
        channel: t(`importPage.channel.${run.channel}`),
        counts: [run.rowsNew, run.rowsCorrected, run.rowsUnchanged].map((count) => formatInteger(count)),
      })),
    ),
  };
}
