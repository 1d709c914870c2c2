import {
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type SortingState,
  type Updater,
} from '@tanstack/vue-table';
import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, useTemplateRef } from 'vue';
import { useRouter } from 'vue-router';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { COLUMNS, type ColumnId, type LedgerSort } from './ledger-columns.ts';
import { useCaseRoute } from './use-case-route.ts';
import { usePrintAll } from './use-print-all.ts';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
const ROW = 38;

type Column = ColumnDef<typeof features, LedgerCaseFragment>;

export interface TableInput {
  readonly cases: readonly LedgerCaseFragment[];
  readonly columns: readonly ColumnId[];
  readonly sort: LedgerSort | null;
}

/**
 * The ledger as a table that draws only the rows in view; on paper it draws all. Rows come filtered and sorted: the
 * table keeps the columns and turns a click on a head into a sort.
 */
export function useLedgerTable(props: TableInput, setSort: (sort: LedgerSort | null) => void) {
  const { t } = useLanguage();
  const router = useRouter();
  const caseRoute = useCaseRoute();
  const printing = usePrintAll();
  const scroll = useTemplateRef<HTMLElement>('scroll');
  const sorting = computed<SortingState>(() =>
    props.sort ? [{ id: props.sort.by, desc: props.sort.descending }] : [],
  );
  const definitions = COLUMNS.map<Column>((column) => ({
    id: column.id,
    accessorFn: (item) => column.sortBy(item) ?? undefined,
  }));
  const table = useTable({
    features,
    columns: definitions,
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
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: rows.value.length,
      getScrollElement: () => scroll.value,
      estimateSize: () => ROW,
      getItemKey: (index: number) => rows.value[index]?.id ?? index,
      overscan: 12,
      initialRect: { width: 1200, height: 700 },
    })),
  );
  const heads = computed(() =>
    COLUMNS.filter(({ id }) => props.columns.includes(id)).map((column) => {
      const sorted = props.sort?.by === column.id ? (props.sort.descending ? 'descending' : 'ascending') : 'none';
      return {
        id: column.id,
        end: column.end,
        width: `${column.width}rem`,
        title: t(`ledger.column.${column.id}`),
        sorted: sorted as 'none' | 'ascending' | 'descending',
        toggle: (): void => table.getColumn(column.id)?.toggleSorting(undefined, false),
      };
    }),
  );
  const items = computed(() => virtualizer.value.getVirtualItems());
  const pieces = computed(() => {
    const all = rows.value;
    if (printing.value) return { above: 0, below: 0, rows: all.map((row, index) => ({ item: row.original, index })) };
    const drawn = items.value.flatMap(({ index }) => {
      const row = all[index];
      return row ? [{ item: row.original, index }] : [];
    });
    const above = items.value[0]?.start ?? 0;
    const end = items.value.at(-1)?.end ?? 0;
    return { above, below: Math.max(0, virtualizer.value.getTotalSize() - end), rows: drawn };
  });
  return {
    heads,
    pieces,
    minWidth: computed(
      () => `${COLUMNS.filter(({ id }) => props.columns.includes(id)).reduce((sum, { width }) => sum + width, 0)}rem`,
    ),
    caseRoute,
    open: (item: LedgerCaseFragment): void => void router.push(caseRoute(item.caseNo)),
  };
}
