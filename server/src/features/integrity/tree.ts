import { sql } from 'kysely';
import { all } from '../../database/sql.ts';
import { codesByLevel, knownNow, levelCodes, overlap } from '../../ledger/temporal/index.ts';
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
      concat_ws('/', ${all(codesByLevel('v'), ', ')}) as own,
      concat_ws('/', ${all(codesByLevel('p'), ', ')}) as above
    from org_unit_version v
    join org_unit_version p on p.code = v.parent_code and ${knownNow('p')} and ${overlap('p', 'v')}
    where ${knownNow('v')} and (v.level <= p.level or
      (${levelCodes('v')})[p.level] is distinct from p.code or
      (${levelCodes('v')})[v.level] is distinct from v.code)
    order by v.code limit 100`.execute(db);
  return rows.map(
    (row) => `${row.code} ${row.name} lies at ${row.own}, its parent ${row.parent_code} at ${row.above}.`,
  );
};
