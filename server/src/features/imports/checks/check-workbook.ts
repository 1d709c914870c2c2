import type { PoolClient } from 'pg';
import { locateCampaigns } from '../facts/campaigns.sql.ts';
import { effectiveCases, EFFECTIVE_CAMPAIGNS, wantedUnits } from '../facts/effective.sql.ts';
import { moveCounties } from '../facts/county-moves.ts';
import type { ImportRecord } from '../facts/import-record.ts';
import { createLocated, keepStaged } from '../facts/located.sql.ts';
import type { ProblemLog } from '../problems.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { stageTable } from '../staging/stage-table.ts';
import { keepUnits } from '../tree/kept-units.ts';
import { computeUnitTree, keepUnitTree } from '../tree/unit-tree.ts';
import { effectiveUnits } from '../tree/unit-tree.sql.ts';
import { CASE_CHECKS } from './case-checks.ts';
import { dayChecks } from './day-checks.ts';
import { checkDuplicates } from './duplicate-rows.ts';
import { keptChecks } from './kept-checks.ts';
import { CASE_LIVES, LIFE_CHECKS } from './life-checks.ts';
import { placeChecks } from './place-checks.ts';
import { redatedChecks } from './redated-checks.ts';
import { renamedChecks } from './renamed-checks.ts';
import { checkNames } from './name-checks.ts';
import { nameRows } from './row-names.ts';
import { runSetCheck, type SetCheck } from './set-check.ts';
import { totalChecks } from './total-checks.ts';
import { CAMPAIGN_CHECKS, TREE_CHECKS } from './tree-checks.ts';
import { UNITS_IN_USE } from '../withdrawing/withdrawal-checks.ts';

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
  readonly record: ImportRecord;
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
