import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, type Ref } from 'vue';
import { usePrintAll } from './use-print-all.ts';

/** Height of a row in px, as ledger-table.vue draws it. */
const ROW = 38;

/**
 * The rows that are in view inside a scrolling box, and the height to leave free above and below them; on paper all.
 */
export function useRowsInView<T>(
  rows: Readonly<Ref<readonly { readonly id: string; readonly original: T }[]>>,
  scroll: Readonly<Ref<HTMLElement | null>>,
) {
  const printing = usePrintAll();
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
  return computed(() => {
    const all = rows.value;
    if (printing.value) return { above: 0, below: 0, rows: all.map((row, index) => ({ item: row.original, index })) };
    const items = virtualizer.value.getVirtualItems();
    const drawn = items.flatMap(({ index }) => {
      const row = all[index];
      return row ? [{ item: row.original, index }] : [];
    });
    const end = items.at(-1)?.end ?? 0;
    return {
      above: items[0]?.start ?? 0,
      below: Math.max(0, virtualizer.value.getTotalSize() - end),
      rows: drawn,
    };
  });
}
