import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { prose, ROOT } from './prose.ts';

/** The words of the table in CONTRIBUTING that are not used. */
const banned = [
  ...readFileSync(`${ROOT}CONTRIBUTING.md`, 'utf8')
    .split('## Words')[1]!
    .matchAll(/^\| ([a-z ]+) \| /gm),
]
  .map(([, word = '']) => word)
  .filter((word) => word !== 'instead of');
const BANNED = new RegExp(`\\b(?:${banned.join('|')})\\b`, 'i');

test('comments, texts and documents are free of the words that CONTRIBUTING lists', () => {
  expect(banned).toContain('anew');
  expect('A lock is taken Anew.').toMatch(BANNED);
  const found = [...prose()]
    .filter(({ file, text }) => BANNED.test(file === 'CONTRIBUTING.md' ? text.replace(/^\|.*/, '') : text))
    .map(({ file, line, text }) => `${file}:${line} ${text.trim()}`);
  expect(found).toEqual([]);
});
