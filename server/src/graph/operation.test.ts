import { askedBy, Places, takeTurns } from '@wallchart/db';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Operation } from './operation.ts';

const work = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

/** How often others had a turn during a loop of 60 ms that offers turns. */
async function turnsOfOthers(operation: Operation): Promise<number> {
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  await askedBy(operation, async () => {
    for (let i = 0; i < 30; i += 1) {
      work(2);
      await takeTurns();
    }
  });
  clearInterval(others);
  return turns;
}

it('leaves time to others within a large operation, again and again', async () => {
  const large = new Operation('a');
  large.limitTo(new Places(1));
  expect(await turnsOfOthers(large)).toBeGreaterThanOrEqual(10);
});

it('lets a small operation run through', async () => {
  expect(await turnsOfOthers(new Operation('a'))).toBe(0);
});

it('ends all that waits for one pause together', async () => {
  const large = new Operation('a');
  large.limitTo(new Places(1));
  await wait(10);
  const pause = large.pause();
  expect(pause).toBeInstanceOf(Promise);
  expect(large.pause()).toBe(pause);
  await pause;
  expect(large.pause()).toBeUndefined();
});
