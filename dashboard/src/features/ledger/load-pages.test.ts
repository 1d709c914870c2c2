import { describe, expect, it } from 'vitest';
import { loadPages, type Loaded } from './load-pages.ts';

type Answer = Parameters<typeof loadPages<string, string>>[0];

async function all(fetchPage: Answer): Promise<Loaded<string, string>[]> {
  const steps: Loaded<string, string>[] = [];
  for await (const step of loadPages(fetchPage)) steps.push(step);
  return steps;
}

describe('loading page by page', () => {
  it('shows what is there after each page and says when all is', async () => {
    const steps = await all(async (after) => ({
      page: { items: [after ?? 'first'], total: 2, next: after ? null : 'second' },
    }));
    expect(steps).toEqual([
      { kind: 'page', items: ['first'], total: 2, complete: false },
      { kind: 'page', items: ['first', 'second'], total: 2, complete: true },
    ]);
  });

  it('stops at a failure', async () => {
    const steps = await all(async (after) =>
      after ? { failure: 'gone' } : { page: { items: ['a'], total: 2, next: 'b' } },
    );
    expect(steps.at(-1)).toEqual({ kind: 'failed', failure: 'gone' });
    expect(steps).toHaveLength(2);
  });

  it('ends when a cursor comes a second time', async () => {
    const steps = await all(async () => ({ page: { items: ['a'], total: 9, next: 'same' } }));
    expect(steps).toHaveLength(2);
    expect(steps.at(-1)).toMatchObject({ complete: true });
  });
});
