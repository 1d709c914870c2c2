import type { ViewerDb } from '../../database/handles.ts';
import type { Check } from './check.ts';
import { checkClocks, checkIdentities } from './recorded.ts';
import { checkTotals } from './totals.ts';
import { checkTree } from './tree.ts';

export { storeMissingFiles, type MissingFiles } from './missing-files.ts';

/** Something in the database that contradicts something else. */
export interface Finding {
  readonly check: string;
  readonly message: string;
}

const CHECKS: Readonly<Record<string, Check>> = {
  identities: checkIdentities,
  clocks: checkClocks,
  tree: checkTree,
  totals: checkTotals,
};

/**
 * Looks for what the constraints of the database cannot rule out. Reads only.
 *
 * @param onCheck called with the name of each check before it runs
 * @returns what contradicts; none when all is well
 */
export async function checkIntegrity(
  db: ViewerDb,
  onCheck: (name: string) => void = () => undefined,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [check, run] of Object.entries(CHECKS)) {
    onCheck(check);
    findings.push(...(await run(db)).map((message) => ({ check, message })));
  }
  return findings;
}
