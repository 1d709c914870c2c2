import { onBehalfOf, currentCaller, Places, Reads, type Caller } from '@wallchart/db';
import { expect, it } from 'vitest';
import { sharedLoader } from './shared-loader.ts';
import { Changes, UNCHANGING } from './validity.ts';

const BOUNDS = { bytes: 100_000, bytesOf: () => 0 };
const UNBOUND = { bounds: BOUNDS, validity: UNCHANGING, about: () => [] };

/** A loader whose loads end when told, and what they were asked. */
function heldLoader() {
  const batches: { readonly keys: readonly string[]; readonly caller: Caller | undefined; readonly end: () => void }[] =
    [];
  const loader = sharedLoader<string, string>({
    keyOf: (key) => key,
    ...UNBOUND,
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
    ...UNBOUND,
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

it('never gives out a load that began before a look that found a change to its unit', async () => {
  const changes = new Changes();
  let written = 'old';
  const release: (() => void)[] = [];
  const loader = sharedLoader<string, string>({
    keyOf: (key) => key,
    about: (key) => [key],
    validity: changes,
    bounds: BOUNDS,
    loadAll: async (keys) => {
      const read = written;
      await new Promise<void>((resolve) => release.push(resolve));
      return keys.map((key) => `${key} ${read}`);
    },
  });
  const [x, y] = [loader.load('x'), loader.load('y')];
  await turn();
  written = 'new';
  changes.note(['x']);
  const [again, same] = [loader.load('x'), loader.load('y')];
  await turn();
  release.forEach((end) => end());
  expect(await Promise.all([x, y, again, same])).toEqual(['x old', 'y old', 'x new', 'y old']);
  expect(await Promise.all([loader.load('x'), loader.load('y')])).toEqual(['x new', 'y old']);
});

it('notes for an operation the units that it read about, found or loaded', async () => {
  const loader = sharedLoader<string, string>({
    ...UNBOUND,
    keyOf: (key) => key,
    about: (key) => [key],
    loadAll: async (keys) => keys,
  });
  const reads = new Reads();
  await loader.load('x');
  await operation({ reads }).by(() => loader.loadMany(['x', 'y']));
  expect(reads.about).toEqual(['x', 'y']);
});
