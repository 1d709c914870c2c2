import { isSound } from '../../../sound-text.ts';
import { CODED_WORDS, type CodedList, type ColumnSpec, type SheetSpec } from '../sheets/index.ts';
import { readDay, readPeriod } from './day.ts';
import { readDecimal, readInteger, readMoney, tidyDouble } from './decimal.ts';
import { expectedOf } from './expected.ts';
import { fault, type Fault } from './fault.ts';
import { comparable, narrow, narrowCode, tidyText } from './narrow.ts';
import type { RawCell, TypedCell } from './raw-cell.ts';

/** The canonical text of a cell (`2014-06-19`, `500+`, `{C13,C14}`), null for a blank one, or what is wrong with it. */
export type Parsed = string | null | Fault;
export type CellParser = (cell: RawCell) => Parsed;

export const isFault = (parsed: Parsed): parsed is Fault => typeof parsed === 'object' && parsed !== null;

type Reader = (text: string, cell: TypedCell | undefined) => Parsed;

/**
 * Makes the reader of a column's cells.
 *
 * @param power the header's unit as a power of ten yuan: 4 for 万元
 */
export function cellParser(sheet: SheetSpec, column: ColumnSpec, power = 0): CellParser {
  const expected = expectedOf(column);
  const read = readerOf(sheet, column, power);
  const wrong = (code: string, zh: string, en: string): Fault => fault(code, expected, zh, en);
  return (cell) => {
    if (typeof cell === 'object') {
      if (cell.kind === 'formula')
        return wrong('FORMULA_CELL', '公式须先粘贴为数值', 'a formula: paste it as a value first');
      if (cell.kind === 'error') return wrong('ERROR_CELL', '单元格是错误值', 'the cell holds an error value');
    }
    const text = cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
    const parsed = text === '' ? null : read(text, typeof cell === 'object' ? cell : undefined);
    if (parsed === null && column.required) return wrong('REQUIRED', '必填', 'must not be blank');
    return parsed;
  };
}

function readerOf(sheet: SheetSpec, column: ColumnSpec, power: number): Reader {
  const { type } = column;
  const expected = expectedOf(column);
  const bad = (code: string, zh: string, en: string): Fault => fault(code, expected, zh, en);
  switch (type.kind) {
    case 'text':
      return (text) => readText(text, column.identity || type.max <= 200 ? Math.min(type.max, 200) : type.max, bad);
    case 'code':
      return (text, cell) => readCode(text, cell, type.of, bad);
    case 'day':
      return narrowed((text) => readDay(text) ?? bad('BAD_DATE', '不是日期', 'not a date'));
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
      return narrowed((text, cell) => readMoneyCell(text, cell, type.signed, power, bad));
    case 'score':
      return narrowed(
        (text, cell) => readScore(text, cell) ?? bad('BAD_NUMBER', '不是0至100的分数', 'not a score from 0 to 100'),
      );
    case 'coded':
      return codedReader(type.list, bad);
    case 'coded-list':
      return listReader(
        codeMap(type.list),
        CODED_WORDS[type.list].map((word) => word.key),
        bad,
      );
    case 'cause-list':
      return narrowed((text) => readCauses(text) ?? bad('BAD_LIST', '不是情形代码', 'not a list of cause codes'));
    case 'bool':
      return narrowed((text) => readBool(text) ?? bad('BAD_WORD', '应填是或否', 'neither yes nor no'));
    case 'illustrative':
      return illustrativeReader(sheet, bad);
  }
}

type Bad = (code: string, zh: string, en: string) => Fault;

const narrowed =
  (read: Reader): Reader =>
  (text, cell) => {
    const plain = narrow(text);
    return plain === '' ? null : read(plain, cell);
  };

function readText(raw: string, max: number, bad: Bad): Parsed {
  const text = tidyText(raw);
  if (text === '') return null;
  if (text.length > max) return bad('TOO_LONG', `超过${max}字`, `longer than ${max} characters`);
  if (!isSound(text)) return bad('BAD_TEXT', '含有无法保存的字符', 'holds characters that cannot be stored');
  return text;
}

function readCode(raw: string, cell: TypedCell | undefined, of: string, bad: Bad): Parsed {
  if (cell?.kind === 'date') return bad('CODE_INEXACT', '代码被当作日期', 'the code was turned into a date');
  if (cell?.kind === 'bool') return bad('BAD_CODE', '是逻辑值（真/假），不是代码', 'a value true or false, not a code');
  const text = cell ? (readInteger(tidyDouble(raw)) ?? '') : narrowCode(raw);
  if (text === '')
    return cell ? bad('CODE_INEXACT', '代码被当作数字，已不准确', 'a number that is no exact code') : null;
  if (cell && text.length > 15)
    return bad('CODE_INEXACT', '超过15位的数字不再准确，请用文本', 'a number of over 15 digits is no longer exact');
  if (/^\d(\.\d+)?[eE]\+\d+$/.test(text))
    return bad('CODE_INEXACT', '科学记数法丢失了位数，请用文本', 'digits were lost to scientific notation');
  if (of === 'unit' && !/^\d{2,12}$/.test(text)) return bad('BAD_CODE', '不是区划代码', 'not a division code');
  return readText(text, 64, bad);
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

function readCount(text: string, cell: TypedCell | undefined, lowerBound: boolean, min: number, bad: Bad): Parsed {
  if (cell?.kind === 'date') return bad('BAD_NUMBER', '数字被设成了日期格式', 'the number is formatted as a date');
  const bound = /^(.*?)\s*(?:\+|余)\s*[人个次名户件项]?$/.exec(text);
  const digits = readInteger(cell ? tidyDouble(text) : (bound?.[1] ?? text));
  if (digits === null) return bad('BAD_NUMBER', '不是整数', 'not a whole number');
  if (bound && !lowerBound) return bad('NO_LOWER_BOUND', '此列须填准确数', 'this column needs an exact number');
  if (Number(digits) < min) return bad('OUT_OF_RANGE', `小于${min}`, `less than ${min}`);
  if (Number(digits) > 2_147_483_647) return bad('OUT_OF_RANGE', '数字过大', 'the number is too large');
  return bound ? `${digits}+` : digits;
}

function readMoneyCell(text: string, cell: TypedCell | undefined, signed: boolean, power: number, bad: Bad): Parsed {
  if (cell && cell.kind !== 'number') return bad('BAD_NUMBER', '不是金额', 'not an amount');
  const money = readMoney(cell ? tidyDouble(text) : text, power);
  if (!money) return bad('BAD_NUMBER', '不是金额', 'not an amount');
  if (!money.exact) return bad('TOO_PRECISE', '不足一分', 'finer than a hundredth of a yuan');
  if (!signed && money.yuan.startsWith('-')) return bad('OUT_OF_RANGE', '不能为负', 'must not be negative');
  if (money.yuan.replace(/^-|\..*$/g, '').length > 15)
    return bad('OUT_OF_RANGE', '金额过大', 'the amount is too large');
  return money.yuan;
}

function readScore(text: string, cell: TypedCell | undefined): string | null {
  const score = readDecimal((cell ? tidyDouble(text) : text).replace(/分$/, ''));
  return score && score.gte(0) && score.lte(100) && score.round(2).eq(score) ? score.toFixed() : null;
}

function codeMap(list: CodedList): Map<string, string> {
  return new Map(
    CODED_WORDS[list].flatMap((word) => {
      const also: readonly string[] = 'also' in word ? ((word as { also?: readonly string[] }).also ?? []) : [];
      return [word.key, word.zh, word.en, ...also].map((spelling) => [comparable(spelling), word.key] as const);
    }),
  );
}

function codedReader(list: CodedList, bad: Bad): Reader {
  const keys = codeMap(list);
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const word = comparable(text);
    if (word === '') return null;
    const key = keys.get(word);
    if (key === undefined) return bad('BAD_WORD', '不是此列可用的词', 'not one of the words of this column');
    if (seen.size < 1000) seen.set(text, key);
    return key;
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;,、\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readCauses(text: string): string | null {
  const codes = [...new Set(partsOf(text))].sort();
  return codes.length > 0 && codes.every((code) => /^[A-Za-z0-9_-]{1,20}$/.test(code)) ? `{${codes.join(',')}}` : null;
}

function listReader(keys: ReadonlyMap<string, string>, inOrder: readonly string[], bad: Bad): Reader {
  return narrowed((text) => {
    const found = new Set<string>();
    for (const part of partsOf(text)) {
      const key = keys.get(comparable(part));
      if (key === undefined) return bad('BAD_LIST', `“${part}”不是可用的词`, `“${part}” is not one of the words`);
      found.add(key);
    }
    return found.size > 0 ? `{${inOrder.filter((key) => found.has(key)).join(',')}}` : null;
  });
}

function readBool(text: string): string | null {
  const word = text.toLowerCase();
  if (['yes', 'y', 'true', '1', '是'].includes(word)) return 't';
  return ['no', 'n', 'false', '0', '否'].includes(word) ? 'f' : null;
}

function illustrativeReader(sheet: SheetSpec, bad: Bad): Reader {
  const columns = sheet.columns.filter((column) => column.type.kind !== 'illustrative');
  const keys = new Map(
    columns.flatMap(
      (column) =>
        [
          [comparable(column.key), column.key],
          [comparable(column.zh), column.key],
        ] as const,
    ),
  );
  const list = listReader(
    keys,
    columns.map((column) => column.key),
    bad,
  );
  return (text, cell) => {
    if (text.trim() === '*') return '{*}';
    const bool = readBool(narrow(text));
    return bool === null ? list(text, cell) : bool === 't' ? '{*}' : null;
  };
}
