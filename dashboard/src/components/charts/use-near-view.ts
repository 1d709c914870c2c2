import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { printing } from '../../layout/use-printing.ts';

/** So far beyond the edge of the window, px, a thing is near: drawn before it is scrolled to. */
const MARGIN = 160;

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

function observed(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: `${MARGIN}px 0px` },
  );
  return observer;
}

/** Turns true when the element comes near the window, or the page is printed; and stays true. */
export function useNearView(element: Readonly<Ref<HTMLElement | null>>): Readonly<ShallowRef<boolean>> {
  const near = shallowRef(printing.value);
  let watched: Element | null = null;
  const leave = (): void => {
    if (!watched) return;
    observer?.unobserve(watched);
    waiting.delete(watched);
    watched = null;
  };
  const arrive = (): void => {
    near.value = true;
    leave();
  };
  watch(
    element,
    (found) => {
      leave();
      if (!found || near.value) return;
      watched = found;
      waiting.set(found, arrive);
      observed().observe(found);
    },
    { flush: 'post', immediate: true },
  );
  watch(printing, (now) => now && arrive(), { flush: 'sync' });
  onScopeDispose(leave);
  return near;
}
