import { runSetCheck } from '../checks/set-check.ts';
import type { Recording } from '../recording.ts';
import type { ProblemLog } from '../problems.ts';
import { SHEETS, sheetOf, type SheetSpec } from '../../ledger/sheets/index.ts';
import type { StagedRows } from '../writer/stage-table.ts';
import { parseRowId } from '../../ledger/sheets/row-id.ts';
import { STILL_IN_USE, WITHDRAWN_NOTES, withdrawingChecks } from './withdrawal-checks.ts';
import {
  CONTINUE_CHOSEN,
  COUNT_WITHDRAWN,
  CREATE_CONTINUED,
  CREATE_WITHDRAWN,
  isFact,
  isOfCampaign,
  keepRedated,
  namedCampaigns,
  OF_CASE,
  supersedeWithdrawn,
  takeWithdrawing,
  WITHDRAW_REDATED,
  withdrawByRow,
  withdrawChosen,
  withdrawLacking,
  withdrawOfCases,
} from './withdrawals.sql.ts';
import type { Statements } from '../statements.ts';

export interface WithdrawTask {
  readonly client: Statements;
  readonly staged: readonly StagedRows[];
  /** Ids of rows on record that the user has chosen. */
  readonly chosen: readonly string[];
  /** Withdraw what the sheets of the file do not hold of the campaigns they speak of. */
  readonly replace: boolean;
  readonly record: Recording;
  readonly log: ProblemLog;
}

/** Numbers of withdrawn rows by sheet. */
export type WithdrawnCounts = ReadonlyMap<SheetSpec, number>;

/**
 * Withdraws rows on record: supersedes them, and nothing takes their place. Done before the rows of the file are set
 * beside what is on record, so that every check sees the ledger without them; an import that is refused or only checked
 * rolls it back.
 *
 * Units are left to the tree, which is computed without their withdrawn rows.
 */
export async function withdrawRows(task: WithdrawTask): Promise<WithdrawnCounts> {
  const { client, staged, log } = task;
  for (const statement of [CREATE_WITHDRAWN, CREATE_CONTINUED]) await client.query(statement);
  for (const { sheet, withdrawn } of staged) {
    // the tree looks for withdrawn units in any case
    if (withdrawn === 0 && sheet.scope !== 'units') continue;
    for (const statement of takeWithdrawing(sheet)) await client.query(statement);
    if (withdrawn === 0) continue;
    for (const check of withdrawingChecks(sheet)) await runSetCheck(client, check, log);
    await client.query(withdrawByRow(sheet));
  }
  await withdrawAllChosen(task);
  if (task.chosen.length > 0) await client.query(CONTINUE_CHOSEN);
  const ofCampaign = staged.map(({ sheet }) => sheet).filter(isOfCampaign);
  if (ofCampaign.length > 0) await client.query(namedCampaigns(ofCampaign));
  if (task.replace) await withdrawAllLacking(task, ofCampaign);
  const sheets = new Set(staged.map(({ sheet }) => sheet.key));
  const lives = staged.find(({ sheet }) => sheet.key === 'transitions');
  if (lives) await client.query(WITHDRAW_REDATED);
  if (lives && lives.kept.size > 0) await client.query(keepRedated(lives.kept));
  const { rows } = await client.query<{ any: boolean; cases: boolean }>(
    `select count(*) > 0 as any, count(*) filter (where sheet = 'cases') > 0 as cases from withdrawn_row`,
  );
  if (rows[0]?.any) {
    if (rows[0].cases) for (const sheet of OF_CASE) await client.query(withdrawOfCases(sheet));
    for (const check of WITHDRAWN_NOTES)
      if (check.sheet.key === 'cases' || sheets.has(check.sheet.key)) await runSetCheck(client, check, log);
  }
  const counts = await countWithdrawn(client);
  if (counts.size === 0) return counts;
  const [recordedAt] = await task.record.values();
  for (const sheet of counts.keys())
    if (sheet.scope !== 'units') await client.query(supersedeWithdrawn(sheet), [recordedAt]);
  for (const check of STILL_IN_USE) if (counts.has(check.sheet)) await runSetCheck(client, check, log);
  return counts;
}

async function countWithdrawn(client: Statements): Promise<Map<SheetSpec, number>> {
  const { rows } = await client.query<{ sheet: string; count: number }>(COUNT_WITHDRAWN);
  const counts = new Map(rows.map(({ sheet, count }) => [sheet, count]));
  return new Map(SHEETS.flatMap((sheet) => (counts.has(sheet.key) ? [[sheet, counts.get(sheet.key) ?? 0]] : [])));
}

async function withdrawAllChosen({ client, chosen, log }: WithdrawTask): Promise<void> {
  const bySheet = Map.groupBy(
    chosen.map((id) => ({ id, row: parseRowId(id) })),
    ({ row }) => row?.sheet ?? '',
  );
  for (const [key, rows] of bySheet) {
    const sheet = sheetOf(key);
    const found =
      sheet && isFact(sheet)
        ? await client.query(withdrawChosen(sheet), [
            rows.map(({ row }) => row?.county),
            rows.map(({ row }) => row?.id),
          ])
        : null;
    if (found?.rowCount === rows.length) continue;
    log.add(sheet ?? '', {
      code: 'CHANGED_MEANWHILE',
      value: rows.map(({ id }) => id).join(', '),
      expected: { zh: '重新核对后再选', en: 'check again and repeat the selection' },
      message: {
        zh: '要撤回的行已被更正或撤回',
        en: 'a row selected for withdrawal has since been corrected or withdrawn',
      },
    });
  }
}

async function withdrawAllLacking({ client, staged, log }: WithdrawTask, sheets: readonly SheetSpec[]): Promise<void> {
  const { rowCount } = sheets.length === 0 ? { rowCount: 0 } : await client.query('select from named_campaign limit 1');
  if (!rowCount) {
    log.add('', {
      code: 'REPLACES_NOTHING',
      expected: {
        zh: '至少一行写明批次（或已有个案编号）',
        en: 'at least one row that names a campaign or an existing case',
      },
      message: {
        zh: '册内没有写明批次的行，不能作为全量替换',
        en: 'no row of the workbook names a campaign, so there is nothing to replace',
      },
    });
    return;
  }
  for (const sheet of sheets) await client.query(withdrawLacking(sheet));
  const others = staged.map(({ sheet }) => sheet).filter((sheet) => sheet.scope === 'of-unit');
  for (const sheet of others) {
    log.add(sheet, {
      code: 'NOT_REPLACED',
      severity: 'warning',
      expected: {
        zh: '要撤回的行请列出，并在“操作”填“撤回”',
        en: 'list the rows to withdraw, with the action withdraw',
      },
      message: {
        zh: '此表不分批次，库中其余各行保持不变',
        en: 'its rows belong to no campaign, so existing rows that the workbook does not contain stay unchanged',
      },
    });
  }
}
