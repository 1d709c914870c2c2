import { underWay } from './under-way.ts';

/** Beyond this a page that is not painted (a tab in the background) goes on regardless. */
const UNPAINTED_MS = 100;

/** Runs a task once the next frame is painted. Returns how to call it off. */
export function afterPaint(task: () => void): () => void {
  const painted = underWay('paint');
  let over = false;
  const run = (): void => {
    if (over) return;
    over = true;
    task();
    painted();
  };
  const late = setTimeout(run, UNPAINTED_MS);
  // The task after a frame's callbacks comes after its paint.
  const frame = requestAnimationFrame(() => setTimeout(run));
  return () => {
    over = true;
    painted();
    clearTimeout(late);
    cancelAnimationFrame(frame);
  };
}
