import type { PoolClient } from 'pg';
import type { ProblemLog } from '../problems.ts';
import type { SheetSpec } from '../sheets/index.ts';
import { stageTable, storedColumns } from '../staging/stage-table.ts';
import { always, hinted, runSetCheck, type SetCheck } from './set-check.ts';

/**
 * Rows of one sheet with the same identity: an error if they differ, a warning if they say the same twice. Only the
 * first stays staged.
 */
export async function checkDuplicates(client: PoolClient, sheet: SheetSpec, log: ProblemLog): Promise<void> {
  const identity = sheet.columns.filter((column) => column.identity).map((column) => column.target);
  const table = stageTable(sheet);
  const twice = `select ${identity.join(', ')}, min(row_no) as first_row from ${table}
    where ${identity.map((name) => `${name} is not null`).join(' and ')}
    group by ${identity.join(', ')} having count(*) > 1`;
  const { rowCount } = await client.query(`/* imports: duplicates in ${sheet.key} */ ${twice} limit 1`);
  if (rowCount === 0) return;
  await client.query(`create temp table twice_${sheet.key} on commit drop as ${twice}`);
  for (const same of [false, true]) await runSetCheck(client, duplicateCheck(sheet, identity, same), log);
  await client.query(
    `delete from ${table} s using twice_${sheet.key} d where ${joined(identity)} and s.row_no > d.first_row`,
  );
}

const joined = (identity: readonly string[]): string => identity.map((name) => `s.${name} = d.${name}`).join(' and ');

function duplicateCheck(sheet: SheetSpec, identity: readonly string[], same: boolean): SetCheck {
  const content = storedColumns(sheet).map(({ name }) => name);
  const row = (alias: string): string => `row(${content.map((name) => `${alias}.${name}`).join(', ')})`;
  const column = sheet.columns.findLast((one) => one.identity)?.key ?? null;
  return {
    sheet,
    column,
    code: same ? 'ROW_TWICE' : 'DUPLICATE_ROW',
    severity: same ? 'warning' : 'error',
    sql: `select s.row_no, concat_ws(' / ', ${identity.map((name) => `s.${name}`).join(', ')}) as value, d.first_row as hint
      from ${stageTable(sheet)} s join twice_${sheet.key} d on ${joined(identity)}
      join ${stageTable(sheet)} o on o.row_no = d.first_row
      where s.row_no > d.first_row and ${row('s')} is ${same ? 'not' : ''} distinct from ${row('o')}`,
    expected: always('每条记录只出现一次', 'each record once'),
    message: same
      ? hinted('与第{}行完全相同', 'the same as row {}')
      : hinted('与第{}行是同一记录，但内容不同', 'the same record as row {}, with other content'),
  };
}
