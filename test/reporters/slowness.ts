/** Milliseconds that the sum takes on the machine the budgets were set on. */
const QUIET_MS = 70;
const STEPS = 50_000_000;

/** How many times longer than on a quiet machine plain work takes right now; at least 1. */
export function slowness(): number {
  const started = performance.now();
  let sum = 1;
  for (let step = 0; step < STEPS; step += 1) sum = (Math.imul(sum, 1_103_515_245) + 12_345) | 0;
  const took = performance.now() - started;
  // The sum is looked at, or it would not be worked out.
  return sum === 0 ? 1 : Math.max(1, took / QUIET_MS);
}
