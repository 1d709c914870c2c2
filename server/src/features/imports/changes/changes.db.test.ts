import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { ImportOptions, ImportOutcome } from '../index.ts';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, type CsvSheets } from '../../../../testing/imports/import-csv.ts';
import { rowChanges, type RowChange } from './row-changes.ts';
import { asViewer } from '../../../../testing/handles.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

const VISITS = 'case_no,role,visited_on,problems_found';
const KNOWN: CsvSheets = {
  ...LEDGER,
  visits: `${VISITS}\n001,leader,2014-04-10,2\n001,leader,2014-05-08,1`,
  measures: 'case_no,no,area,content\n001,1,people,换届',
};

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  await emptyLedger(database.db);
  await load(KNOWN);
});

const load = (sheets: CsvSheets, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> =>
  importCsv(pool, folder.path(randomUUID()), sheets, { withEffect: true, ...options });

/** Changes in short: `withdrawn visits 001 2014-04-10: problems_found 2 -> null`. */
const lines = (changes: readonly RowChange[]): string[] =>
  changes.map(({ kind, sheet, caseNo, effectiveOn, cells }) =>
    [
      kind,
      sheet,
      caseNo,
      effectiveOn,
      ...cells.map(({ column, before, after }) => `${column} ${before}->${after}`),
    ].join(' '),
  );
const figures = ({ effect }: ImportOutcome): string[] =>
  effect!.figures.map(({ campaign, before, after }) => `${campaign} ${before.id} ${before.value}->${after.value}`);

const CHANGE: CsvSheets = {
  cases: `case_no,campaign,unit_code,identified_on,primary_cause,other_causes\n001,c1,350322100200,2014-03-20,C09,C14\n002,c1,350322100201,2014-03-21,C01,`,
  visits: `${VISITS},action\n001,leader,2014-04-10,,withdraw\n001,leader,2014-05-08,3,`,
};
const CHANGED = [
  'corrected cases 001 2014-03-20 primary_cause C01->C09',
  'new cases 002 2014-03-21 campaign null->c1 unit_code null->350322100201 identified_on null->2014-03-21 primary_cause null->C01',
  'withdrawn visits 001 2014-04-10 problems_found 2->null',
  'corrected visits 001 2014-05-08 problems_found 1->3',
];

it.each([true, false])(
  'says of every row what it was and what it is, and which figures that changes (dry run: %s)',
  async (dryRun) => {
    const outcome = await load(CHANGE, { dryRun });
    expect(outcome.state).toBe(dryRun ? 'checked' : 'accepted');
    expect(lines(outcome.effect!.changes)).toEqual(CHANGED);
    expect(outcome.effect!.changes[0]).toMatchObject({
      unitName: '甲村',
      sourceRow: 2,
      identity: [{ column: 'case_no', value: '001' }],
    });
    expect(figures(outcome)).toEqual(
      expect.arrayContaining(['c1 IDENTIFIED 1->2', 'c1 OUTSTANDING 1->2', 'c1 VISITS 2->1']),
    );
    expect(figures(outcome).some((line) => line.includes('PROBLEMS_FOUND'))).toBe(false);
  },
);

it('a dry run leaves nothing behind', async () => {
  await load(CHANGE, { dryRun: true });
  const again = await load(CHANGE, { dryRun: true });
  expect(lines(again.effect!.changes)).toEqual(CHANGED);
});

it('a past run says the same, page by page', async () => {
  const { run } = await load(CHANGE);
  await load({ measures: 'case_no,no,area,content\n001,1,people,另一措施' });
  expect(lines(await rowChanges(asViewer(database.db), run!, { first: 50 }))).toEqual(CHANGED);
  const pages = [];
  for (const offset of [0, 1, 2, 3, 4])
    pages.push(...(await rowChanges(asViewer(database.db), run!, { first: 1, offset })));
  expect(lines(pages)).toEqual(CHANGED);
});

it('shows what follows a corrected day of identification', async () => {
  const outcome = await load({ cases: LEDGER['cases']!.replace('2014-03-20', '2014-03-10') });
  expect(lines(outcome.effect!.changes)).toEqual([
    'corrected cases 001 2014-03-10 identified_on 2014-03-20->2014-03-10',
    'corrected measures 001 2014-03-10',
  ]);
});

it('names the rows on record that the file does not hold, and does not call that no difference', async () => {
  const outcome = await load({ visits: `${VISITS}\n001,leader,2014-05-08,1` });
  expect(outcome.state).toBe('unchanged');
  expect(outcome.message).toEqual({
    zh: '没有变化；已有数据中另有1行本册没有，保持不变',
    en: 'Nothing changed; 1 existing rows that the workbook does not contain stay unchanged',
  });
  expect(outcome.sheets).toMatchObject([{ sheet: 'visits', unchanged: 1, notInFile: 1 }]);
  expect(outcome.notInFile).toMatchObject([
    {
      sheet: 'visits',
      caseNo: '001',
      unitName: '甲村',
      effectiveOn: '2014-04-10',
      id: expect.stringMatching(/^visits:350322:\d+$/),
    },
  ]);
  const chosen = await load({ visits: `${VISITS}\n001,leader,2014-05-08,1` }, { withdraw: [outcome.notInFile[0]!.id] });
  expect([chosen.state, lines(chosen.effect!.changes)]).toEqual([
    'accepted',
    ['withdrawn visits 001 2014-04-10 problems_found 2->null'],
  ]);
});
