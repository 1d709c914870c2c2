import { expect, it } from 'vitest';
import { renderingQueue } from './rendering-queue.ts';

it('runs a few at a time and refuses when too many wait', async () => {
  const queue = renderingQueue({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const gate = Promise.withResolvers<void>();
  const work = async (): Promise<void> => {
    most = Math.max(most, (running += 1));
    await gate.promise;
    running -= 1;
  };
  const accepted = Array.from({ length: 5 }, () => queue(work));
  await new Promise(setImmediate);
  await expect(queue(work)).rejects.toMatchObject({ code: 'EXPORT_BUSY' });
  gate.resolve();
  await Promise.all(accepted);
  expect(most).toBe(2);
  await expect(queue(async () => 'again')).resolves.toBe('again');
});
