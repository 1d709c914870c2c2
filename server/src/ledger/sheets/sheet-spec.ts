import type { Text } from '../../domain/text.ts';
import type { CodedList } from './coded-words.ts';

/** What a column holds and how its cells are read. Amounts are yuan, exact; days are `YYYY-MM-DD`. */
export type ColumnType =
  | { readonly kind: 'text'; readonly max: number }
  /** An identifier: text that must survive unchanged. `unit` is a division code of digits only. */
  | { readonly kind: 'code'; readonly of: 'unit' | 'campaign' | 'case' | 'cause' }
  /** `span`: `2014年8月中旬` is read, as the last day of that part of the month. */
  | { readonly kind: 'day'; readonly span: boolean }
  /** `2014-W27` or `2014-07` */
  | { readonly kind: 'period' }
  | { readonly kind: 'year' }
  /** `lowerBound`: `500+` and `500余` are read, as "at least 500". */
  | { readonly kind: 'count'; readonly lowerBound: boolean; readonly min: number }
  | { readonly kind: 'money'; readonly signed: boolean }
  /** 0 to 100 with two decimals */
  | { readonly kind: 'score' }
  /** A share above 0 up to 100 per cent, with two decimals: 10 for 10 %. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'coded'; readonly list: CodedList }
  | { readonly kind: 'coded-list'; readonly list: CodedList }
  | { readonly kind: 'cause-list' }
  | { readonly kind: 'bool' }
  /** Column keys whose content is illustrative, or `yes` for the whole row. */
  | { readonly kind: 'illustrative' };

export interface ColumnSpec extends Text {
  readonly key: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly identity: boolean;
  /** Column of the database table. */
  readonly target: string;
  /** Column beside the target: that a count is a lower bound, or which part of a month a day is the last of, where these may be given. */
  readonly beside: string | null;
  /** SQL value stored for a blank cell, where null is not what blank means. */
  readonly blank?: string;
}

/** A rule between two cells of one row: `later` is not before (days), or not under (counts), `earlier`. */
export interface RowRule {
  readonly kind: 'order';
  readonly earlier: string;
  readonly later: string;
  readonly strict?: boolean;
  readonly code: string;
}

/** Where a row belongs and how its county and its effective day are found. */
export type SheetScope = 'units' | 'campaigns' | 'cases' | 'of-case' | 'of-campaign-unit' | 'of-unit';

export interface SheetSpec extends Text {
  readonly key: string;
  readonly table: string;
  readonly scope: SheetScope;
  /** Column key that gives `effective_on`; `year` columns mean 1 January; null: the case's identified_on. */
  readonly effective: string | null;
  readonly columns: readonly ColumnSpec[];
  readonly rules: readonly RowRule[];
  /** Amount columns of which a row should say something: all zero is a warning. */
  readonly sums: readonly string[];
}

interface ColumnOptions {
  readonly optional?: boolean;
  readonly identity?: boolean;
  readonly target?: string;
  readonly beside?: string;
  readonly blank?: string;
}

function besideOf(key: string, type: ColumnType, { beside }: ColumnOptions): string | null {
  if (type.kind === 'count' && type.lowerBound) return beside ?? `${key}_at_least`;
  return type.kind === 'day' && type.span ? (beside ?? `${key}_span`) : null;
}

/** Declares a column: `key` as in an English header, `zh` as in a Chinese one. */
export function column(key: string, zh: string, en: string, type: ColumnType, options: ColumnOptions = {}): ColumnSpec {
  return {
    key,
    zh,
    en,
    type,
    required: !options.optional,
    identity: options.identity ?? false,
    target: options.target ?? key,
    beside: besideOf(key, type, options),
    blank: options.blank,
  };
}

export const text = (max = 2000): ColumnType => ({ kind: 'text', max });
export const day: ColumnType = { kind: 'day', span: false };
export const dayOrPart: ColumnType = { kind: 'day', span: true };
export const coded = (list: CodedList): ColumnType => ({ kind: 'coded', list });
export const count = (min = 0): ColumnType => ({ kind: 'count', lowerBound: false, min });
export const countAtLeast: ColumnType = { kind: 'count', lowerBound: true, min: 0 };
export const money: ColumnType = { kind: 'money', signed: false };
export const codeOf = (of: 'unit' | 'campaign' | 'case' | 'cause'): ColumnType => ({ kind: 'code', of });

export const order = (earlier: string, later: string, code = 'DATES_OUT_OF_ORDER', strict = false): RowRule => ({
  kind: 'order',
  earlier,
  later,
  code,
  strict,
});

const illustrative = column(
  'illustrative',
  '说明性',
  'Illustrative',
  { kind: 'illustrative' },
  { optional: true, blank: '{}' },
);

/** What is asked of a row besides what it says; it is not stored. Withdrawn: superseded, and nothing takes its place. */
export const ACTION = column('action', '操作', 'Action', coded('rowAction'), { optional: true });

/** Declares a sheet; every sheet accepts the columns `illustrative` and `action` besides its own. */
export function sheet(
  spec: Omit<SheetSpec, 'rules' | 'sums' | 'table'> & Partial<Pick<SheetSpec, 'rules' | 'sums' | 'table'>>,
): SheetSpec {
  return { rules: [], sums: [], table: spec.key, ...spec, columns: [...spec.columns, illustrative, ACTION] };
}

/** Columns that open many sheets. */
export const CASE_NO = column('case_no', '编号', 'Case number', codeOf('case'), { identity: true });
export const CAMPAIGN = column('campaign', '批次', 'Campaign', codeOf('campaign'), { identity: true });
export const UNIT_CODE = column('unit_code', '单位代码', 'Unit code', codeOf('unit'), { identity: true });
export const NOTE = column('note', '说明', 'Note', text(), { optional: true });
