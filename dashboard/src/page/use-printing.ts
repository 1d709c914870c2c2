import { useEventListener, useMediaQuery } from '@vueuse/core';
import { computed, shallowRef } from 'vue';

const requested = shallowRef(false);
const onPaper = useMediaQuery('print');

// A page is laid out for paper right after this event: what is not drawn by then stays white.
useEventListener(window, 'beforeprint', () => (requested.value = true));
useEventListener(window, 'afterprint', () => (requested.value = false));

/** Whether the page is being printed, from the moment that it is asked for. */
export const printing = computed(() => requested.value || onPaper.value);
