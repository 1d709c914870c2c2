import { onScopeDispose, ref, watch } from 'vue';
import { tileAfterKey } from '../tile-keys.ts';
import { linkAt, placeOfLink, type LinkedMap } from './map-links.ts';

/** How long a tip waits for the pointer to reach it. */
const LINGER_MS = 150;

/** One tab stop for the whole map, arrow keys within it; which link the pointer or the focus is on. */
export function useMapFocus(linked: () => LinkedMap) {
  const current = ref(0);
  const pointed = ref<number | null>(null);
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stay = (): void => clearTimeout(leaving);
  const leave = (): void => {
    stay();
    leaving = setTimeout(() => (pointed.value = null), LINGER_MS);
  };
  const linkOf = (event: Event): { element: SVGElement | HTMLElement; link: number } | null => {
    const element = (event.target as Element | null)?.closest<SVGElement | HTMLElement>('[data-link]');
    return element ? { element, link: Number(element.dataset['link']) } : null;
  };
  const point = (event: Event): void => {
    const found = linkOf(event);
    if (!found) return;
    stay();
    pointed.value = found.link;
  };
  watch(
    () => linked().links.length,
    (length) => {
      if (current.value >= length) current.value = 0;
      pointed.value = null;
    },
  );
  onScopeDispose(stay);
  return {
    current,
    pointed,
    stay,
    leave,
    onPoint: point,
    onFocus: (event: FocusEvent): void => {
      point(event);
      current.value = linkOf(event)?.link ?? current.value;
    },
    onKey: (event: KeyboardEvent): void => {
      if (event.key === 'Escape') pointed.value = null;
      if (event.altKey || event.metaKey) return;
      const { lengths } = linked();
      const next = tileAfterKey(event.key, placeOfLink(lengths, current.value), lengths, event.ctrlKey);
      if (!next) return;
      event.preventDefault();
      const svg = event.currentTarget as SVGElement;
      svg.querySelector<SVGElement>(`[data-link="${linkAt(lengths, next)}"]`)?.focus();
    },
  };
}
