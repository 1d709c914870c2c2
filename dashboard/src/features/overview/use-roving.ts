import { nextTick, shallowRef } from 'vue';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One tab stop for a list of links; arrows, Home and End move within it. */
export function useRoving(count: () => number) {
  const active = shallowRef(0);
  return {
    active,
    onKey: (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      const last = count() - 1;
      if (step === undefined && event.key !== 'Home' && event.key !== 'End') return;
      event.preventDefault();
      const next = step === undefined ? (event.key === 'Home' ? 0 : last) : active.value + step;
      active.value = Math.min(last, Math.max(0, next));
      const list = event.currentTarget as HTMLElement;
      void nextTick(() => list.querySelectorAll<HTMLElement>('a')[active.value]?.focus());
    },
  };
}
