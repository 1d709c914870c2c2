import type { PoolClient } from 'pg';
import { LOCATE_CAMPAIGNS } from '../facts/campaigns.sql.ts';
import { EFFECTIVE_CAMPAIGNS, EFFECTIVE_CASES, WANTED_UNITS } from '../facts/effective.sql.ts';
import { moveCounties } from '../facts/county-moves.ts';
import type { ImportRecord } from '../facts/import-record.ts';
import { createLocated } from '../facts/located.sql.ts';
import type { ProblemLog } from '../problems.ts';
import type { SheetSpec } from '../sheets/index.ts';
import { stageTable } from '../staging/stage-table.ts';
import { computeUnitTree } from '../tree/unit-tree.ts';
import { EFFECTIVE_UNITS } from '../tree/unit-tree.sql.ts';
import { CASE_CHECKS } from './case-checks.ts';
import { checkDuplicates } from './duplicate-rows.ts';
import { CASE_LIVES, LIFE_CHECKS } from './life-checks.ts';
import { placeChecks } from './place-checks.ts';
import { runSetCheck, type SetCheck } from './set-check.ts';
import { CAMPAIGN_CHECKS, TREE_CHECKS } from './tree-checks.ts';

const isFact = (sheet: SheetSpec): boolean => sheet.scope !== 'units' && sheet.scope !== 'campaigns';

export interface CheckTask {
  readonly client: PoolClient;
  /** the sheets of the file */
  readonly staged: readonly SheetSpec[];
  readonly log: ProblemLog;
  readonly record: ImportRecord;
  readonly onSheet: (sheet: SheetSpec) => void;
}

/**
 * Sets the staged rows beside what the database knows and checks them against each other and against it: everything that
 * one row cannot tell of itself. Leaves `unit_segment`, `located_campaigns` and one located table a fact sheet, ready to
 * be written.
 */
export async function checkWorkbook({ client, staged, log, record, onSheet }: CheckTask): Promise<void> {
  for (const sheet of staged) {
    await client.query(`analyze ${stageTable(sheet)}`);
    await checkDuplicates(client, sheet, log);
  }
  const has = (key: string): boolean => staged.some((sheet) => sheet.key === key);
  const run = async (checks: readonly SetCheck[]): Promise<void> => {
    for (const check of checks) await runSetCheck(client, check, log);
  };
  await computeUnitTree(client);
  if (has('units')) await run(TREE_CHECKS);
  for (const statement of [EFFECTIVE_CAMPAIGNS, WANTED_UNITS, EFFECTIVE_UNITS, 'analyze eff_unit']) {
    await client.query(statement);
  }
  if (log.errorCount === 0) await moveCounties(client, record, log);
  for (const statement of [EFFECTIVE_CASES, 'analyze eff_case', LOCATE_CAMPAIGNS]) await client.query(statement);
  if (has('campaigns')) await run(CAMPAIGN_CHECKS);
  for (const sheet of staged.filter(isFact)) {
    onSheet(sheet);
    await client.query(createLocated(sheet));
    await run(placeChecks(sheet));
  }
  await run(CASE_CHECKS.filter((check) => has(check.sheet.key)));
  await checkLives(client, staged, run);
}

async function checkLives(
  client: PoolClient,
  staged: readonly SheetSpec[],
  run: (checks: readonly SetCheck[]) => Promise<void>,
): Promise<void> {
  if (!staged.some((sheet) => sheet.key === 'transitions')) return;
  await client.query('analyze located_transitions');
  await client.query(CASE_LIVES);
  await run(LIFE_CHECKS);
}
