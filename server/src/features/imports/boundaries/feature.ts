import { readDay } from '../cells/day.ts';
import { narrow, narrowCode, tidyText } from '../../../domain/narrow.ts';
import { isSound } from '../../../domain/sound-text.ts';
import type { Finding } from '../../../recording/problems.ts';
import { checkGeometry, type CheckedGeometry } from './geometry.ts';
import type { RawFeature } from './geojson-file.ts';

/** A feature whose geometry and properties are sound; which unit it is comes later. */
export interface Feature extends CheckedGeometry {
  /** Row number in the file, from 1. */
  readonly no: number;
  readonly code: string | null;
  readonly name: string | null;
  /** First day; null: it was always so. */
  readonly validFrom: string | null;
  readonly illustrative: boolean;
}

/** Names that offices and map services give the same property; case does not matter. */
const KEYS = {
  code: ['code', 'unit_code', 'adcode', 'gb', 'xzqdm', '代码', '单位代码', '区划代码', '行政区划代码'],
  name: ['name', '名称', '单位名称', 'xzqmc'],
  validFrom: ['valid_from', '启用日期'],
  illustrative: ['illustrative', '说明性'],
} as const;

const YES: ReadonlySet<string> = new Set(['true', 'yes', '是', '1']);

const UNSOUND = {
  code: 'BAD_TEXT',
  message: { zh: '含有无法保存的字符', en: 'it contains characters that cannot be stored' },
  expected: { zh: '文字', en: 'text' },
} as const;

/** Reads one feature. All that is wrong with it is reported to `onFinding`; then it is null. */
export function readFeature(raw: RawFeature, no: number, onFinding: (finding: Finding) => void): Feature | null {
  let sound = true;
  const report = (finding: Finding): void => {
    sound = false;
    onFinding({ ...finding, row: no });
  };
  const text = reader(raw.properties);
  const [code, name, day] = [text(KEYS.code), text(KEYS.name), text(KEYS.validFrom)];
  if (code === null && name === null) {
    report({
      column: 'code',
      code: 'NOT_NAMED',
      message: { zh: '没有代码，也没有名称', en: 'it has neither a code nor a name' },
      expected: {
        zh: `属性 ${KEYS.code[0]}（或 adcode、gb、代码），或 name`,
        en: 'a property code (or adcode, gb) or name',
      },
    });
  }
  for (const [column, value] of [
    ['code', code],
    ['name', name],
    ['valid_from', day],
  ] as const) {
    if (value !== null && !isSound(value)) report({ column, ...UNSOUND });
  }
  const validFrom = day === null ? null : readDay(narrow(day));
  if (day !== null && validFrom === null) {
    report({
      column: 'valid_from',
      code: 'BAD_DATE',
      value: day,
      message: { zh: '不是日期', en: 'this is not a date' },
      expected: { zh: '日期，如 2014-06-19', en: 'a date such as 2014-06-19' },
    });
  }
  const geometry = checkGeometry(raw.geometry);
  if ('fault' in geometry) {
    report(geometry.fault);
    return null;
  }
  if (!sound) return null;
  const illustrative = YES.has(narrow(text(KEYS.illustrative) ?? '').toLowerCase());
  return { ...geometry, no, code: code === null ? null : narrowCode(code), name, validFrom, illustrative };
}

function reader(properties: unknown): (keys: readonly string[]) => string | null {
  const given = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
  const values = new Map(given.map(([key, value]) => [key.trim().toLowerCase(), value as unknown]));
  return (keys) => {
    for (const key of keys) {
      const value = values.get(key);
      const text =
        typeof value === 'string' ? tidyText(value) : typeof value === 'number' || value === true ? `${value}` : '';
      if (text !== '') return text;
    }
    return null;
  };
}
