import { onBehalfOf, currentCaller, Places, type Caller } from '@wallchart/db';
import { expect, it } from 'vitest';
import { sharedLoader } from './shared-loader.ts';

/** A loader whose loads end when told, and what they were asked. */
function heldLoader() {
  const batches: { readonly keys: readonly string[]; readonly caller: Caller | undefined; readonly end: () => void }[] =
    [];
  const loader = sharedLoader<string, string>({
    keyOf: (key) => key,
    bounds: { entries: 100 },
    loadAll: async (keys) => {
      const caller = currentCaller();
      await new Promise<void>((resolve, reject) => {
        caller?.signal?.addEventListener('abort', () => reject(caller.signal?.reason as Error));
        batches.push({ keys, caller, end: resolve });
      });
      return keys.map((key) => key.toUpperCase());
    },
  });
  return { loader, batches };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const gone = new DOMException('gone', 'AbortError');

function operation(more: Partial<Caller> = {}) {
  const leave = new AbortController();
  const caller: Caller = { signal: leave.signal, ...more };
  return { by: <T>(work: () => T): T => onBehalfOf(caller, work), leave: () => leave.abort(gone) };
}

it('loads together what small operations ask at one time, and each thing once', async () => {
  const { loader, batches } = heldLoader();
  const [a, b] = [operation(), operation()];
  const requested = [a.by(() => loader.load('x')), b.by(() => loader.load('x')), b.by(() => loader.load('y'))];
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([['x', 'y']]);
  batches[0]!.end();
  expect(await Promise.all(requested)).toEqual(['X', 'X', 'Y']);
});

it('loads apart what a large operation asks, and shares what is found', async () => {
  const { loader, batches } = heldLoader();
  const large = operation({ connections: new Places(1) });
  const requested = [
    operation().by(() => loader.load('x')),
    large.by(() => loader.load('y')),
    large.by(() => loader.load('x')),
  ];
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([['x'], ['y']]);
  batches.forEach(({ end }) => end());
  expect(await Promise.all(requested)).toEqual(['X', 'Y', 'X']);
});

it('begins nothing for those who have left', async () => {
  const { loader, batches } = heldLoader();
  const left = operation();
  left.leave();
  await expect(left.by(() => loader.load('x'))).rejects.toBe(gone);
  await turn();
  expect(batches).toEqual([]);
});

it('stops a load only when no one waits for it any more, and then loads it again', async () => {
  const { loader, batches } = heldLoader();
  const [first, second] = [operation(), operation()];
  const lost = first.by(() => loader.load('x'));
  await turn();
  const kept = second.by(() => loader.load('x'));
  first.leave();
  expect(batches[0]!.caller?.signal?.aborted).toBe(false);
  batches[0]!.end();
  expect(await Promise.all([lost, kept])).toEqual(['X', 'X']);

  const third = operation();
  const stopped = third.by(() => loader.load('y'));
  await turn();
  third.leave();
  const again = operation().by(() => loader.load('y'));
  await expect(stopped).rejects.toBe(gone);
  await turn();
  expect(batches.map(({ keys }) => keys)).toEqual([['x'], ['y'], ['y']]);
  batches[2]!.end();
  expect(await again).toBe('Y');
});

it('never stops a load that someone waits for who cannot leave', async () => {
  const { loader, batches } = heldLoader();
  const first = operation();
  const requested = [first.by(() => loader.load('x')), loader.load('x')];
  await turn();
  first.leave();
  expect(batches[0]!.caller?.signal?.aborted).toBe(false);
  batches[0]!.end();
  expect(await Promise.all(requested)).toEqual(['X', 'X']);
});

it('answers who asks at one time with someone who leaves before the load begins', async () => {
  const { loader, batches } = heldLoader();
  const [first, second] = [operation(), operation()];
  const lost = first.by(() => loader.load('x'));
  first.leave();
  const requested = [second.by(() => loader.load('x')), second.by(() => loader.load('y'))];
  await turn();
  batches.forEach(({ end }) => end());
  expect(await Promise.all([lost, ...requested])).toEqual(['X', 'X', 'Y']);
});

it('sends nothing when all have left before the load begins, and loads it for the next', async () => {
  const loader = sharedLoader<string, string>({
    keyOf: (key) => key,
    bounds: { entries: 100 },
    loadAll: async (keys) => {
      currentCaller()?.signal?.throwIfAborted();
      return keys;
    },
  });
  const only = operation();
  const lost = only.by(() => loader.load('x'));
  only.leave();
  await expect(lost).rejects.toThrow('gone');
  expect(await operation().by(() => loader.load('x'))).toBe('x');
});
