import { computed, useTemplateRef } from 'vue';
import { useRouter } from 'vue-router';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { COLUMNS, nextSort, type ColumnId, type LedgerSort } from './ledger-columns.ts';
import { useCaseRoute } from './use-case-route.ts';
import { useRowsInView } from './use-rows-in-view.ts';

interface TableInput {
  readonly cases: readonly LedgerCaseFragment[];
  readonly columns: readonly ColumnId[];
  readonly sort: LedgerSort | null;
}

function ariaSort(sort: LedgerSort | null, column: ColumnId): 'none' | 'ascending' | 'descending' {
  if (sort?.by !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

/** The ledger as a table that draws only the rows in view and asks for more near the end; on paper it draws all that has come. */
export function useLedgerTable(
  props: TableInput,
  emit: { readonly sort: (sort: LedgerSort | null) => void; readonly more: () => void },
) {
  const { t } = useLanguage();
  const router = useRouter();
  const caseRoute = useCaseRoute();
  const columns = computed(() => COLUMNS.filter(({ id }) => props.columns.includes(id)));
  return {
    heads: computed(() =>
      columns.value.map(({ id, end, width }) => ({
        id,
        end,
        width: `${width}rem`,
        title: t(`ledger.column.${id}`),
        sorted: ariaSort(props.sort, id),
        toggle: (): void => emit.sort(nextSort(props.sort, id)),
      })),
    ),
    pieces: useRowsInView(() => props.cases, useTemplateRef<HTMLElement>('scroll'), emit.more),
    minWidth: computed(() => `${columns.value.reduce((sum, { width }) => sum + width, 0)}rem`),
    caseRoute,
    open: (item: LedgerCaseFragment): void => void router.push(caseRoute(item.caseNo)),
  };
}
