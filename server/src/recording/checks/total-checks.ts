import { locatedTable } from '../writer/located.sql.ts';
import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { hinted, type SetCheck } from './set-check.ts';

/** Sheets whose amounts add up over units: the amount, and what rows of one total have in common. */
const SUMMED: Readonly<Record<string, { readonly amount: string; readonly within: string; readonly kind?: string }>> = {
  team: { amount: 'count', within: 'campaign', kind: 'item' },
  supports: { amount: 'count', within: 'campaign', kind: 'item' },
  venues: { amount: 'estimate_yuan', within: 'campaign' },
  venue_funds: { amount: 'amount_yuan', within: 'campaign', kind: 'source' },
  project_funds: { amount: 'amount_yuan', within: 'campaign', kind: 'source' },
  operating_funds: { amount: 'paid_yuan', within: 'year' },
  remuneration: { amount: 'headcount', within: 'effective_on', kind: 'class' },
  economy: { amount: 'income_yuan', within: 'year' },
};

const VILLAGES = `'village', 'community', 'other'`;
const TOWNS = `'street', 'town', 'township'`;

/**
 * Rows of a county or town that equal the sum of the rows of the units below it: a total that stands among the rows with
 * the unit's own code would be counted on top of them. Two rows below at least, so that one alone is no coincidence.
 */
export function totalChecks(sheet: SheetSpec): SetCheck[] {
  const summed = SUMMED[sheet.key];
  if (!summed) return [];
  const { amount, within, kind } = summed;
  const located = locatedTable(sheet);
  const level = (name: string, kinds: string): string => `
    sum(b.${amount}) filter (where b.unit_kind in (${kinds})) as ${name}_sum, count(*) filter (where b.unit_kind in (${kinds})) as ${name}_rows`;
  const equals = (name: string): string => `(l.${amount} = t.${name}_sum and t.${name}_rows > 1)`;
  return [
    {
      sheet,
      column: sheet.columns.find(({ target }) => target === amount)?.key ?? null,
      code: 'LOOKS_LIKE_TOTAL',
      severity: 'warning',
      sql: `with staged as materialized (
          select l.*, u.province_code, u.prefecture_code, u.county_code, u.town_code from ${located} l
          join lateral (select * from eff_unit u where u.code = l.unit_code order by valid_from desc limit 1) u on true
          where l.${amount} <> 0),
        below as (
          select a.code as upper, b.${within}, ${kind ? `b.${kind}, grouping(b.${kind}) = 1` : 'true'} as all_kinds,
            ${level('village', VILLAGES)}, ${level('town', TOWNS)}, sum(b.${amount}) as every_sum, count(*) as every_rows
          from staged b cross join lateral (values (b.province_code), (b.prefecture_code), (b.county_code), (b.town_code)) a (code)
          where a.code is not null and a.code <> b.unit_code
          group by ${kind ? `grouping sets ((a.code, b.${within}, b.${kind}), (a.code, b.${within}))` : `a.code, b.${within}`})
        select distinct l.row_no, l.${amount}::text as value, l.unit_code as hint from staged l
        join below t on t.upper = l.unit_code and t.${within} = l.${within} ${kind ? `and (t.all_kinds or t.${kind} = l.${kind})` : ''}
        where ${equals('village')} or ${equals('town')} or ${equals('every')}`,
      expected: hinted(
        '只填明细行；如确是单位 {} 自己的数，不必改动',
        'only rows of single entries; no action needed if this is an entry of unit {} itself',
      ),
      message: hinted(
        '等于下属单位各行之和，像是合计行；作为 {} 自己的数会重复计入',
        'equals the sum of the rows of its lower-level units, so it looks like a total; as an entry of {} it is counted in addition',
      ),
    },
  ];
}
