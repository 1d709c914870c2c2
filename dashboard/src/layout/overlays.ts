import { shallowRef } from 'vue';

/** What lies over the page; evidence has its place in the address instead. */
type Overlay = 'search' | 'keys';

export const overlay = shallowRef<Overlay | null>(null);

export function openOverlay(which: Overlay): void {
  overlay.value = which;
}

export function closeOverlay(): void {
  overlay.value = null;
}
