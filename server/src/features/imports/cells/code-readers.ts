import type { ColumnSpec, SheetSpec } from '../../../ledger/sheets/index.ts';
import { readInteger, tidyDouble } from './decimal.ts';
import type { Bad, Parsed } from './fault.ts';
import { narrowCode } from '../../../domain/narrow.ts';
import type { TypedCell } from './raw-cell.ts';
import { readText, type Reader } from './reader.ts';
import type { UnitCodes } from './unit-codes.ts';

/** Reads an identifier, which must survive unchanged. */
export function readCode(raw: string, cell: TypedCell | undefined, of: string, bad: Bad): Parsed {
  if (cell?.kind === 'date') return bad('CODE_INEXACT', '代码被当作日期', 'the code was turned into a date');
  if (cell?.kind === 'bool') return bad('BAD_CODE', '是逻辑值（真/假），不是代码', 'a true/false value, not a code');
  const text = cell ? (readInteger(tidyDouble(raw)) ?? '') : narrowCode(raw);
  if (text === '')
    return cell ? bad('CODE_INEXACT', '代码被当作数字，已不准确', 'the code was turned into an inexact number') : null;
  if (cell && text.length > 15)
    return bad('CODE_INEXACT', '超过15位的数字不再准确，请用文本', 'a number of over 15 digits is no longer exact');
  if (/^\d(\.\d+)?[eE]\+\d+$/.test(text))
    return bad('CODE_INEXACT', '科学记数法丢失了位数，请用文本', 'digits were lost to scientific notation');
  if (of === 'unit' && !/^\d{2,12}$/.test(text)) return bad('BAD_CODE', '不是区划代码', 'not a division code');
  return readText(text, 64, bad);
}

/** Reads codes of units; says once, where units are entered, that zeros at the end of one are left out. */
export function unitReader(sheet: SheetSpec, column: ColumnSpec, codes: UnitCodes, bad: Bad): Reader {
  let told = sheet.key !== 'units' || column.key !== 'code';
  return (text, cell) => {
    const written = readCode(text, cell, 'unit', bad);
    if (typeof written !== 'string') return written;
    const code = codes.find(written);
    if (code.length >= written.length || told) return code;
    told = true;
    return {
      ...bad(
        'CODE_SHORTENED',
        `末尾的0只是补位，按“${code}”读取；村、社区的代码不会以000结尾；本工作簿都照此读取`,
        `zeros at the end only fill a code up: read as ${code}; so are all codes of this workbook; no village or community ends in 000`,
      ),
      severity: 'warning',
      read: code,
    };
  };
}
