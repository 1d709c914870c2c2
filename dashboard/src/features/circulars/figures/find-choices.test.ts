import { expect, test } from 'vitest';
import { findChoices, type Choice } from './find-choices.ts';

const choice = (label: string, text: string, definition = ''): Choice => ({
  label,
  text,
  definition,
  bind: { of: 'day', day: label },
  group: 'progress',
});
const CHOICES = [
  choice('完成率（分子）', '32'),
  choice('完成率', '86.5%', '已完成整顿的占已认定的比例'),
  choice('未完成数', '5', '尚未完成整顿'),
  choice('Overdue', '2', 'Outstanding after the deadline'),
];
const labels = (text: string): string[] => findChoices(CHOICES, text).map(({ label }) => label);

test('nothing typed finds everything, in the order given', () => {
  expect(labels('  ')).toEqual(['完成率（分子）', '完成率', '未完成数', 'Overdue']);
});

test('the one of that name comes first, then those named so, then those that say so', () => {
  expect(labels('完成率')).toEqual(['完成率', '完成率（分子）']);
  expect(labels('完成')).toEqual(['完成率（分子）', '完成率', '未完成数']);
  expect(labels('86.5')).toEqual(['完成率']);
});

test('every word counts, in any order and case', () => {
  expect(labels('deadline OVERDUE')).toEqual(['Overdue']);
  expect(labels('deadline 完成率')).toEqual([]);
});
