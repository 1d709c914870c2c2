import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newerBuiltIns } from './built-ins.ts';
import { vueProgram } from './vue-program.ts';

const here = import.meta.dirname;
const POLYFILLS = ['polyfills.ts', 'web.ts'].map((name) => join(here, 'src/older-browsers', name));

test('newer built-ins are found by their types, in scripts and in templates', { timeout: 120_000 }, () => {
  const folder = join(here, 'fixtures/newer-built-ins');
  const program = vueProgram(join(folder, 'tsconfig.json'));
  const all = [
    'src/page.ts: AbortSignal.timeout, chrome has it from 124 on',
    'src/page.ts: Array.toSorted, chrome has it from 110 on',
    'src/page.ts: Element.checkVisibility, chrome has it from 105 on',
    'src/page.ts: HTMLElement.popover, chrome has it from 114 on',
    'src/page.ts: structuredClone, chrome has it from 98 on',
    'src/part.vue: Array.findLast, chrome has it from 97 on',
  ];
  expect(newerBuiltIns(program, folder, [])).toEqual({ files: 2, newer: all });
  const left = all.filter((line) => !/Array|structuredClone/u.test(line));
  expect(newerBuiltIns(program, folder, POLYFILLS).newer).toEqual(left);
});
