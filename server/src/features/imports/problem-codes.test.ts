import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../domain/errors.ts';

/** Where problems are found: the importer, the checks of rows, the sheets of a ledger, and the reading of archives and XML. */
const FOLDERS = ['.', '../../recording/', '../../reading/', '../../ledger/'].map(
  (folder) => new URL(folder, import.meta.url),
);
const REFERENCE = new URL('../../../../docs/import-problems.md', import.meta.url);

/** Words in capitals that are no codes of problems. */
const OTHERS = new Set<string>([...ERROR_CODES, 'ESTIMATE_YUAN']);

const codesIn = (text: string, quote: string): string[] =>
  [...text.matchAll(new RegExp(`${quote}([A-Z]+(?:_[A-Z]+)+|REQUIRED)${quote}`, 'g'))].map((match) => match[1] ?? '');

const sources = FOLDERS.flatMap(({ pathname }) =>
  globSync('**/*.ts', { cwd: pathname }).map((file) => pathname + file),
);
const used = new Set(
  sources.filter((file) => !file.endsWith('.test.ts')).flatMap((file) => codesIn(readFileSync(file, 'utf8'), "'")),
);

it('every code of a problem is explained in docs/import-problems.md, and no other', () => {
  const explained = new Set(codesIn(readFileSync(REFERENCE, 'utf8'), '`'));
  expect([...used].filter((code) => !OTHERS.has(code) && !explained.has(code))).toEqual([]);
  expect([...explained].filter((code) => !used.has(code))).toEqual([]);
  expect(explained.size).toBeGreaterThan(60);
});
