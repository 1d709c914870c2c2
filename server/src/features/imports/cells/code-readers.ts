import type { ColumnSpec, SheetSpec } from '../sheets/index.ts';
import { readInteger, tidyDouble } from './decimal.ts';
import type { Bad, Parsed } from './fault.ts';
import { narrowCode } from './narrow.ts';
import type { TypedCell } from './raw-cell.ts';
import { readText, type Reader } from './reader.ts';

/** Reads an identifier, which must survive unchanged. */
export function readCode(raw: string, cell: TypedCell | undefined, of: string, bad: Bad): Parsed {
  if (cell?.kind === 'date') return bad('CODE_INEXACT', '代码被当作日期', 'the code was turned into a date');
  if (cell?.kind === 'bool') return bad('BAD_CODE', '是逻辑值（真/假），不是代码', 'a value true or false, not a code');
  const text = cell ? (readInteger(tidyDouble(raw)) ?? '') : narrowCode(raw).replace(/^['‘’](?=.)/, '');
  if (text === '')
    return cell ? bad('CODE_INEXACT', '代码被当作数字，已不准确', 'a number that is no exact code') : null;
  if (cell && text.length > 15)
    return bad('CODE_INEXACT', '超过15位的数字不再准确，请用文本', 'a number of over 15 digits is no longer exact');
  if (/^\d(\.\d+)?[eE]\+\d+$/.test(text))
    return bad('CODE_INEXACT', '科学记数法丢失了位数，请用文本', 'digits were lost to scientific notation');
  if (of === 'unit' && !/^\d{2,12}$/.test(text)) return bad('BAD_CODE', '不是区划代码', 'not a division code');
  return readText(text, 64, bad);
}

/**
 * Reads codes of units. A county is its first six digits, a town its first nine (GB/T 10114-2003): statistics offices write
 * both with zeros to twelve. No village or community has the number 000.
 */
export function unitReader(sheet: SheetSpec, column: ColumnSpec, bad: Bad): Reader {
  let told = sheet.key !== 'units' || column.key !== 'code';
  return (text, cell) => {
    const code = readCode(text, cell, 'unit', bad);
    if (typeof code !== 'string') return code;
    const short = shortUnitCode(code);
    if (short === code || told) return short;
    told = true;
    return {
      ...bad(
        'CODE_SHORTENED',
        `末尾的0是补位，按“${short}”读取；村、社区的代码不会以000结尾；本工作簿都照此读取`,
        `the zeros at the end fill it up: read as ${short}, as everywhere in this workbook; no village or community ends in 000`,
      ),
      severity: 'warning',
      read: short,
    };
  };
}

const shortUnitCode = (code: string): string => code.replace(/^(\d{6})0{6}$|^(\d{9})000$|^(\d{6})000$/, '$1$2$3');
