import type { PoolClient } from 'pg';
import { locateCampaigns } from '../../../recording/writer/campaigns.sql.ts';
import { effectiveCases, EFFECTIVE_CAMPAIGNS, wantedUnits } from '../../../recording/writer/effective.sql.ts';
import { moveCounties } from '../../../recording/writer/county-moves.ts';
import type { Recording } from '../../../recording/recording.ts';
import { createLocated, keepStaged } from '../../../recording/writer/located.sql.ts';
import type { ProblemLog } from '../../../recording/problems.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { stageTable } from '../../../recording/writer/stage-table.ts';
import { keepUnits } from '../../../recording/tree/kept-units.ts';
import { computeUnitTree, keepUnitTree } from '../../../recording/tree/unit-tree.ts';
import { effectiveUnits } from '../../../recording/tree/unit-tree.sql.ts';
import { CASE_CHECKS } from '../../../recording/checks/case-checks.ts';
import { dayChecks } from '../../../recording/checks/day-checks.ts';
import { checkDuplicates } from './duplicate-rows.ts';
import { keptChecks } from '../../../recording/checks/kept-checks.ts';
import { CASE_LIVES, LIFE_CHECKS } from '../../../recording/checks/life-checks.ts';
import { placeChecks } from '../../../recording/checks/place-checks.ts';
import { redatedChecks } from './redated-checks.ts';
import { renamedChecks } from './renamed-checks.ts';
import { checkNames } from './name-checks.ts';
import { nameRows } from './row-names.ts';
import { runSetCheck, type SetCheck } from '../../../recording/checks/set-check.ts';
import { totalChecks } from '../../../recording/checks/total-checks.ts';
import { CAMPAIGN_CHECKS, TREE_CHECKS } from '../../../recording/checks/tree-checks.ts';
import { UNITS_IN_USE } from '../../../recording/withdrawing/withdrawal-checks.ts';

const isFact = ({ sheet }: StagedSheet): boolean => sheet.scope !== 'units' && sheet.scope !== 'campaigns';

const speaksOfCases = ({ scope }: SheetSpec): boolean => scope === 'cases' || scope === 'of-case';

/** Sheets that rows of others name; if one of them could not be read, every such row would be reported for it. */
const REFERS_TO: Readonly<Record<string, string>> = {
  UNKNOWN_CASE: 'cases',
  UNKNOWN_CAMPAIGN: 'campaigns',
  UNKNOWN_UNIT: 'units',
};

const NOTHING: ReadonlySet<string> = new Set();

export interface CheckTask {
  readonly client: PoolClient;
  /** the sheets of the file */
  readonly staged: readonly StagedSheet[];
  readonly log: ProblemLog;
  readonly record: Recording;
  readonly onSheet: (sheet: SheetSpec) => void;
}

/**
 * Sets the staged rows beside what the database knows and checks them against each other and against it: everything that
 * one row cannot tell of itself. Leaves `unit_segment` and one located table a sheet of campaigns or facts,
 * ready to be written.
 */
export async function checkWorkbook({ client, staged, log, record, onSheet }: CheckTask): Promise<void> {
  for (const { sheet } of staged) {
    await client.query(`analyze ${stageTable(sheet)}`);
    await checkDuplicates(client, sheet, log);
  }
  const sheetOf = (key: string): StagedSheet | undefined => staged.find(({ sheet }) => sheet.key === key);
  const keptOf = (key: string): ReadonlySet<string> => sheetOf(key)?.kept ?? NOTHING;
  const run = async (checks: readonly SetCheck[]): Promise<void> => {
    for (const check of checks) if (!log.isUnread(REFERS_TO[check.code])) await runSetCheck(client, check, log);
  };
  const sheets = staged.map(({ sheet }) => sheet);
  if (sheetOf('units')) {
    await keepUnits(client, keptOf('units'), log);
    await computeUnitTree(client);
    await run(TREE_CHECKS);
    if (sheetOf('units')?.withdrawn) await run([UNITS_IN_USE]);
  } else await keepUnitTree(client);
  for (const statement of [EFFECTIVE_CAMPAIGNS, effectiveUnits(wantedUnits(sheets)), 'analyze eff_unit']) {
    await client.query(statement);
  }
  if (log.errorCount === 0 && (sheetOf('units') || sheetOf('cases'))) await moveCounties(client, record, log);
  if (sheets.some(speaksOfCases)) {
    for (const statement of [effectiveCases(sheets, keptOf('cases')), 'analyze eff_case'])
      await client.query(statement);
  }
  if (sheetOf('campaigns')) {
    await client.query(locateCampaigns(keptOf('campaigns')));
    await run(CAMPAIGN_CHECKS);
  }
  for (const one of staged.filter(isFact)) {
    const { sheet, kept } = one;
    onSheet(sheet);
    await client.query(createLocated(sheet, kept));
    if (kept.size > 0) await client.query(keepStaged(sheet, kept));
    await run([
      ...placeChecks(sheet),
      ...redatedChecks(one),
      ...renamedChecks(one),
      ...totalChecks(sheet),
      ...dayChecks(sheet),
    ]);
  }
  await run(CASE_CHECKS.filter((check) => sheetOf(check.sheet.key)));
  for (const sheet of staged.filter(({ sheet: { scope } }) => scope !== 'units')) await run(keptChecks(sheet));
  await checkLives(client, staged, run);
  await checkNames(client, staged, log);
  await nameRows(client, sheets, log);
}

async function checkLives(
  client: PoolClient,
  staged: readonly StagedSheet[],
  run: (checks: readonly SetCheck[]) => Promise<void>,
): Promise<void> {
  if (!staged.some(({ sheet }) => sheet.key === 'transitions')) return;
  await client.query('analyze located_transitions');
  await client.query(CASE_LIVES);
  await run(LIFE_CHECKS);
}
