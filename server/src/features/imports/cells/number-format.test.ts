import { describe, expect, it } from 'vitest';
import { readNumberFormat } from './number-format.ts';
import type { TypedCell } from './raw-cell.ts';
import { shownCode, shownNumber, shownText } from './shown.ts';

const cell = (text: string, code: string): TypedCell => ({ kind: 'number', text, format: readNumberFormat(code) });
const exact = (text: string, code: string): string | null => {
  const shown = shownNumber(cell(text, code));
  return shown && `${shown.before}${shown.number.toFixed()}${shown.after}`;
};

describe('number formats', () => {
  it('are not looked into where no spreadsheet would take them', () => {
    const format = readNumberFormat('m'.repeat(5_000_000));
    expect([format.code.length, format.plain]).toEqual([255, false]);
    expect(shownText({ kind: 'number', text: '1', format })).toBeNull();
  });

  it.each([
    ['"仙弱"@', '仙弱', ''],
    ['0;-0;0;@"镇"', '', '镇'],
  ])('%s puts something around a text', (code, before, after) =>
    expect(readNumberFormat(code)).toMatchObject({ plain: false, text: { before, after } }),
  );

  it.each([
    'General',
    'G/通用格式',
    '0',
    '0.00',
    '#,##0',
    '#,##0.00',
    '#,##0.00_);[Red](#,##0.00)',
    '0.00_ ',
    '#,##0;-#,##0',
    '0.00E+00',
    '##0.0E+0',
    '# ?/?',
    '@',
    '¥#,##0.00',
    '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    '[$¥-804]#,##0.00',
    '[$¥-zh-CN]#,##0.00_);([$¥-zh-CN]#,##0.00)',
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"_ ;_ @_ ',
    '0.00_);\\(0.00\\)',
    '0.00;-0.00;0.00;@',
    '0;@',
    '',
  ])('%s shows a number as it is', (code) => expect(readNumberFormat(code)).toMatchObject({ plain: true }));

  it.each([
    '0.00"万元"',
    '0元',
    '#,##0,',
    '0!.0,',
    '0\\.0,"万元"',
    '0!.0000',
    '0%',
    '0\\%',
    '000',
    '"仙弱"000',
    '000-000',
    '[=1]"是";[=0]"否"',
    ';;;',
    '0;-0;',
    '0;0',
    '#,##0;[Red]#,##0"万"',
    '[>=10000]0!.0,"万";0',
    '[DBNum1]0',
    '€0.00',
    '0"+"',
  ])('%s changes what a number says', (code) =>
    expect(readNumberFormat(code)).toMatchObject({ plain: false, shows: 'number' }),
  );

  it.each([
    ['yyyy-mm-dd', 'day'],
    ['yyyy/m/d h:mm', 'day'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    ['yyyy"年"m"月"d"日";@', 'day'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'day'],
    ['[$-411]ggge"年"m"月"d"日"', 'day'],
    ['yyyy"年"m"月"', 'some-day'],
    ['m"月"d"日"', 'some-day'],
    ['mmm-yy', 'some-day'],
    ['m"月"', 'no-day'],
    ['aaaa', 'no-day'],
    ['dddd', 'no-day'],
    ['d"日"', 'no-day'],
    ['yyyy', 'no-day'],
    ['h:mm', 'no-day'],
    ['mm:ss', 'no-day'],
    ['[h]:mm:ss', 'no-day'],
    ['[Red]0.00"day"', 'number'],
    ['0!d', 'number'],
  ])('%s shows: %s', (code, shows) => expect(readNumberFormat(code).shows).toBe(shows));

  it.each([
    ['10', '0.00"万元"', '10.00万元'],
    ['150000', '#,##0,', '150'],
    ['125000', '0!.0,', '12.5'],
    ['125000', '0!.0,"万元"', '12.5万元'],
    ['125000', '0\\.0,', '12.5'],
    ['125000', '0!.0000', '12.5000'],
    ['125000', '0.00,', '125.00'],
    ['0.85', '0%', '85%'],
    ['0.8567', '0.0%', '85.7%'],
    ['1', '000', '001'],
    ['1234', '000', '1234'],
    ['0', '000', '000'],
    ['1', '"仙弱"000', '仙弱001'],
    ['1', '"仙弱"General', '仙弱1'],
    ['123456', '000-000', '123-456'],
    ['20140610', '0000-00-00', '2014-06-10'],
    ['20140610', '0000"年"00"月"00"日"', '2014年06月10日'],
    ['1', '[=1]"是";[=0]"否"', '是'],
    ['0', '[=1]"是";[=0]"否"', '否'],
    ['20000', '[>=10000]0!.0,"万";0"元"', '2.0万'],
    ['500', '[>=10000]0!.0,"万";0"元"', '500元'],
    ['1234567', '#,##0"元"', '1,234,567元'],
    ['-5', '0"人"', '-5人'],
    ['3', ';;;', ''],
    ['1', '"仙弱"@', '仙弱1'],
    ['-1', '0"人";@', '-1人'],
    ['1', '[DBNum1]0', null],
    ['0.5', '# ?/?"x"', null],
  ])('%s in %s is shown as %s', (text, code, shown) => expect(shownText(cell(text, code))).toBe(shown));

  it.each([
    ['10.456', '0.0"万元"', '10.456万元'],
    ['125049', '0!.0,', '12.5049'],
    ['123456', '#,##0,', '123.456'],
    ['0.8567', '0%', '85.67%'],
    ['0', '0;-0;"-"', '0'],
    ['0', '0;-0;', '0'],
    ['5', ';;;', null],
    ['-5', '0;0', null],
    ['123456', '000-000', null],
    ['20', '0"万"0', null],
    ['1', '[=1]"是";[=0]"否"', null],
  ])('%s in %s, with all its digits, is %s', (text, code, shown) => expect(exact(text, code)).toBe(shown));

  it.each([
    ['1', '000', '001'],
    ['1.5', '"A"0', null],
    ['150000', '#,##0,', null],
    ['0.85', '0%', null],
    ['1234567890123456', '"A"0', null],
  ])('%s in %s is the identifier %s', (text, code, shown) => expect(shownCode(cell(text, code))).toBe(shown));
});
