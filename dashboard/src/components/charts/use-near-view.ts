import { useIntersectionObserver } from '@vueuse/core';
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { printing } from '../../page/use-printing.ts';

/** So far beyond the edge of the window, px, a thing is near: drawn before it is scrolled to. */
const MARGIN = 160;

/** Turns true when the element comes near the window, or the page is printed; and stays true. */
export function useNearView(element: Readonly<Ref<HTMLElement | null>>): Readonly<ShallowRef<boolean>> {
  const near = shallowRef(printing.value);
  const { stop } = useIntersectionObserver(
    element,
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) arrive();
    },
    { rootMargin: `${MARGIN}px 0px` },
  );
  function arrive(): void {
    near.value = true;
    stop();
  }
  watch(printing, (now) => now && arrive(), { flush: 'sync' });
  return near;
}
