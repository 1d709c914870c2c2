import { expect, it } from 'vitest';
import { followRanges, likeness, sentenceAt } from './align-text.ts';

const follow = (before: string, figure: string, after: string): string => {
  const start = before.indexOf(figure);
  const [range] = followRanges(before, after, [{ start, end: start + figure.length }]);
  return after.slice(range!.start, range!.end);
};

it.each([
  ['完成32个，占86.5%', '32', '完成三十二个，占86.5%', '三十二'],
  ['完成32个，占86.5%', '32', '完成33个，占86.5%', '33'],
  ['完成32个，占86.5%', '32', '已经完成32个了，占86.5%', '32'],
  ['完成32个，占86.5%', '86.5%', '完成32个', ''],
  ['共32', '32', '共40', '40'],
  ['32个', '32', '31个', '31'],
])('in %s, %s went to what %s has in its place', (before, figure, after, found) => {
  expect(follow(before, figure, after)).toBe(found);
});

it('tells an edited paragraph from another', () => {
  const printed = '较上期新增完成9个，完成率提高24.3个百分点。';
  expect(likeness(printed, printed)).toBe(1);
  expect(likeness(printed, '与上期相比，新增完成10个，完成率提高27个百分点。')).toBeGreaterThan(0.5);
  expect(likeness(printed, '坚持定期通报，各乡镇要如实、按时报送进展情况。')).toBeLessThan(0.2);
  expect(likeness('', '')).toBe(1);
});

it.each([
  ['甲。乙32个；丙。', '32', '乙32个；'],
  ['甲32', '32', '甲32'],
  ['As of May, 32 done. The rate is 86.5 per cent.', '86.5', 'The rate is 86.5 per cent.'],
])('in %s the sentence of %s is %s', (text, words, sentence) => {
  const start = text.indexOf(words);
  expect(sentenceAt(text, { start, end: start + words.length })).toBe(sentence);
});
