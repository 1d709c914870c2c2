import type { PoolClient } from 'pg';
import type { ProblemLog } from '../../../recording/problems.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import { stageTable } from '../../../recording/writer/stage-table.ts';

interface Named {
  readonly row_no: number;
  readonly name: string;
}

/** SQL of a staged row's case and of its unit, by what its sheet is about. */
const OF: Readonly<Record<SheetSpec['scope'], { readonly own: string; readonly unit: string }>> = {
  units: { own: `concat_ws(' ', s.code, s.name)`, unit: 'null' },
  campaigns: { own: `concat_ws(' ', s.campaign, s.name_zh)`, unit: 'null' },
  cases: { own: 's.case_no', unit: 's.unit_code' },
  'of-case': { own: 's.case_no', unit: '(select min(k.unit_code) from eff_case k where k.case_no = s.case_no)' },
  'of-campaign-unit': { own: 'null', unit: 's.unit_code' },
  'of-unit': { own: 'null', unit: 's.unit_code' },
};

/** Names of units as they will be, or as they are known, whatever the day. */
const unitsOf = (codes: string): string => `
  select distinct on (code) code, name, town_code from (
    select code, name, town_code, valid_from, 0 as known from unit_segment where code in (${codes})
    union all
    select code, name, town_code, valid_from, 1 from org_unit_version where superseded_at = 'infinity' and code in (${codes})
  ) versions order by code, known, valid_from desc`;

const namesOf = (sheet: SheetSpec): string => {
  const { own, unit } = OF[sheet.scope];
  return `/* imports: names of rows of ${sheet.key} */
    with named as (select s.row_no, ${own} as own, ${unit}::text as unit from ${stageTable(sheet)} s where s.row_no = any($1::int[])),
      unit as (${unitsOf('select unit from named')}),
      town as (${unitsOf('select town_code from unit')})
    select n.row_no, concat_ws(' ', n.own, nullif(concat(t.name, u.name), '')) as name
    from named n left join unit u on u.code = n.unit left join town t on t.code = u.town_code and t.code <> u.code`;
};

/** Says of each problem of a row which case it is about, and which town's which village: `2014-014 鲤南镇东山村`. */
export async function nameRows(client: PoolClient, sheets: readonly SheetSpec[], log: ProblemLog): Promise<void> {
  for (const sheet of sheets) {
    const requested = log.rowsOf(sheet.key);
    if (requested.length === 0) continue;
    const { rows } = await client.query<Named>(namesOf(sheet), [requested]);
    const names = rows.filter(({ name }) => name !== '');
    log.nameRows(sheet.key, new Map(names.map(({ row_no, name }) => [row_no, name])));
  }
}
