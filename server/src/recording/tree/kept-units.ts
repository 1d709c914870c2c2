import { always, hinted, runSetCheck, type SetCheck } from '../checks/set-check.ts';
import type { ProblemLog } from '../problems.ts';
import { units } from '../../ledger/sheets/tree-sheets.ts';
import { DECLARED, declarations } from './unit-tree.sql.ts';
import type { Statements } from '../statements.ts';

const KNOWN = declarations('select code from stage_units');

/**
 * Gives the rows of a sheet `units` what is known of them in the columns that the sheet does not have. Without
 * `valid_from` a row speaks of the only version known of its unit, or of several one that says the same; where it could be
 * any of them, that is a problem of the row.
 *
 * @param kept stored columns that the sheet does not have
 */
export async function keepUnits(client: Statements, kept: ReadonlySet<string>, log: ProblemLog): Promise<void> {
  if (kept.has('valid_from')) {
    await client.query(meantVersions(DECLARED.split(', ').filter((name) => !kept.has(name))));
    await client.query(USE_MEANT);
    await runSetCheck(client, VERSION_UNCLEAR, log);
  }
  const columns = [...kept].filter((name) => name !== 'valid_from');
  if (columns.length > 0) await client.query(keepColumns(columns));
}

const meantVersions = (given: readonly string[]): string => {
  const row = (of: string): string => `row(${given.map((name) => `${of}.${name}`).join(', ')})`;
  return `/* imports: versions meant */
    create temp table unit_meant on commit drop as
    with known as (select *, count(*) over (partition by code) as versions from (${KNOWN}) declared)
    select s.row_no,
      max(k.valid_from) filter (where k.versions = 1 or ${row('s')} is not distinct from ${row('k')}) as valid_from,
      string_agg(k.valid_from::text, ', ' order by k.valid_from) as known_from
    from stage_units s join known k on k.code = s.code
    where not s.broken
    group by s.row_no`;
};

const USE_MEANT = `/* imports: use versions meant */
  update stage_units s set valid_from = m.valid_from from unit_meant m where m.row_no = s.row_no and m.valid_from is not null`;

const VERSION_UNCLEAR: SetCheck = {
  sheet: units,
  column: 'code',
  code: 'VERSION_UNCLEAR',
  sql: `select s.row_no, s.code as value, m.known_from as hint from stage_units s join unit_meant m using (row_no)
    where m.valid_from is null`,
  expected: hinted(
    '“启用日期”列：该单位已有几段，启用日期为 {}',
    'a column valid_from: this unit has several versions, from {}',
  ),
  message: always('没有“启用日期”列，分不清是哪一段', 'without valid_from it is unclear which version is meant'),
};

const UNTIL = `case when k.valid_to is distinct from k.next_from then nullif(k.valid_to, 'infinity') end`;

const keepColumns = (names: readonly string[]): string => `/* imports: keep units */
  update stage_units s set ${names.map((name) => `${name} = ${name === 'valid_to' ? UNTIL : `v.${name}`}`).join(', ')}
  from org_unit_version v
  join (select *, lead(valid_from) over (partition by code order by valid_from) as next_from from (${KNOWN}) declared) k
    on k.code = v.code and k.valid_from <= v.valid_from and v.valid_from < k.valid_to
  where v.superseded_at = 'infinity' and v.code = s.code and v.valid_from = s.valid_from`;
