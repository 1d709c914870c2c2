import { computed, ref, useTemplateRef, watch } from 'vue';
import { tileAfterKey, type TilePlace } from './tile-keys.ts';

/** One tab stop for all tiles: arrow keys move the focus, Tab leaves the chart. */
export function useTileGrid(lengths: () => readonly number[]) {
  const grid = useTemplateRef<HTMLElement>('grid');
  const at = ref<TilePlace>({ row: 0, column: 0 });
  const first = computed<TilePlace>(() => ({
    row: Math.max(
      0,
      lengths().findIndex((length) => length > 0),
    ),
    column: 0,
  }));

  watch(
    () => lengths().join(),
    () => {
      if ((lengths()[at.value.row] ?? 0) <= at.value.column) at.value = first.value;
    },
    { immediate: true },
  );

  const focus = (place: TilePlace): void => {
    at.value = place;
    const row = grid.value?.querySelectorAll('[data-row]')[place.row];
    row?.querySelectorAll<HTMLElement>('[data-tile]')[place.column]?.focus();
  };

  return {
    isCurrent: (row: number, column: number): boolean => at.value.row === row && at.value.column === column,
    onKey: (event: KeyboardEvent): void => {
      if (event.altKey || event.metaKey) return;
      const next = tileAfterKey(event.key, at.value, lengths(), event.ctrlKey);
      if (!next) return;
      event.preventDefault();
      focus(next);
    },
    onFocus: (row: number, column: number): void => {
      at.value = { row, column };
    },
  };
}
