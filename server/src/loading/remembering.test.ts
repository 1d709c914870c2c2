import { expect, it } from 'vitest';
import { boundedCache } from './bounded-cache.ts';
import { sharedRead } from './shared-read.ts';
import { Changes } from './validity.ts';

it('shares one read between callers, but never one that began before the call', async () => {
  let value = 0;
  let reads = 0;
  const release: (() => void)[] = [];
  const read = sharedRead(async () => {
    reads += 1;
    const seen = value;
    await new Promise<void>((resolve) => release.push(resolve));
    return seen;
  });
  const first = read();
  await Promise.resolve().then(() => undefined);
  value = 1;
  const [second, third] = [read(), read()];
  release[0]?.();
  expect(await first).toBe(0);
  await new Promise((resolve) => setImmediate(resolve));
  release[1]?.();
  expect(await Promise.all([second, third])).toEqual([1, 1]);
  expect(reads).toBe(2);
});

it('reads again after a read that failed', async () => {
  let fails = true;
  const read = sharedRead(async () => {
    if (fails) throw new TypeError('gone');
    return 'back';
  });
  await expect(read()).rejects.toThrow('gone');
  fails = false;
  expect(await read()).toBe('back');
});

it('keeps neither a failure nor more than its limit', async () => {
  const cache = boundedCache<number>({ bytes: 500, bytesOf: () => 40 });
  const failure = Promise.reject(new TypeError('no'));
  cache.set('a', failure);
  await failure.catch(() => undefined);
  await Promise.resolve();
  expect(cache.get('a')).toBeUndefined();
  cache.set('b', Promise.resolve(1));
  cache.set('c', Promise.resolve(2));
  cache.set('d', Promise.resolve(3));
  expect(cache.get('b')).toBeUndefined();
  expect(await cache.get('c')).toBe(2);
  expect(await cache.get('d')).toBe(3);
});

it('keeps no more bytes than it may, and nothing that takes more alone', async () => {
  const cache = boundedCache<string>({ bytes: 2_000, bytesOf: ({ length }) => length * 150 });
  for (const [key, value] of [
    ['a', 'four'],
    ['b', 'fours'],
    ['c', 'more'],
    ['huge', 'x'.repeat(13)],
  ] as const) {
    cache.set(key, Promise.resolve(value));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(['a', 'b', 'c', 'huge'].map((key) => cache.get(key) !== undefined)).toEqual([false, true, true, false]);
});

it('gives a value only as long as it holds', async () => {
  const cache = boundedCache<number>({ bytes: 5_000, bytesOf: () => 8 });
  let holds = true;
  cache.set('a', Promise.resolve(1), () => holds);
  expect(await cache.get('a')).toBe(1);
  holds = false;
  expect(cache.get('a')).toBeUndefined();
  holds = true;
  expect(cache.get('a')).toBeUndefined();
});

it('ends what is about a unit that was written about, and what is about anything with every write', () => {
  const changes = new Changes();
  const before = changes.look();
  changes.note(['350322', '3503']);
  const holding = (since: number) =>
    [['350322'], ['350322', '350102'], ['350102'], [], null].map((about) => changes.holds(about, since));
  expect(holding(before)).toEqual([false, false, true, true, false]);
  const after = changes.look();
  expect(holding(after)).toEqual([true, true, true, true, true]);
  changes.note(null);
  expect(holding(after)).toEqual([false, false, false, false, false]);
});
