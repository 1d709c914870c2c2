import { describe, expect, it } from 'vitest';
import { holds, normalise, numbersIn, readChinese, saysTheSame } from './numerals.ts';

it.each([
  ['三十二', '32'],
  ['十', '10'],
  ['十五', '15'],
  ['二〇一四', '2014'],
  ['一百零五', '105'],
  ['三千零五十', '3050'],
  ['一百八十六万', '1860000'],
  ['两亿', '200000000'],
  ['八十六点五', '86.5'],
  ['万', null],
  ['百', null],
])('reads %s as %s', (text, number) => {
  expect(readChinese(text)).toBe(number);
});

describe('the same figure, written otherwise', () => {
  it.each([
    ['３２', '32'],
    ['三十二', '32'],
    ['1,860,000元', '186万元'],
    ['一百八十六万元', '186万元'],
    ['86.50％', '86.5%'],
    ['百分之八十六点五', '86.5%'],
    ['二〇一四年七月三十一日', '2014年7月31日'],
    ['2014年07月31日', '2014年7月31日'],
    ['榜头镇、 鲤南镇', '榜头镇、鲤南镇'],
  ])('%s says %s', (said, expected) => {
    expect(saysTheSame(said, expected)).toBe(true);
  });

  it.each([
    ['33', '32'],
    ['86.5', '86.5%'],
    ['500', '500余'],
    ['提高24.3个百分点', '下降24.3个百分点'],
    ['186元', '186万元'],
    ['3.2', '32'],
  ])('%s does not say %s', (said, expected) => {
    expect(saysTheSame(said, expected)).toBe(false);
  });
});

it('finds a figure among words, but not within another number', () => {
  expect(holds('共三十二', '32')).toBe(true);
  expect(holds('132', '32')).toBe(false);
  expect(holds('32.5', '32')).toBe(false);
  expect(holds('32个和33', '32')).toBe(false);
  expect(holds('', '32')).toBe(false);
});

it('finds numbers where they stand, and leaves words alone', () => {
  expect(numbersIn('一是共３７个，占86.5%，二十余名；万元、百姓').map(({ text }) => text)).toEqual([
    '３７',
    '86.5%',
    '二十',
  ]);
  const text = '计1,234元';
  const [found] = numbersIn(text);
  expect(text.slice(found!.start, found!.end)).toBe('1,234');
});

it('leaves what is no number as it is', () => {
  expect(normalise('一是加强领导，十分重要')).toBe('1是加强领导,10分重要');
  expect(saysTheSame('一是加强领导', '一是加强领导')).toBe(true);
});
