import { describe, expect, it } from 'vitest';
import { columnOf, sheetOf } from '../../../ledger/sheets/index.ts';
import { cellParser, isFault, type CellContext } from './cell-parser.ts';
import { readNumberFormat } from './number-format.ts';
import type { RawCell } from './raw-cell.ts';

function parserOf(place: string, context: CellContext = {}) {
  const [sheetKey = '', columnKey = ''] = place.split('.');
  const sheet = sheetOf(sheetKey)!;
  const parse = cellParser(sheet, columnOf(sheet, columnKey)!, context);
  return (cell: RawCell): string | null => {
    const parsed = parse(cell);
    if (!isFault(parsed)) return parsed;
    return parsed.severity === 'warning' ? `${parsed.read} ? ${parsed.code}` : `! ${parsed.code}`;
  };
}

const number = (text: string, code: string): RawCell => ({ kind: 'number', text, format: readNumberFormat(code) });
const date = (text: string, code: string): RawCell => ({ kind: 'date', text, format: readNumberFormat(code) });

describe('cells whose format shows something else than what is stored', () => {
  it.each([
    ['10', '0.00"万元"', {}, '100000 ? READ_AS_SHOWN'],
    ['20', '0"千元"', {}, '20000 ? READ_AS_SHOWN'],
    ['10.4', '0"万元"', {}, '104000 ? READ_AS_SHOWN'],
    ['10', '0.00"万元"', { power: 4 }, '100000'],
    ['10', '0.00"万元"', { power: 3 }, '! FORMAT_UNCLEAR'],
    ['10', '0.00"万元"', { power: 0, named: true }, '! FORMAT_UNCLEAR'],
    ['100000', '#,##0"元"', {}, '100000'],
    ['100000', '#,##0"元"', { power: 4 }, '! FORMAT_UNCLEAR'],
    ['10', '[$¥-804]0.00"万"', { power: 4 }, '100000'],
    ['150000', '0!.0,', { power: 4 }, '150000 ? READ_AS_SHOWN'],
    ['150049', '0!.0,', { power: 4 }, '150049 ? READ_AS_SHOWN'],
    ['150000', '0!.0,"万元"', {}, '150000 ? READ_AS_SHOWN'],
    ['150000', '0!.0,"万元"', { power: 4 }, '150000 ? READ_AS_SHOWN'],
    ['150000', '0\\.0000', { power: 4 }, '150000 ? READ_AS_SHOWN'],
    ['150000', '#,##0,', { power: 3 }, '150000 ? READ_AS_SHOWN'],
    ['150000', '#,##0,,"百万元"', {}, '150000 ? READ_AS_SHOWN'],
    ['150000', '#,##0,', {}, '! FORMAT_UNCLEAR'],
    ['150000', '#,##0,', { power: 4 }, '! FORMAT_UNCLEAR'],
    ['150000', '#,##0,"万元"', {}, '! FORMAT_UNCLEAR'],
    ['150000', '0!.0,', {}, '! FORMAT_UNCLEAR'],
    ['0.5', '0%', {}, '! FORMAT_UNCLEAR'],
    ['10', '0"美元"', {}, '! FORMAT_UNCLEAR'],
    ['10', '"约"0', {}, '! FORMAT_UNCLEAR'],
    ['10', ';;;', {}, '! FORMAT_UNCLEAR'],
    ['20000', '[>=10000]0!.0,"万元";0"元"', {}, '20000 ? READ_AS_SHOWN'],
    ['500', '[>=10000]0!.0,"万元";0"元"', {}, '500'],
    ['0', '0;-0;"-"', {}, '0'],
    ['0', '#,##0;-#,##0;;@', {}, '0 ? HIDDEN_ZERO'],
    ['5', '#,##0;-#,##0;;@', {}, '5'],
    ['12', '000', {}, '12'],
  ] as const)('reads the amount %s in %s under %j as %s', (text, code, unit, yuan) =>
    expect(parserOf('venues.estimate_yuan', unit)(number(text, code))).toBe(yuan),
  );

  it('warns once a column and format, but reads every cell', () => {
    const parse = parserOf('venues.estimate_yuan');
    const format = readNumberFormat('0.00"万元"');
    expect(parse({ kind: 'number', text: '10', format })).toBe('100000 ? READ_AS_SHOWN');
    expect(parse({ kind: 'number', text: '5', format })).toBe('50000');
    expect(parse({ kind: 'number', text: '2000000000000', format })).toBe('! OUT_OF_RANGE');
  });

  it.each([
    ['evaluations.score', '0.85', '0%', '85 ? READ_AS_SHOWN'],
    ['evaluations.score', '0.85123', '0%', '! BAD_NUMBER'],
    ['evaluations.score', '85', '0\\%', '85'],
    ['evaluations.score', '85', '0"分"', '85'],
    ['team.count', '3', '0"人"', '3'],
    ['team.count', '500', '0"+"', '500+'],
    ['team.count', '0', '0;;', '0 ? HIDDEN_ZERO'],
    ['measures.no', '0', '0;;', '! OUT_OF_RANGE'],
    ['team.count', '2.6', '0"人"', '! BAD_NUMBER'],
    ['team.count', '30', '0"余人"', '30+'],
    ['team.count', '3000', '#,##0,', '! FORMAT_UNCLEAR'],
    ['team.count', '0.85', '0%', '! FORMAT_UNCLEAR'],
    ['operating_funds.year', '2014', '0"年度"', '2014'],
    ['cases.case_no', '1', '000', '001 ? READ_AS_SHOWN'],
    ['cases.case_no', '123', '000', '123'],
    ['cases.case_no', '1', '"仙弱"000', '仙弱001 ? READ_AS_SHOWN'],
    ['cases.case_no', '1.5', '"A"0', '! FORMAT_UNCLEAR'],
    ['cases.case_no', '1', '[DBNum1]0', '! FORMAT_UNCLEAR'],
    ['cases.unit_code', '350322100000', '000000000000', '350322100'],
    ['transitions.document_no', '1', '"试〔2014〕"0"号"', '试〔2014〕1号 ? READ_AS_SHOWN'],
    ['visits.note', '0.5', '# ?/?"x"', '! FORMAT_UNCLEAR'],
    ['venues.way', '1', '[=1]"新建";[=2]"修缮"', 'build ? READ_AS_SHOWN'],
    ['remuneration.paid_on_time', '1', '[=1]"是";"否"', 't ? READ_AS_SHOWN'],
    ['remuneration.paid_on_time', '0', '[=1]"否";"是"', 't ? READ_AS_SHOWN'],
    ['cases.identified_on', '20140610', '0000"-"00"-"00', '2014-06-10 ? READ_AS_SHOWN'],
  ])('reads in %s the number %s with the format %s as %s', (place, text, code, value) =>
    expect(parserOf(place)(number(text, code))).toBe(value),
  );

  it.each([
    ['cases.deadline', 'm"月"', '! BAD_DATE'],
    ['cases.deadline', 'aaaa', '! BAD_DATE'],
    ['cases.deadline', 'm"月"d"日"', '2014-06-10 ? DAY_NOT_SHOWN'],
    ['cases.deadline', 'yyyy"年"m"月"', '2014-06-10 ? DAY_NOT_SHOWN'],
    ['visits.note', 'm"月"', '! FORMAT_UNCLEAR'],
    ['team.count', 'm"月"', '! BAD_NUMBER'],
    ['cases.case_no', 'm"月"', '! CODE_INEXACT'],
  ])('reads in %s a day of which %s shows a part as %s', (place, code, value) =>
    expect(parserOf(place)(date('2014-06-10', code))).toBe(value),
  );

  it('reads the month that a date cell shows, and names the day behind a weekday', () => {
    expect(parserOf('reports.period')(date('2014-07-01', 'yyyy"年"m"月"'))).toBe('2014-07');
    expect(parserOf('reports.period')(date('2014-07-01', 'm"月"'))).toBe('! BAD_PERIOD');
    const sheet = sheetOf('cases')!;
    const parsed = cellParser(sheet, columnOf(sheet, 'deadline')!)(date('2014-06-10', 'aaaa'));
    expect(isFault(parsed) && parsed.message.zh).toContain('2014-06-10');
  });
});

describe('marks for nothing', () => {
  it.each(['/', '／', '—', '——', '-', '--', '－', '无', '暂无', '待定', '（无）', '无。', 'N/A', ' \\ '])(
    'takes %s for blank in an optional column, with a warning',
    (mark) => {
      expect(parserOf('cases.deadline')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('venues.estimate_yuan')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('visits.problems_found')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('cases.other_causes')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('cases.relapse_of')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('units.parent_code')(mark)).toBe('null ? BLANK_MARK');
      expect(parserOf('evaluations.grade')(mark)).toBe('null ? BLANK_MARK');
    },
  );

  it('asks for a value where one is required', () => {
    expect(parserOf('cases.identified_on')('/')).toBe('! REQUIRED');
    expect(parserOf('cases.case_no')('无')).toBe('! REQUIRED');
    expect(parserOf('team.count')('—')).toBe('! REQUIRED');
  });

  it('is text where text stands, an answer where yes or no is asked, and never a default', () => {
    expect(parserOf('cases.symptoms')('无')).toBe('无');
    expect(parserOf('visits.note')('/')).toBe('/');
    expect(parserOf('remuneration.paid_on_time')('无')).toBe('! BAD_WORD');
    expect(parserOf('remuneration.paid_on_time')('/')).toBe('null ? BLANK_MARK');
    expect(parserOf('campaigns.rectified_from')('无')).toBe('! BLANK_MARK');
    expect(parserOf('campaigns.checklist')('/')).toBe('! BLANK_MARK');
    expect(parserOf('team.count')('一')).toBe('! BAD_NUMBER');
  });
});

it('says once, where units are entered, that zeros fill up a code', () => {
  const parse = parserOf('units.code');
  expect(parse('350322000000')).toBe('350322 ? CODE_SHORTENED');
  expect(parse('350322100000')).toBe('350322100');
  expect(parse('350322100200')).toBe('350322100200');
  expect(parserOf('units.parent_code')('350322000000')).toBe('350322');
});
