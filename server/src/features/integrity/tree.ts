import { sql } from 'kysely';
import type { Check } from './check.ts';

/** The level columns of a unit are those of its parent, and its own code at its own level. */
export const checkTree: Check = async (db) => {
  const { rows } = await sql<{
    code: string;
    name: string;
    parent_code: string;
    own: string;
    above: string;
  }>`/* check.tree */
    select v.code, v.name, v.parent_code,
      concat_ws('/', v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code) as own,
      concat_ws('/', p.province_code, p.prefecture_code, p.county_code, p.town_code, p.village_code) as above
    from org_unit_version v
    join org_unit_version p on p.code = v.parent_code and p.superseded_at = 'infinity'
      and p.valid_from < v.valid_to and v.valid_from < p.valid_to
    where v.superseded_at = 'infinity' and (v.level <= p.level or
      (array[v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code])[p.level] is distinct from p.code or
      (array[v.province_code, v.prefecture_code, v.county_code, v.town_code, v.village_code])[v.level] is distinct from v.code)
    order by v.code limit 100`.execute(db);
  return rows.map(
    (row) => `${row.code} ${row.name} lies at ${row.own}, its parent ${row.parent_code} at ${row.above}.`,
  );
};
