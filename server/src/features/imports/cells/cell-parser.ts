import { CODED_WORDS, type ColumnSpec, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { isBlankMark } from './blank-mark.ts';
import { Causes } from './causes.ts';
import { readCode, unitReader } from './code-readers.ts';
import { readDay, readPeriod } from './day.ts';
import { readPartOfMonth } from '../../../domain/part-of-month.ts';
import { readDecimal, readInteger, readMoney, tidyDouble } from './decimal.ts';
import { expectedOf } from './expected.ts';
import { fault, type Bad, type Fault, type Parsed } from './fault.ts';
import { FormattedColumn } from './formatted.ts';
import { sameUnit, unitName, writtenMoney, type HeaderUnit } from './money.ts';
import { isFormatted, type RawCell, type TypedCell } from './raw-cell.ts';
import { narrowed, readText, type Reader } from './reader.ts';
import { UnitCodes } from './unit-codes.ts';
import {
  codeMap,
  codedReader,
  illustrativeReader,
  listReader,
  readBool,
  readCause,
  readCauses,
} from './word-readers.ts';

export type { Parsed } from './fault.ts';
export type CellParser = (cell: RawCell) => Parsed;

export const isFault = (parsed: Parsed): parsed is Fault => typeof parsed === 'object' && parsed !== null;

/** What the reader of a column knows beside its kind. */
export interface CellContext {
  /** the header's unit as a power of ten yuan: 4 for 万元 */
  readonly power?: number;
  /** whether the header names that unit */
  readonly named?: boolean;
  readonly causes?: Causes;
  readonly unitCodes?: UnitCodes;
}

type Known = Required<Pick<CellContext, 'causes' | 'unitCodes'>>;

const NOTHING_KNOWN: Known = { causes: new Causes([]), unitCodes: new UnitCodes() };

/** Makes the reader of a column's cells; what it has warned of once in the column it does not say again. */
export function cellParser(sheet: SheetSpec, column: ColumnSpec, context: CellContext = {}): CellParser {
  const { power = 0, named = power !== 0 } = context;
  const known = { ...NOTHING_KNOWN, ...context };
  const unit: HeaderUnit = { power, named };
  const expected = column.type.kind === 'code' && column.type.of === 'cause' ? known.causes.listed : expectedOf(column);
  const bad: Bad = (code, zh, en) => fault(code, expected, zh, en);
  const read = readerOf(sheet, column, unit, known, bad);
  const formatted = new FormattedColumn(
    column,
    unit,
    read,
    (number, own) => readAmount(number, signedOf(column), own, bad),
    bad,
  );
  return (cell) => {
    if (typeof cell === 'object') {
      if (cell.kind === 'formula')
        return bad('FORMULA_CELL', '公式须先粘贴为数值', 'a formula; paste it as a value first');
      if (cell.kind === 'error') return bad('ERROR_CELL', '单元格是错误值', 'the cell holds an error value');
    }
    const text = cell === undefined ? '' : typeof cell === 'string' ? bare(cell, column) : cell.text;
    if (typeof cell === 'string' && isBlankMark(text, column)) return blankMark(text, column, bad);
    const parsed =
      text === ''
        ? null
        : typeof cell !== 'object'
          ? read(text, undefined)
          : isFormatted(cell)
            ? formatted.read(cell)
            : read(text, cell);
    const value = isFault(parsed) && parsed.severity === 'warning' ? parsed.read : parsed;
    if (value === null && column.required) return bad('REQUIRED', '必填', 'must not be blank');
    return parsed;
  };
}

const signedOf = ({ type }: ColumnSpec): boolean => type.kind === 'money' && type.signed;

/** What CSV guards a text with against spreadsheets: `="…"`, and an apostrophe, which running text may begin with. */
function bare(text: string, { type }: ColumnSpec): string {
  const inner = /^="([^"]*)"$/.exec(text)?.[1] ?? text;
  return type.kind === 'text' ? inner : inner.replace(/^\s*['‘’](?=.)/, '');
}

/** A cell with a mark for "nothing" is blank, where blank says that nothing is known. */
function blankMark(mark: string, { required, blank }: ColumnSpec, bad: Bad): Fault {
  const text = mark.trim();
  if (required)
    return bad(
      'REQUIRED',
      `必填，不能写“${text}”，请填写内容`,
      `must not be blank; enter a value instead of “${text}”`,
    );
  if (blank !== undefined && blank !== '{}' && blank !== '-infinity')
    return bad(
      'BLANK_MARK',
      `“${text}”不能读取：此列空白另有含义，请填写内容，或清空此格`,
      `“${text}” cannot be read, as blank has a meaning of its own here: enter a value, or clear the cell`,
    );
  return {
    ...bad(
      'BLANK_MARK',
      `“${text}”按空白（不详）读取，请直接留空；数为零的请填0`,
      `“${text}” was read as blank (not known): leave the cell blank, or enter 0 for none`,
    ),
    severity: 'warning',
    read: null,
  };
}

function readerOf(sheet: SheetSpec, column: ColumnSpec, unit: HeaderUnit, known: Known, bad: Bad): Reader {
  const { type } = column;
  switch (type.kind) {
    case 'text':
      return (text) => readText(text, column.identity || type.max <= 200 ? Math.min(type.max, 200) : type.max, bad);
    case 'code':
      return type.of === 'cause'
        ? narrowed((text, cell) => readCause(text, cell, known.causes, bad))
        : type.of === 'unit'
          ? unitReader(sheet, column, known.unitCodes, bad)
          : (text, cell) => readCode(text, cell, type.of, bad);
    case 'day':
      return narrowed(
        (text) =>
          readDay(text) ?? (type.span ? readPartOfMonth(text) : null) ?? bad('BAD_DATE', '不是日期', 'not a date'),
      );
    case 'period':
      return narrowed(
        (text, cell) => readPeriodCell(text, cell) ?? bad('BAD_PERIOD', '不是周或月', 'not a week or month'),
      );
    case 'year':
      return narrowed(
        (text, cell) => readYear(cell ? tidyDouble(text) : text) ?? bad('BAD_YEAR', '不是年度', 'not a year'),
      );
    case 'count':
      return narrowed((text, cell) => readCount(text, cell, type.lowerBound, type.min, bad));
    case 'money':
      return narrowed((text, cell) => readMoneyCell(text, cell, type.signed, unit, bad));
    case 'score':
      return narrowed(
        (text, cell) => readScore(text, cell) ?? bad('BAD_NUMBER', '不是0至100的分数', 'not a score from 0 to 100'),
      );
    case 'percent':
      return narrowed((text, cell) => readPercent(text, cell, unit.named, bad));
    case 'coded':
      return codedReader(type.list, bad);
    case 'coded-list':
      return listReader(
        codeMap(type.list),
        CODED_WORDS[type.list].map((word) => word.key),
        bad,
      );
    case 'cause-list':
      return narrowed((text) => readCauses(text, known.causes, bad));
    case 'bool':
      return narrowed((text) => readBool(text) ?? bad('BAD_WORD', '应填是或否', 'neither yes nor no'));
    case 'illustrative':
      return illustrativeReader(sheet, bad);
  }
}

function readPeriodCell(text: string, cell: TypedCell | undefined): string | null {
  // spreadsheets turn the text 2014-07 into the date 2014-07-01
  if (cell?.kind === 'date') return text.endsWith('-01') ? text.slice(0, 7) : null;
  return readPeriod(text);
}

function readYear(text: string): string | null {
  const year = /^(\d{4})年?度?$/.exec(text)?.[1];
  return year !== undefined && Number(year) >= 1949 && Number(year) <= 2200 ? year : null;
}

/** What offices count things with: 3人, 30余名, 12 个. */
const CLASSIFIER = /(?<=[\d+余])\s*(?:人次|户次|个村|个社区|[人个次名户件项条处支家位组场期份张票对所间座套批届村])$/;

function readCount(text: string, cell: TypedCell | undefined, lowerBound: boolean, min: number, bad: Bad): Parsed {
  if (cell?.kind === 'date') return bad('BAD_NUMBER', '数字被设成了日期格式', 'the number is formatted as a date');
  const counted = cell ? text : text.replace(CLASSIFIER, '');
  const bound = /^(.*?)\s*(?:\+|余)$/.exec(counted);
  const digits = readInteger(cell ? tidyDouble(text) : (bound?.[1] ?? counted));
  if (digits === null) return bad('BAD_NUMBER', '不是整数', 'not a whole number');
  if (bound && !lowerBound) return bad('NO_LOWER_BOUND', '此列须填准确数', 'this column needs an exact number');
  if (Number(digits) < min) return bad('OUT_OF_RANGE', `小于${min}`, `less than ${min}`);
  if (Number(digits) > 2_147_483_647) return bad('OUT_OF_RANGE', '数字过大', 'the number is too large');
  return bound ? `${digits}+` : digits;
}

function readMoneyCell(text: string, cell: TypedCell | undefined, signed: boolean, unit: HeaderUnit, bad: Bad): Parsed {
  if (cell && cell.kind !== 'number') return bad('BAD_NUMBER', '不是金额', 'not an amount');
  if (cell) return readAmount(tidyDouble(text), signed, unit.power, bad);
  const written = writtenMoney(text);
  if (!written || written.unit === null) return readAmount(written?.number ?? text, signed, unit.power, bad);
  if (sameUnit(unit, written.unit)) return readAmount(written.number, signed, written.unit, bad);
  const header = unitName(unit.power);
  return bad(
    'MONEY_UNIT_CLASH',
    `单元格的单位是“${unitName(written.unit)}”，而表头为“${header}”；请按表头单位只填数字`,
    `the cell is in ${unitName(written.unit)}, the header in ${header}: enter the number only, in the unit of the header`,
  );
}

function readAmount(number: string, signed: boolean, power: number, bad: Bad): Parsed {
  const money = readMoney(number, power);
  if (!money)
    return bad(
      'BAD_NUMBER',
      '不是金额，请只填数字（单位写在表头），如 100000',
      'not an amount; enter only the number, such as 100000, with the unit in the header',
    );
  if (!money.exact) return bad('TOO_PRECISE', '不足一分', 'finer than a hundredth of a yuan');
  if (!signed && money.yuan.startsWith('-')) return bad('OUT_OF_RANGE', '不能为负', 'must not be negative');
  if (money.yuan.replace(/^-|\..*$/g, '').length > 15)
    return bad('OUT_OF_RANGE', '金额过大', 'the amount is too large');
  return money.yuan;
}

function readScore(text: string, cell: TypedCell | undefined): string | null {
  const score = readDecimal((cell ? tidyDouble(text) : text).replace(/[分%]$/, ''));
  return score && score.gte(0) && score.lte(100) && score.round(2).eq(score) ? score.toFixed() : null;
}

/**
 * A share in per cent: `10%`, or 10 below a header that says %. A bare 10 or 0.1 may mean a tenth, a thousandth or ten
 * times the whole, and so may a number under 1 below such a header: neither is guessed.
 */
function readPercent(text: string, cell: TypedCell | undefined, named: boolean, bad: Bad): Parsed {
  const [, number = '', sign] = /^(.*?)\s*(%)?$/.exec(text) ?? [];
  const percent = readDecimal(cell ? tidyDouble(number) : number);
  if (!percent) return bad('BAD_NUMBER', '不是百分数', 'not a percentage');
  if (sign === undefined && (!named || (percent.gt(0) && percent.lt(1))))
    return bad(
      'PERCENT_UNCLEAR',
      '看不出是百分之几，请带百分号填写，如 10%',
      'the percentage is ambiguous; write the percent sign, as in 10%',
    );
  if (percent.lte(0) || percent.gt(100))
    return bad('OUT_OF_RANGE', '应大于0、不超过100%', 'must be above 0 and at most 100%');
  if (!percent.round(2).eq(percent)) return bad('TOO_PRECISE', '至多两位小数', 'at most two decimals');
  return percent.toFixed();
}
