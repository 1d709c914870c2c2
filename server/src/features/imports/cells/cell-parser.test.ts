import { describe, expect, it } from 'vitest';
import { columnOf, sheetOf } from '../../../ledger/sheets/index.ts';
import { cellParser, isFault } from './cell-parser.ts';
import type { RawCell } from './raw-cell.ts';

function read(place: string, cell: RawCell, power = 0): string | null {
  const [sheetKey = '', columnKey = ''] = place.split('.');
  const sheet = sheetOf(sheetKey);
  const column = sheet && columnOf(sheet, columnKey);
  if (!sheet || !column) return `no column ${place}`;
  const parsed = cellParser(sheet, column, { power })(cell);
  return isFault(parsed) ? `! ${parsed.code}` : parsed;
}

const number = (text: string): RawCell => ({ kind: 'number', text });
const date = (text: string): RawCell => ({ kind: 'date', text });

describe('cells', () => {
  it.each([
    ['2014-06-19', '2014-06-19'],
    ['2014/6/19', '2014-06-19'],
    ['2014年6月19日', '2014-06-19'],
    ['2014 年 6 月 19 日', '2014-06-19'],
    ['２０１４－０６－１９', '2014-06-19'],
    ['2014.6.19', '2014-06-19'],
    ['2014-06-19 00:00:00', '2014-06-19'],
    [' 2014-06-19\u3000', '2014-06-19'],
    ['2014-02-30', '! BAD_DATE'],
    ['2014-6', '! BAD_DATE'],
    ['19/6/2014', '! BAD_DATE'],
    ['0014-06-19', '! BAD_DATE'],
    ['六月', '! BAD_DATE'],
    ['20140610', '2014-06-10'],
    ['20141310', '! BAD_DATE'],
    ['10062014', '! BAD_DATE'],
    ['2014061', '! BAD_DATE'],
    ['2014-06-10 8:30', '2014-06-10'],
    ['2014/6/10 上午8:30', '2014-06-10'],
    ['2014/6/10 8:30:15 PM', '2014-06-10'],
    ['2014-06-10T08:30:00', '2014-06-10'],
    ['2014年6月10日8时30分', '2014-06-10'],
    ['2014年6月10日 下午3点', '2014-06-10'],
    ['2014-06-10T08:30:00Z', '! BAD_DATE'],
    ['2014-06-10 24:00', '! BAD_DATE'],
    ['2014-06-10 8:75', '! BAD_DATE'],
    ['2014-06-10 至 2014-06-20', '! BAD_DATE'],
    ['2014-06-10 2014-06-20', '! BAD_DATE'],
  ])('reads the day %s as %s', (text, day) => expect(read('cases.identified_on', text)).toBe(day));

  it.each([
    ["'350322100200", '350322100200'],
    ['\u001f350322100200', '350322100200'],
    ['\u001f\t＇350322100200 ', '350322100200'],
  ])('reads away what programs put before a code: %j', (text, code) => {
    expect(read('cases.unit_code', text)).toBe(code);
    expect(read('cases.identified_on', text.replace('350322100200', '2014-06-19'))).toBe('2014-06-19');
  });

  it('keeps an apostrophe within a code, and before running text', () => {
    expect(read('cases.case_no', "A'1")).toBe("A'1");
    expect(read('cases.symptoms', "'甲'")).toBe("'甲'");
  });

  it('takes a date cell as it is, and a bare number for no date', () => {
    expect(read('cases.identified_on', date('2014-06-19'))).toBe('2014-06-19');
    expect(read('cases.identified_on', number('41809'))).toBe('! BAD_DATE');
    expect(read('cases.identified_on', number('20140610'))).toBe('2014-06-10');
  });

  it.each([
    ['100000', 0, '100000'],
    ['12.5', 4, '125000'],
    ['0.1', 4, '1000'],
    ['１２．５', 4, '125000'],
    ['1,234.50', 0, '1234.5'],
    ['12,34', 0, '! BAD_NUMBER'],
    ['0.00001', 4, '0.1'],
    ['0.0000001', 4, '! TOO_PRECISE'],
    ['-1', 0, '! OUT_OF_RANGE'],
    ['1e999999999', 0, '! BAD_NUMBER'],
    ['10万', 0, '100000'],
    ['10 万元', 4, '100000'],
    ['¥100,000', 0, '100000'],
    ['￥10', 4, '100000'],
    ["'100000", 0, '100000'],
    ['人民币100000元整', 0, '100000'],
    ['1.5亿元', 0, '150000000'],
    ['10千元', 3, '10000'],
    ['100000元', 4, '! MONEY_UNIT_CLASH'],
    ['10万元', 3, '! MONEY_UNIT_CLASH'],
    ['约10万', 0, '! BAD_NUMBER'],
    ['10余万元', 0, '! BAD_NUMBER'],
    ['10万-20万', 0, '! BAD_NUMBER'],
    ['12,34元', 0, '! BAD_NUMBER'],
    ['10美元', 0, '! BAD_NUMBER'],
    ['壹拾万元', 0, '! BAD_NUMBER'],
    ['9999999999999999', 0, '! OUT_OF_RANGE'],
    ['0.005', 0, '! TOO_PRECISE'],
  ])('reads the amount %s in units of 10^%i yuan as %s', (text, power, yuan) =>
    expect(read('venues.estimate_yuan', text, power)).toBe(yuan),
  );

  it.each([
    ['1723.2000000000001', 0, '1723.2'],
    ['0.30000000000000004', 0, '0.3'],
    ['172.32000000000002', 4, '1723200'],
    ['9007199254740993', 0, '! OUT_OF_RANGE'],
    ['1.5E5', 0, '150000'],
  ])('reads the double %s as the decimal that was typed', (text, power, yuan) =>
    expect(read('venues.estimate_yuan', number(text), power)).toBe(yuan),
  );

  it('lets only an income be negative', () => expect(read('economy.income_yuan', '-3.10')).toBe('-3.1'));

  it.each([
    ['500+', '500+'],
    ['500余', '500+'],
    ['５００＋', '500+'],
    ['30余人', '30+'],
    ['12', '12'],
    ['12.0', '12'],
    ['3人', '3'],
    ['１４ 名', '14'],
    ['1,200户', '1200'],
    ['5人次', '5'],
    ['12个村', '12'],
    ['30+人', '30+'],
    ['3万人', '! BAD_NUMBER'],
    ['2.6人', '! BAD_NUMBER'],
    ['三人', '! BAD_NUMBER'],
    ['人', '! BAD_NUMBER'],
    ['1.5', '! BAD_NUMBER'],
    ['-1', '! OUT_OF_RANGE'],
    ['约30', '! BAD_NUMBER'],
    ['3000000000', '! OUT_OF_RANGE'],
    ['+', '! BAD_NUMBER'],
  ])('reads the count %s as %s', (text, count) => expect(read('team.count', text)).toBe(count));

  it('refuses a lower bound where the ledger needs an exact number', () => {
    expect(read('evaluations.issued', '30余')).toBe('! NO_LOWER_BOUND');
    expect(read('measures.no', '0')).toBe('! OUT_OF_RANGE');
  });

  it.each([
    ['350322100200', '350322100200'],
    ['３５０３２２', '350322'],
    ['3.50322E+11', '! CODE_INEXACT'],
    ['35O322', '! BAD_CODE'],
    ['1', '! BAD_CODE'],
    ['1234567890123', '! BAD_CODE'],
    ['350322000000', '350322'],
    ['350322100000', '350322100'],
    ['350322000', '350322'],
    ['350322100001', '350322100001'],
    ['350300000000', '350300'],
    ['\u001f350322', '350322'],
    ['\t350322\u0000', '350322'],
    ["'350322", '350322'],
    ['="350322100200"', '350322100200'],
  ])('reads the unit code %s as %s', (text, code) => expect(read('cases.unit_code', text)).toBe(code));

  it('takes a code that became a number only while it is exact', () => {
    expect(read('cases.unit_code', number('350322100200'))).toBe('350322100200');
    expect(read('cases.unit_code', number('3.503221002E11'))).toBe('350322100200');
    expect(read('cases.case_no', number('1234567890123456'))).toBe('! CODE_INEXACT');
    expect(read('cases.case_no', number('1.5'))).toBe('! CODE_INEXACT');
    expect(read('cases.case_no', date('2014-01-01'))).toBe('! CODE_INEXACT');
  });

  it('calls a true or false by its name where a code is wanted', () => {
    const [units, code] = [sheetOf('units'), sheetOf('units')?.columns.find(({ key }) => key === 'code')];
    const fault = units && code && cellParser(units, code)({ kind: 'bool', text: 'TRUE' });
    expect(fault).toMatchObject({ code: 'BAD_CODE', message: { en: 'a true/false value, not a code' } });
  });

  it('keeps leading zeros and brackets of case numbers', () => {
    expect(read('cases.case_no', '００１')).toBe('001');
    expect(read('cases.case_no', '仙〔2014〕（1）')).toBe('仙〔2014〕（1）');
  });

  it.each([
    ['新建', 'build'],
    ['改扩建', 'rebuild'],
    ['Repair', 'repair'],
    ['  修缮 ', 'repair'],
    ['拆除', '! BAD_WORD'],
  ])('reads the word %s as %s', (text, key) => expect(read('venues.way', text)).toBe(key));

  it.each([
    ['方案已定', 'planned'],
    ['struck_off', 'struck_off'],
    ['Struck off', 'struck_off'],
    ['已认定', '! BAD_WORD'],
  ])('reads the state %s as %s', (text, key) => expect(read('transitions.state', text)).toBe(key));

  it('sorts lists, so that their order is no content', () => {
    expect(read('cases.other_causes', 'C14；C13、C14')).toBe('{C13,C14}');
    expect(read('campaigns.checklist', '挂钩领导;ledger')).toBe('{ledger,leader}');
    expect(read('cases.other_causes', 'C13 or "C14"')).toBe('! BAD_LIST');
  });

  it.each([
    ['2014-W27', '2014-W27'],
    ['2014-w7', '2014-W07'],
    ['2014-07', '2014-07'],
    ['2014年7月', '2014-07'],
    ['2014年第27周', '2014-W27'],
    ['2014-W53', '! BAD_PERIOD'],
    ['2015-W53', '2015-W53'],
    ['2020-W53', '2020-W53'],
    ['2014-13', '! BAD_PERIOD'],
    ['2014', '! BAD_PERIOD'],
  ])('reads the period %s as %s', (text, period) => expect(read('reports.period', text)).toBe(period));

  it('reads the month that a spreadsheet turned into a date', () =>
    expect(read('reports.period', date('2014-07-01'))).toBe('2014-07'));

  it.each([
    ['是', '{*}'],
    ['yes', '{*}'],
    ['否', null],
    ['概算;done_on', '{estimate_yuan,done_on}'],
    ['价格', '! BAD_LIST'],
  ])('reads %s in the illustrative column as %s', (text, keys) => expect(read('venues.illustrative', text)).toBe(keys));

  it('keeps blank apart from zero', () => {
    expect(read('venues.estimate_yuan', '  ')).toBeNull();
    expect(read('venues.estimate_yuan', '0')).toBe('0');
    expect(read('cases.unit_code', undefined)).toBe('! REQUIRED');
    expect(read('visits.note', '\u200b\n')).toBeNull();
  });

  it('refuses formulas and error values wherever they stand', () => {
    expect(read('visits.note', { kind: 'formula', text: '5' })).toBe('! FORMULA_CELL');
    expect(read('visits.note', { kind: 'error', text: '#REF!' })).toBe('! ERROR_CELL');
  });

  it('refuses text that the database cannot hold or that is too long', () => {
    expect(read('visits.note', 'a\0b')).toBe('! BAD_TEXT');
    expect(read('contacts.holder', '长'.repeat(201))).toBe('! TOO_LONG');
  });
});
