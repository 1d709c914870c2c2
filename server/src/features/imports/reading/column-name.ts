import { comparable } from '../../../domain/narrow.ts';
import type { ColumnSpec, SheetSpec } from '../../../ledger/sheets/index.ts';
import { readUnit } from './money-unit.ts';

/** The column that a header means. */
export interface Matched {
  readonly spec: ColumnSpec;
  /** its unit as a power of ten; null: a unit that no one knows */
  readonly power: number | null;
  /** whether the header names its unit */
  readonly named: boolean;
}

const BRACKETS = /[([{【〔《<]([^()[\]{}【】〔〕《》<>]*)[)\]}】〕》>]/g;
const MARKS = /^[*※★]+|[*※★?:]+$/g;
/** Whether a cell must be filled, as headers say it. */
const DEMAND =
  /^(?:必填|选填|必录|选录|必输|可选|必须|必须填写?|非必填|可空|可不填|可选填|如有|若有|没有可不填|required|optional|mandatory)项?$/;
const UNIT_BEHIND = /^(.+?)[,:;/]?(?:单位:?)?((?:人民币)?(?:[十百千]?万|千|百|亿)?元)$/;
/** 万人, 千户: counts in units of their own, which no column has. */
const COUNT_UNIT = /^(?:单位:?)?(?:[十百千]?万|[十百千亿]|thousand|million)(?:人|户|个|名|件|次|项|people)?$/;

/** 倒排村比例下限（%）, village_quota (%) */
const PERCENT = /^(?:单位:?|in)?(?:%|百分比|百分数|百分之|percent)$/;

export const isDemand = (text: string): boolean => DEMAND.test(text.replace(/[()[\]【】〔〕*]/g, ''));

/** A header without brackets and marks, as it is compared. */
export const plainName = (written: string): string => comparable(written).replace(BRACKETS, '').replace(MARKS, '');

const names = new WeakMap<SheetSpec, ReadonlyMap<string, ColumnSpec>>();

/** Columns of a sheet by every name that they have. */
function namesOf(sheet: SheetSpec): ReadonlyMap<string, ColumnSpec> {
  const known =
    names.get(sheet) ??
    new Map(
      sheet.columns
        .toReversed()
        .flatMap((spec) => [spec.key, spec.zh, spec.en].map((name) => [comparable(name), spec] as const)),
    );
  names.set(sheet, known);
  return known;
}

/**
 * Finds the column that a header means: `estimate_yuan (万元)`, `概算（万元，必填）`, `概算（单位：万元）`, `概 算*`, `概算万元`.
 */
export function matchHeader(sheet: SheetSpec, written: string): Matched | null {
  const known = namesOf(sheet);
  const notes: string[] = [];
  const name = comparable(written)
    .replace(BRACKETS, (_, note: string) => {
      notes.push(note);
      return '';
    })
    .replace(MARKS, '');
  let spec = known.get(name);
  if (!spec) {
    const behind = UNIT_BEHIND.exec(name);
    spec = behind ? known.get(behind[1] ?? '') : undefined;
    if (!spec) return null;
    notes.push(behind?.[2] ?? '');
  }
  const wording = notes.flatMap((note) => note.split(/[,;、]/)).filter((note) => note !== '' && !isDemand(note));
  if (spec.type.kind === 'count' && wording.some((note) => COUNT_UNIT.test(note)))
    return { spec, power: null, named: true };
  if (spec.type.kind === 'percent') return { spec, power: 0, named: wording.some((note) => PERCENT.test(note)) };
  if (spec.type.kind !== 'money') return { spec, power: 0, named: true };
  if (wording.length === 0)
    return { spec, power: 0, named: name === comparable(spec.key) && spec.key.endsWith('_yuan') };
  const powers = new Set(wording.map(readUnit));
  return { spec, power: powers.size === 1 ? ([...powers][0] ?? null) : null, named: true };
}
