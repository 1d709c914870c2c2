import { describe, expect, it } from 'vitest';
import { readChinese } from './numerals.ts';
import { saysTheSame, tokenise } from './tokens.ts';

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
  ['八十六点零五', '86.05'],
  ['万', null],
  ['百', null],
])('reads %s as %s', (text, number) => {
  expect(readChinese(text)).toBe(number);
});

describe('the same, written otherwise', () => {
  it.each([
    ['３２', '32'],
    ['三十二', '32'],
    ['叁拾贰', '32'],
    ['1,860,000元', '186万元'],
    ['一百八十六万元', '186万元'],
    ['肆拾叁万元整', '43万元'],
    ['0.0043亿元', '43万元'],
    ['86.50％', '86.5%'],
    ['86.5 %', '86.5%'],
    ['865‰', '86.5%'],
    ['百分之八十六点五', '86.5%'],
    ['五百多名', '500余名'],
    ['至少37个', '不少于37个'],
    ['二〇一四年七月三十一日', '2014年7月31日'],
    ['2014年07月31日', '2014年7月31日'],
    ['2014-07-31', '2014年7月31日'],
    ['2014.7.31', '2014年7月31日'],
    ['7月31号', '7月31日'],
    ['榜头镇、 鲤南镇', '榜头镇、鲤南镇'],
    ['“回头看”', '"回头看"'],
    ['一是加强领导', '一是加强领导'],
    ['July 31, 2014', '31 July 2014'],
    ['1.86 million yuan', '1,860,000 yuan'],
    ['Thirty-two were rectified', '32 were rectified'],
  ])('%s says %s', (wording, expected) => {
    expect(saysTheSame(wording, expected)).toBe(true);
  });

  it.each([
    ['33', '32'],
    ['132', '32'],
    ['32.5个', '32个'],
    ['32万个', '32个'],
    ['86.5', '86.5%'],
    ['24.3%', '24.3个百分点'],
    ['500', '500余'],
    ['提高24.3个百分点', '下降24.3个百分点'],
    ['186元', '186万元'],
    ['3.2', '32'],
    ['3 2', '32'],
    ['-3%', '3%'],
    ['2014年8月31日', '2014年7月31日'],
    ['7月份', '8月份'],
    ['31 August 2014', '31 July 2014'],
  ])('%s does not say %s', (wording, expected) => {
    expect(saysTheSame(wording, expected)).toBe(false);
  });
});

it('tells what counts from a number in form only', () => {
  const counted = (text: string) =>
    tokenise(text).flatMap(({ counts, start, end }) => (counts ? text.slice(start, end) : []));
  expect(counted('进一步落实，三个党组织、３７个村占86.5%，2014年8月10日前')).toEqual([
    '三',
    '３７',
    '86.5%',
    '2014年8月10日',
  ]);
});
