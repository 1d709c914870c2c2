import type { PoolClient } from 'pg';
import type { Text } from '../../../domain/text.ts';
import type { ProblemLog } from '../../../recording/problems.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import { stageTable, storedColumns } from '../../../recording/writer/stage-table.ts';
import { hinted, runSetCheck, wordFor, type SetCheck } from '../../../recording/checks/set-check.ts';

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
  const identified = sheet.columns.filter((one) => one.identity);
  const column = identified.at(-1)?.key ?? null;
  return {
    sheet,
    column,
    code: same ? 'ROW_TWICE' : 'DUPLICATE_ROW',
    severity: same ? 'warning' : 'error',
    sql: `select s.row_no, concat_ws(chr(31), ${identity.map((name) => `s.${name}`).join(', ')}) as value, d.first_row as hint
      from ${stageTable(sheet)} s join twice_${sheet.key} d on ${joined(identity)}
      join ${stageTable(sheet)} o on o.row_no = d.first_row
      where s.row_no > d.first_row and ${row('s')} is ${same ? 'not' : ''} distinct from ${row('o')}`,
    written: (value, lang) =>
      value
        .split('\u001f')
        .map((part, at) => wordFor(identified[at] ?? { type: { kind: 'period' } }, part, lang))
        .join(' / '),
    expected: () => onceEach(sheet, identified),
    message: same
      ? hinted('与第{}行完全相同', 'the same as row {}')
      : hinted('与第{}行是同一记录，但内容不同', 'the same record as row {}, with different content'),
  };
}

/** How two of one day are entered in one row, where there may be two. */
const TOGETHER: Readonly<Record<string, Text>> = {
  visits: { zh: '问题数填合计', en: 'with the combined number of problems' },
  team: { zh: '人数填合计', en: 'with the combined number of persons' },
  supports: { zh: '数量填合计', en: 'with the combined number' },
  venue_funds: { zh: '金额填合计', en: 'with the combined amount' },
  project_funds: { zh: '金额填合计', en: 'with the combined amount' },
  activities: { zh: '“次数”填合计，或用不同的名称', en: 'with the combined count, or with different titles' },
};

function onceEach({ key }: SheetSpec, identity: readonly Text[]): Text {
  const zh = identity.map((column) => column.zh).join('、');
  const en = identity.map((column) => column.en.toLowerCase()).join(', ');
  const together = TOGETHER[key];
  return together
    ? {
        zh: `${zh}相同的，每本只能有一行：确是两次的合并成一行，${together.zh}；重复的删去一行`,
        en: `one row for each ${en}: enter two of them as one row, ${together.en}; delete duplicates`,
      }
    : {
        zh: `${zh}相同的只能有一行，请删去一行，或改正其中一行`,
        en: `one row for each ${en}: delete one, or correct it`,
      };
}
