import { expect, test } from 'vitest';
import { markInSentence } from './mark-in-sentence.ts';

test('a sentence is parted at the words that are meant, and nothing of it is lost', () => {
  expect(markInSentence('已完成整顿33个。', '33')).toEqual(['已完成整顿', '33', '个。']);
});

test('words that are gone are marked nowhere', () => {
  expect(markInSentence('已完成整顿。', '32')).toEqual(['已完成整顿。', '', '']);
  expect(markInSentence('已完成整顿。', '')).toEqual(['已完成整顿。', '', '']);
});
