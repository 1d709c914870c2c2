import { useEventListener, useMediaQuery } from '@vueuse/core';
import { computed, shallowRef } from 'vue';

const asked = shallowRef(false);
const onPaper = useMediaQuery('print');

// A page is laid out for paper right after this event: what is not drawn by then stays white.
useEventListener(window, 'beforeprint', () => (asked.value = true));
useEventListener(window, 'afterprint', () => (asked.value = false));

/** Whether the page is being printed, from the moment that it is asked for. */
export const printing = computed(() => asked.value || onPaper.value);
