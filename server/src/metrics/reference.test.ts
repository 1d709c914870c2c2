import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { referencePage } from './reference.ts';
import { METRICS, registry } from './registry.ts';

it('docs/metrics.md is what the registry says', async () => {
  const page = await readFile(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
  expect(page, 'stale; run: npx pnpm@12 generate').toBe(referencePage(registry));
});

it('the reference page has every metric once', () => {
  const headings = [...referencePage(registry).matchAll(/^### (\w+)$/gm)].map((match) => match[1]);
  expect(new Set(headings)).toEqual(new Set(METRICS.map(({ id }) => id)));
  expect(headings).toHaveLength(METRICS.length);
});
