import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, watch, type Ref } from 'vue';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { usePrintAll } from './use-print-all.ts';

/** Height of a row in px, as ledger-table.vue draws it. */
const ROW = 38;
/** So many rows before the last, more are asked for. */
const NEAR = 30;

/**
 * The rows that are in view inside a scrolling box, and the height to leave free above and below them; on paper all.
 *
 * @param more told each time that the rows in view come near the last one
 */
export function useRowsInView(
  cases: () => readonly LedgerCaseFragment[],
  scroll: Readonly<Ref<HTMLElement | null>>,
  more: () => void,
) {
  const printing = usePrintAll();
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: cases().length,
      getScrollElement: () => scroll.value,
      estimateSize: () => ROW,
      getItemKey: (index: number) => cases()[index]?.caseNo ?? index,
      overscan: 12,
      initialRect: { width: 1200, height: 700 },
    })),
  );
  const near = computed(() => (virtualizer.value.getVirtualItems().at(-1)?.index ?? 0) >= cases().length - NEAR);
  watch([near, () => cases().length], () => near.value && more(), { immediate: true });
  return computed(() => {
    const all = cases();
    if (printing.value) return { above: 0, below: 0, rows: all.map((item, index) => ({ item, index })) };
    const items = virtualizer.value.getVirtualItems();
    const end = items.at(-1)?.end ?? 0;
    return {
      above: items[0]?.start ?? 0,
      below: Math.max(0, virtualizer.value.getTotalSize() - end),
      rows: items.flatMap(({ index }) => (all[index] ? [{ item: all[index], index }] : [])),
    };
  });
}
