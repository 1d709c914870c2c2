import { watch } from 'vue';
import { afterPaint } from '../api/after-paint.ts';
import { printing } from '../layout/use-printing.ts';

const waiting = new Set<() => void>();
let pause: (() => void) | null = null;

function drawNext(): void {
  const [first] = waiting;
  pause = null;
  if (!first) return;
  waiting.delete(first);
  if (waiting.size > 0) {
    const timer = setTimeout(drawNext);
    pause = () => clearTimeout(timer);
  }
  first();
}

/** Paper does not wait. */
watch(
  printing,
  (now) => {
    if (!now) return;
    pause?.();
    pause = null;
    for (const draw of waiting) {
      waiting.delete(draw);
      draw();
    }
  },
  { flush: 'sync' },
);

/**
 * Draws one thing a task, in the order in which they were asked for, once the words around them are painted: the page
 * answers in between. While it is printed, at once. Returns how to call it off.
 */
export function inTurn(draw: () => void): () => void {
  if (printing.value) draw();
  else {
    waiting.add(draw);
    pause ??= afterPaint(drawNext);
  }
  return () => void waiting.delete(draw);
}
