import { watch } from 'vue';
import { afterPaint } from '../../api/after-paint.ts';
import { underWay } from '../../api/under-way.ts';
import { printing } from '../../page/use-printing.ts';

/** What waits, each with how to say that it does no longer. */
const waiting = new Map<() => void, () => void>();
let pause: (() => void) | null = null;

function leave(draw: () => void): void {
  waiting.get(draw)?.();
  waiting.delete(draw);
}

function drawNext(): void {
  const [first] = waiting.keys();
  pause = null;
  if (!first) return;
  leave(first);
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
    for (const draw of waiting.keys()) {
      leave(draw);
      draw();
    }
  },
  { flush: 'sync' },
);

/**
 * Draws one thing a task, in the order in which they were asked for, once the words around them are painted: the page
 * answers in between. While it is printed, at once. Returns how to call it off.
 */
export function queueRender(draw: () => void): () => void {
  if (printing.value) draw();
  else {
    waiting.set(draw, underWay('turn'));
    pause ??= afterPaint(drawNext);
  }
  return () => leave(draw);
}
