import { useElementSize } from '@vueuse/core';
import { nextTick, watch, type Ref } from 'vue';

/** How much larger the type of a screen that has room is made, the largest that fits first. */
const FACTORS = [1.6, 1.45, 1.3, 1.15] as const;

/** The largest factor under which a screen holds without scrolling; 1 where none does. */
export function largestFit(holds: (factor: number) => boolean): number {
  return FACTORS.find(holds) ?? 1;
}

/**
 * Gives a screen of words the room that it leaves: read from five metres, an empty third of the picture is type too small.
 * Screens of charts fill their place themselves and keep their type.
 *
 * @param shown what is on screen; another one is measured again
 */
export function useStageFit(body: Readonly<Ref<HTMLElement | null>>, shown: () => readonly unknown[]): void {
  const { width, height } = useElementSize(body);
  const fit = async (): Promise<void> => {
    await nextTick();
    const element = body.value;
    if (!element) return;
    const grows = element.querySelector('[data-fits]') !== null;
    const holds = (factor: number): boolean => {
      element.style.setProperty('--fit', String(factor));
      return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
    };
    const factor = grows ? largestFit(holds) : 1;
    element.style.setProperty('--fit', String(factor));
  };
  watch([width, height, shown], fit, { flush: 'post', immediate: true });
}
