import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useAddress } from '../../address/use-address.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { useOperation } from '../../api/use-operation.ts';
import { LedgerHeadDocument } from '../../generated/graphql.ts';
import type { MessageKey } from '../../i18n/message-key.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import {
  COLUMN_IDS,
  COLUMNS,
  columnsFromAddress,
  columnsToAddress,
  sortToAddress,
  type ColumnId,
  type LedgerSort,
} from './ledger-columns.ts';
import { toCsv } from './ledger-csv.ts';
import { many } from '../../address/query.ts';
import { conditions, filterToAddress, NO_FILTER, toggled, type LedgerFilter, type ListKey } from './ledger-filter.ts';
import { filterOptions } from './ledger-options.ts';
import { CSV, saveBlob } from '../../components/downloads/save-file.ts';
import { useCaseWords } from './use-case-words.ts';
import { useLedgerCases } from './use-ledger-cases.ts';
import { printAll } from './use-print-all.ts';
import { useSearchText } from './use-search-text.ts';

const MENUS: readonly ListKey[] = ['states', 'primary', 'causes', 'towns', 'kinds', 'grades'];
const MENU_TITLES: Record<ListKey, MessageKey> = {
  states: 'ledger.stateFilter',
  primary: 'ledger.primaryFilter',
  causes: 'ledger.causeFilter',
  towns: 'ledger.townFilter',
  kinds: 'ledger.kindFilter',
  grades: 'ledger.gradeFilter',
};

/** The ledger page: cases, filter, columns and what can be done with them; all of its state is in the address. */
export function useLedger() {
  const route = useRoute();
  const { address, variables, set } = useAddress();
  const { campaign, asOf } = useCampaign();
  const { t } = useLanguage();
  const words = useCaseWords();
  const list = useLedgerCases();
  const { filter, cases, counts } = list;
  const head = useOperation(LedgerHeadDocument, () => ({ code: variables.value.code, asOf: variables.value.asOf }));
  const columns = computed(() => columnsFromAddress(many(route.query, 'cols')));
  const visible = computed(() => COLUMNS.filter((column) => columns.value.includes(column.id)));

  const apply = (next: LedgerFilter, replace = false): void => void set(filterToAddress(next), replace);
  const text = useSearchText(filter, (typed) => apply({ ...filter.value, text: typed }, true));

  const menus = computed(() =>
    MENUS.map((field) => ({
      field,
      title: t(MENU_TITLES[field]),
      chosen: filter.value[field],
      options: filterOptions(counts.value, field, words.value, filter.value[field]),
    })).filter((menu) => menu.options.length > 1 || menu.chosen.length > 0),
  );
  const cells = computed(() => [
    visible.value.map((column) => t(`ledger.column.${column.id}`)),
    ...cases.value.map((item) => visible.value.map((column) => column.text(item, words.value))),
  ]);

  return {
    address,
    campaign,
    asOf,
    unit: computed(() => head.data.value?.orgUnit ?? null),
    ...list,
    text,
    menus,
    conditions: computed(() => conditions(filter.value)),
    toggle: (field: ListKey, value: string): void => apply(toggled(filter.value, field, value)),
    change: (part: Partial<LedgerFilter>): void => apply({ ...filter.value, ...part }),
    clear: (): void => apply(NO_FILTER),
    columns,
    columnChoices: computed(() => COLUMN_IDS.map((id) => ({ value: id, label: t(`ledger.column.${id}`) }))),
    setColumns: (ids: readonly ColumnId[]): void => void set({ cols: columnsToAddress(ids) }, true),
    toggleColumn: (id: string): void => {
      const next = columns.value.includes(id as ColumnId)
        ? columns.value.filter((one) => one !== id)
        : [...columns.value, id as ColumnId];
      void set({ cols: columnsToAddress(next) }, true);
    },
    setSort: (next: LedgerSort | null): void => void set({ sort: sortToAddress(next) }, true),
    /** What takes the whole list waits for the pages that have not come yet. */
    exportCsv: async (): Promise<void> => {
      await list.rest();
      const name = `${t('ledger.title')}-${address.value.code}-${asOf.value ?? ''}.csv`;
      saveBlob(name, new Blob([toCsv(cells.value)], { type: CSV }));
    },
    print: async (): Promise<void> => {
      await list.rest();
      await printAll();
    },
  };
}
