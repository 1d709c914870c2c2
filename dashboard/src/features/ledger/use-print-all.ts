import { useEventListener } from '@vueuse/core';
import { nextTick, ref, type Ref } from 'vue';

const printing = ref(false);

/** True while the page is being printed: what is drawn only in view must then be drawn whole. */
export function usePrintAll(): Readonly<Ref<boolean>> {
  useEventListener(window, 'beforeprint', () => (printing.value = true));
  useEventListener(window, 'afterprint', () => (printing.value = false));
  return printing;
}

/** Draws everything, then opens the browser's print dialog. */
export async function printAll(): Promise<void> {
  printing.value = true;
  await nextTick();
  window.print();
  printing.value = false;
}
