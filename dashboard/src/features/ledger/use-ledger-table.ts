import {
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
  type Updater,
} from '@tanstack/vue-table';
import { computed, useTemplateRef } from 'vue';
import { useRouter } from 'vue-router';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { COLUMNS, type ColumnId, type LedgerSort } from './ledger-columns.ts';
import { useCaseRoute } from './use-case-route.ts';
import { useRowsInView } from './use-rows-in-view.ts';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

type Column = ColumnDef<typeof features, LedgerCaseFragment>;

export interface TableInput {
  readonly cases: readonly LedgerCaseFragment[];
  readonly columns: readonly ColumnId[];
  readonly sort: LedgerSort | null;
}

function ariaSort(sort: LedgerSort | null, column: ColumnId): 'none' | 'ascending' | 'descending' {
  if (sort?.by !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}

const DEFINITIONS = COLUMNS.map<Column>((column) => ({
  id: column.id,
  accessorFn: (item) => column.sortBy(item) ?? undefined,
}));

/**
 * The ledger as a table that draws only the rows in view; on paper it draws all. Rows come filtered and sorted: the
 * table keeps the columns and turns a click on a head into a sort.
 */
export function useLedgerTable(props: TableInput, setSort: (sort: LedgerSort | null) => void) {
  const { t } = useLanguage();
  const router = useRouter();
  const caseRoute = useCaseRoute();
  const sorting = computed<SortingState>(() =>
    props.sort ? [{ id: props.sort.by, desc: props.sort.descending }] : [],
  );
  const table = useTable({
    features,
    columns: DEFINITIONS,
    data: computed(() => props.cases),
    getRowId: (item: LedgerCaseFragment) => item.caseNo,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    state: computed(() => ({
      sorting: sorting.value,
      columnVisibility: Object.fromEntries(COLUMNS.map(({ id }) => [id, props.columns.includes(id)])),
    })),
    onSortingChange: (next: Updater<SortingState>) => {
      const first = (typeof next === 'function' ? next(sorting.value) : next)[0];
      setSort(first ? { by: first.id as ColumnId, descending: first.desc } : null);
    },
  });
  const rows = computed(() => {
    void props.cases;
    return table.getRowModel().rows;
  });
  const heads = computed(() =>
    COLUMNS.filter(({ id }) => props.columns.includes(id)).map((column) => {
      return {
        id: column.id,
        end: column.end,
        width: `${column.width}rem`,
        title: t(`ledger.column.${column.id}`),
        sorted: ariaSort(props.sort, column.id),
        toggle: (): void => table.getColumn(column.id)?.toggleSorting(undefined, false),
      };
    }),
  );
  return {
    heads,
    pieces: useRowsInView(rows, useTemplateRef<HTMLElement>('scroll')),
    minWidth: computed(
      () => `${COLUMNS.filter(({ id }) => props.columns.includes(id)).reduce((sum, { width }) => sum + width, 0)}rem`,
    ),
    caseRoute,
    open: (item: LedgerCaseFragment): void => void router.push(caseRoute(item.caseNo)),
  };
}
