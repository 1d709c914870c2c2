import { expect, test } from 'vitest';
import { markInSentence } from './mark-in-sentence.ts';

test('a sentence is split at the marked words without losing text', () => {
  expect(markInSentence('已完成整顿33个。', '33')).toEqual(['已完成整顿', '33', '个。']);
});

test('words that are gone are marked nowhere', () => {
  expect(markInSentence('已完成整顿。', '32')).toEqual(['已完成整顿。', '', '']);
  expect(markInSentence('已完成整顿。', '')).toEqual(['已完成整顿。', '', '']);
});

test('a number within another is not the one that is meant', () => {
  expect(markInSentence('占13.5%，尚未完成5个', '5')).toEqual(['占13.5%，尚未完成', '5', '个']);
  expect(markInSentence('共15个', '5')).toEqual(['共1', '5', '个']);
});
