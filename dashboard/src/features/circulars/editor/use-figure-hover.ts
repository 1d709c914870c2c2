import { useEventListener } from '@vueuse/core';
import { onScopeDispose, type Ref } from 'vue';

const SHOW_AFTER = 250;
const HIDE_AFTER = 250;

/** Tells when the pointer rests on a figure, and when it has left both the figure and its card. */
export function useFigureHover(
  host: Readonly<Ref<HTMLElement | null>>,
  card: Readonly<Ref<HTMLElement | null>>,
  { show, hide }: { show: (chip: HTMLElement) => void; hide: () => void },
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  const later = (wait: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  useEventListener(host, 'pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const chip = (event.target as HTMLElement).closest<HTMLElement>('.figure-chip');
    if (chip) later(SHOW_AFTER, () => show(chip));
    else later(HIDE_AFTER, hide);
  });
  useEventListener(host, 'pointerleave', () => later(HIDE_AFTER, hide));
  useEventListener(card, 'pointerenter', () => clearTimeout(timer));
  useEventListener(card, 'pointerleave', () => later(HIDE_AFTER, hide));
}
