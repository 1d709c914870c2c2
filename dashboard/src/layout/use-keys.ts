import { useEventListener } from '@vueuse/core';
import { openOverlay } from './overlays.ts';

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (TYPING.has(target.tagName) || target.isContentEditable);
}

/** `/` finds a unit, `?` lists the keys; not while something is typed. */
export function useKeys(): void {
  useEventListener(document, 'keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== '/' && event.key !== '?') return;
    event.preventDefault();
    openOverlay(event.key === '/' ? 'search' : 'keys');
  });
}
