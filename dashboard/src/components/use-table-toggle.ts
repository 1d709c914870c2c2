import { shallowRef } from 'vue';

/** Chart or table. */
export function useTableToggle() {
  const asTable = shallowRef(false);
  return { asTable, toggle: () => (asTable.value = !asTable.value) };
}
