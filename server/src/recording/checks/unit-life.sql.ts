/**
 * SQL of the days on which a unit lives, first and last day included: `2014-07-01 …`, `… 2014-06-30`. Needs eff_unit.
 *
 * @param code SQL of the unit's code
 */
export const unitLife = (code: string): string => `(
  select string_agg(concat_ws(' ', case when isfinite(lower(span)) then lower(span)::text end, '…',
    case when isfinite(upper(span)) then (upper(span) - 1)::text end), ', ' order by span)
  from (select unnest(range_agg(daterange(valid_from, valid_to))) as span from eff_unit where code = ${code}) spans)`;
