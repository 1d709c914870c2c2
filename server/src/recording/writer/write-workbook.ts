import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { INSERT_UNIT_CODES, INSERT_UNITS, SUPERSEDE_UNITS } from '../tree/unit-tree.sql.ts';
import { INSERT_CAMPAIGN_IDS, INSERT_CAMPAIGNS, REGISTER_CASES, SUPERSEDE_CAMPAIGNS } from './campaigns.sql.ts';
import { followIdentifiedDay } from './followers.sql.ts';
import type { RecordedRun, Recording, RecordValues, RowCounts } from '../recording.ts';
import { countLocated, forgetMoved, insertFacts, supersedeFacts } from './located.sql.ts';
import type { Statements } from '../statements.ts';

const COUNT_UNITS = `/* imports: count units */
  select count(*) filter (where verdict = 'new')::int as new, count(*) filter (where verdict = 'corrected')::int as corrected,
    count(*) filter (where verdict = 'same')::int as unchanged
  from unit_verdict`;

type StagedCounts = Omit<RowCounts, 'withdrawn'>;

/** How many rows of a checked sheet are new, corrected and unchanged. */
export async function countRows(client: Statements, sheet: SheetSpec): Promise<StagedCounts> {
  const { rows } = await client.query<StagedCounts>(sheet.scope === 'units' ? COUNT_UNITS : countLocated(sheet));
  return rows[0] ?? { new: 0, corrected: 0, unchanged: 0 };
}

export interface WriteTask {
  readonly client: Statements;
  readonly sheets: readonly { readonly sheet: SheetSpec; readonly counts: RowCounts }[];
  readonly record: Recording;
  readonly onSheet: (sheet: SheetSpec) => void;
}

/**
 * Writes what a checked workbook says: corrected rows are superseded, new and corrected ones inserted, all at one moment
 * of the second clock, which is later than that of every earlier import. Withdrawn rows, but for those of the tree, are
 * superseded before. Nothing else is changed.
 */
export async function writeWorkbook({ client, sheets, record: run, onSheet }: WriteTask): Promise<RecordedRun> {
  const sum = (of: keyof RowCounts): number => sheets.reduce((total, { counts }) => total + counts[of], 0);
  const record = await run.values();
  for (const { sheet, counts } of sheets) {
    const written = counts.new + counts.corrected;
    if (written + (sheet.scope === 'units' ? counts.withdrawn : 0) === 0) continue;
    onSheet(sheet);
    if (sheet.scope === 'units') await writeUnits(client, record);
    else if (sheet.scope === 'campaigns') await writeCampaigns(client, record);
    else await writeFacts(client, sheet, counts, record);
  }
  // after the workbook's own measures, which say their day themselves
  if (sheets.some(({ sheet, counts }) => sheet.scope === 'cases' && counts.corrected > 0))
    await follow(
      client,
      sheets.map(({ sheet }) => sheet),
      record,
    );
  await client.query(`/* imports: statistics */ analyze ${sheets.map(({ sheet }) => tablesOf(sheet)).join(', ')}`);
  return run.close({
    new: sum('new'),
    corrected: sum('corrected'),
    unchanged: sum('unchanged'),
    withdrawn: sum('withdrawn'),
  });
}

/** Tables whose statistics the planner needs again: with those of an empty table, a breakdown takes seconds instead of milliseconds. */
function tablesOf({ scope, key }: SheetSpec): string {
  if (scope === 'units') return 'org_unit, org_unit_version';
  if (scope === 'campaigns') return 'campaign_version';
  return scope === 'cases' ? 'case_register, cases' : key;
}

async function writeUnits(client: Statements, record: RecordValues): Promise<void> {
  await client.query(INSERT_UNIT_CODES);
  await client.query(SUPERSEDE_UNITS, [record[0]]);
  await client.query(INSERT_UNITS, [...record]);
}

async function writeCampaigns(client: Statements, record: RecordValues): Promise<void> {
  await client.query(INSERT_CAMPAIGN_IDS);
  await client.query(SUPERSEDE_CAMPAIGNS, [record[0]]);
  await client.query(INSERT_CAMPAIGNS, [...record]);
}

async function writeFacts(
  client: Statements,
  sheet: SheetSpec,
  counts: RowCounts,
  record: RecordValues,
): Promise<void> {
  if (sheet.scope === 'cases') await client.query(REGISTER_CASES);
  if (counts.corrected > 0) {
    await client.query(forgetMoved(sheet), [record[2]]);
    await client.query(supersedeFacts(sheet), [record[0]]);
  }
  await client.query(insertFacts(sheet), [...record]);
}

async function follow(client: Statements, sheets: readonly SheetSpec[], record: RecordValues): Promise<void> {
  for (const { find, forget, supersede, insert } of followIdentifiedDay(sheets)) {
    await client.query(find);
    await client.query(forget, [record[2]]);
    await client.query(supersede, [record[0]]);
    await client.query(insert, [...record]);
  }
}
