import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  endOfMonth,
  endOfMonthBefore,
  formatAtLeast,
  formatCount,
  formatDay,
  formatInteger,
  formatMetric,
  formatMoment,
  formatPercent,
  formatPoints,
  formatSignedInteger,
  formatSignedPercent,
  formatWan,
  formatYuan,
  isDay,
  addDays,
} from './index.ts';

describe('numbers', () => {
  it('writes a rate with one decimal and nothing as a dash', () => {
    expect([formatPercent('0.8648648649'), formatPercent('1'), formatPercent(null)]).toEqual(['86.5%', '100.0%', '—']);
  });

  it('writes increases with their sign and changes of rates in points', () => {
    expect([formatSignedPercent('0.436'), formatSignedPercent('-0.02'), formatSignedPercent('0')]).toEqual([
      '+43.6%',
      '−2.0%',
      '0.0%',
    ]);
    expect([formatPoints('24.3243', 'zh-CN'), formatPoints('-1.25', 'en')]).toEqual(['+24.3 个百分点', '−1.3 points']);
    expect([formatSignedInteger('9'), formatSignedInteger('-0')]).toEqual(['+9', '0']);
  });

  it('writes money exactly, in yuan or 万元', () => {
    expect([formatYuan('1200.00'), formatYuan('873011.20'), formatWan('1860000.00')]).toEqual([
      '1,200',
      '873,011.20',
      '186.0',
    ]);
  });

  it('keeps a lower bound a lower bound in both languages', () => {
    expect([formatAtLeast('500', 'zh-CN'), formatAtLeast('500', 'en')]).toEqual(['500 以上', '500+']);
    expect([formatCount(2, true, 'en'), formatCount(2, false, 'en'), formatCount(null, true, 'en')]).toEqual([
      '2+',
      '2',
      '—',
    ]);
    expect(formatMetric({ value: '500', atLeast: true }, 'INTEGER', 'en')).toBe('500+');
    expect(formatMetric({ value: null, atLeast: true }, 'INTEGER', 'en')).toBe('—');
  });

  it('writes each format of a metric', () => {
    const write = (value: string, format: 'INTEGER' | 'DECIMAL' | 'MONEY'): string =>
      formatMetric({ value }, format, 'zh-CN');
    expect([write('1234', 'INTEGER'), write('77.083', 'DECIMAL'), write('430000.00', 'MONEY')]).toEqual([
      '1,234',
      '77.1',
      '43.0 万元',
    ]);
    expect(formatInteger(297)).toBe('297');
  });
});

describe('days', () => {
  it('are written unpadded in Chinese and in words in English', () => {
    expect([formatDay('2014-07-01', 'zh-CN'), formatDay('2014-07-31', 'en')]).toEqual(['2014年7月1日', '31 July 2014']);
    expect([formatDay('2014-13-99', 'en'), formatDay(null, 'en')]).toEqual(['2014-13-99', '—']);
  });

  it('are those of Shanghai, whatever the zone of the machine', () => {
    expect(formatMoment('2014-07-31T16:30:00Z', 'zh-CN')).toBe('2014年8月1日 00:30');
    expect(formatMoment('soon', 'en')).toBe('soon');
  });

  it('count across months and leap years', () => {
    expect(['2016-02', '2014-02-03', '2014-12'].map(endOfMonth)).toEqual(['2016-02-29', '2014-02-28', '2014-12-31']);
    expect([endOfMonthBefore('2014-07-31'), endOfMonthBefore('2016-03-01'), endOfMonthBefore('2014-01-15')]).toEqual([
      '2014-06-30',
      '2016-02-29',
      '2013-12-31',
    ]);
    expect([daysBetween('2014-03-20', '2014-08-31'), addDays('2014-03-01', -1)]).toEqual([164, '2014-02-28']);
    expect([isDay('2014-02-29'), isDay('2016-02-29'), isDay('2014-7-1')]).toEqual([false, true, false]);
  });
});
