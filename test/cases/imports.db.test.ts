import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '@wallchart/db/testing';
import { beforeAll, expect, test } from 'vitest';
import { poolOf } from '../../server/src/database/open-database.ts';
import { importFile } from '../../server/src/features/imports/import-file.service.ts';
import { createMetricEngine } from '../../server/src/metrics/index.ts';
import type { ImportOutcome } from '../../server/src/features/imports/import-outcome.ts';
import type { MetricId } from '../../server/src/metrics/index.ts';
import type { Pool } from 'pg';
import { asViewer } from '../../server/testing/handles.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/imports');

/** Figures of every case's county as of 31 July 2014, unless the case says otherwise; each file is a county of its own. */
const BASE = {
  IDENTIFIED: '4',
  RECTIFIED: '1',
  OUTSTANDING: '3',
  OVERDUE: '1',
  MEASURES: '3',
  MEASURES_DONE: '1',
  MEASURES_OVERDUE: '1',
  VISITS: '3',
  PROBLEMS_FOUND: '6',
  PROBLEMS_SOLVED: '3',
  VENUES_NEEDED: '2',
  VENUE_COST: '150000.00',
  VENUE_RAISED: '50000.00',
  VENUE_GAP: '100000.00',
  PROJECT_FUNDS: '100000.00',
  OPERATING_PAID: '80000.00',
  SATISFACTION: '0.9583333333',
  LEADING_PAY_INCREASE: '0.3054545455',
  VACANCIES_NOW: '1',
  MEMBERS_ADJUSTED: '14',
} as const satisfies Partial<Record<MetricId, string>>;
type Figures = Partial<Record<MetricId, string | null>>;

interface Case {
  /** Imported one after the other. */
  readonly files: readonly string[];
  readonly county: string;
  readonly campaign: string;
  /** How the last import ends; accepted unless said. */
  readonly state?: 'accepted' | 'unchanged' | 'refused';
  /** Problems of the last import, as `sheet!cell CODE`. */
  readonly problems?: readonly string[];
  /** The last file replaces its sheets. */
  readonly replace?: boolean;
  /** Rows on record that the last file does not hold. */
  readonly notInFile?: number;
  /** What differs from the base afterwards; null: nothing is on record. */
  readonly figures?: Figures | null;
}

const CASES: readonly Case[] = [
  { files: ['base.xlsx'], county: '980002', campaign: 'K2' },
  {
    files: ['blank-written-as-dash.xlsx'],
    county: '981602',
    campaign: 'K1602',
    problems: ['cases!G2 BLANK_MARK', 'cases!G3 BLANK_MARK', 'venues!F2 BLANK_MARK'],
  },
  { files: ['cause-by-name.xlsx'], county: '981603', campaign: 'K1603' },
  {
    files: ['code-format-1-first.xlsx', 'code-format-2-second.xlsx'],
    county: '980802',
    campaign: 'K802',
    state: 'unchanged',
    problems: ['cases', 'transitions', 'measures', 'contacts', 'visits', 'evaluations'].map(
      (sheet) => `${sheet}!A2 READ_AS_SHOWN`,
    ),
  },
  { files: ['count-with-classifier.xlsx'], county: '981601', campaign: 'K1601' },
  {
    files: ['county-total-with-code.xlsx'],
    county: '980117',
    campaign: 'K117',
    problems: ['operating_funds!C6 LOOKS_LIKE_TOTAL'],
    figures: { OPERATING_PAID: '160000.00' },
  },
  { files: ['csv-codes-equals-quote.zip'], county: '980420', campaign: 'K420' },
  { files: ['csv-semicolons-in-text.zip'], county: '980417', campaign: 'K417' },
  { files: ['date1904-x15.xlsx'], county: '980502', campaign: 'K502' },
  { files: ['export-round-trip.xlsx'], county: '980961', campaign: 'K961' },
  {
    files: ['few-styles-one-bad-date.xlsx'],
    county: '981300',
    campaign: 'K1300',
    state: 'refused',
    problems: ['cases!G4 BAD_DATE'],
    figures: null,
  },
  {
    files: ['headerless-column.xlsx'],
    county: '981001',
    campaign: 'K1001',
    state: 'refused',
    problems: ['cases!G2 COLUMN_WITHOUT_HEADER'],
    figures: null,
  },
  { files: ['inline-string-with-v.xlsx'], county: '980612', campaign: 'K612' },
  {
    files: ['merged-deadline.xlsx'],
    county: '980105',
    campaign: 'K105',
    problems: ['cases!G2 MERGED_CELLS', 'measures!F4 MEASURE_AFTER_DEADLINE'],
    figures: { OVERDUE: '3' },
  },
  {
    files: ['money-unit-in-format.xlsx'],
    county: '980102',
    campaign: 'K102',
    problems: ['venues!D2 READ_AS_SHOWN'],
  },
  {
    files: ['money-unit-in-title.xlsx'],
    county: '980101',
    campaign: 'K101',
    problems: ['venues!D3 MONEY_UNIT_OF_TITLE', 'venue_funds!E3 MONEY_UNIT_OF_TITLE'],
  },
  {
    files: ['numbers-restart-1-first.xlsx', 'numbers-restart-2-second.xlsx'],
    county: '981201',
    campaign: 'K1201',
    state: 'refused',
    problems: ['cases!A2 CASE_OF_OTHER_CAMPAIGN', 'cases!A3 CASE_OF_OTHER_CAMPAIGN'],
  },
  {
    files: ['relapse-same-campaign.xlsx'],
    county: '981021',
    campaign: 'K1021',
    figures: { RECTIFIED: '0', OUTSTANDING: '4', RELAPSED: '1', IDENTIFICATION_RATIO: '1' },
  },
  {
    files: ['serial-number-column.xlsx'],
    county: '980121',
    campaign: 'K121',
    problems: ['cases!A1 COLUMN_PASSED_OVER'],
  },
  { files: ['shared-strings-case.xlsx'], county: '980601', campaign: 'K601' },
  {
    files: ['strike-off-withdrawn-1-first.xlsx', 'strike-off-withdrawn-2-second.xlsx'],
    county: '980808',
    campaign: 'K808',
    state: 'unchanged',
    notInFile: 1,
  },
  {
    files: ['strike-off-withdrawn-1-first.xlsx', 'strike-off-withdrawn-2-second.xlsx'],
    county: '980808',
    campaign: 'K808',
    replace: true,
    problems: ['operating_funds', 'remuneration', 'economy'].map((sheet) => `${sheet}! NOT_REPLACED`),
    figures: { RECTIFIED: '0', OUTSTANDING: '4' },
  },
  {
    files: ['transition-day-1-first.xlsx', 'transition-day-2-second.xlsx'],
    county: '980806',
    campaign: 'K806',
    problems: ['transitions!C6 TRANSITION_REDATED'],
  },
  {
    files: ['twelve-digit-1-first.xlsx', 'twelve-digit-2-second.xlsx'],
    county: '980823',
    campaign: 'K823',
    state: 'unchanged',
    problems: ['units!A2 CODE_SHORTENED'],
  },
  {
    files: ['venue-unit-1-first.xlsx', 'venue-unit-2-second.xlsx'],
    county: '980804',
    campaign: 'K804',
    problems: ['venues!B2 LOOKS_LIKE_CORRECTED'],
    // Both rows count until the old one is taken back, as the warning says.
    figures: { VENUES_NEEDED: '3', VENUE_COST: '250000.00', VENUE_RAISED: '100000.00', VENUE_GAP: '150000.00' },
  },
  {
    files: ['name-of-another-village.xlsx'],
    county: '982001',
    campaign: 'K2001',
    problems: ['operating_funds!B4 OTHER_NAME'],
  },
  { files: ['struck-through-row.xlsx'], county: '982002', campaign: 'K2002', problems: ['visits!4 STRUCK_ROWS'] },
  {
    files: ['merged-from-subtotal.xlsx'],
    county: '982003',
    campaign: 'K2003',
    problems: ['visits!A2 TOTAL_ROW', 'visits!F3 MERGED_CELLS'],
  },
  {
    files: ['merged-amount-from-subtotal.xlsx'],
    county: '982004',
    campaign: 'K2004',
    state: 'refused',
    problems: ['visits!D3 MERGED_AMOUNT', 'visits!A2 TOTAL_ROW'],
    figures: null,
  },
  {
    files: ['two-receipts-of-one-day.xlsx'],
    county: '982005',
    campaign: 'K2005',
    state: 'refused',
    problems: ['venue_funds!D4 DUPLICATE_ROW'],
    figures: null,
  },
  {
    files: ['struck-off-early-1-first.xlsx', 'struck-off-early-2-second.xlsx'],
    county: '982006',
    campaign: 'K2006',
    state: 'refused',
    problems: ['transitions!B11 STRUCK_OFF_UNACCEPTED'],
  },
  { files: ['text-like-formula.xlsx'], county: '982007', campaign: 'K2007' },
  { files: ['marked-and-put-right.xlsx'], county: '982009', campaign: 'K2009' },
];

/** Files that are refused as a whole. */
const REFUSED: readonly (readonly [file: string, code: string])[] = [
  ['zip-declared-size.xlsx', 'DAMAGED'],
  ['zip-holds-workbook.zip', 'HOLDS_WORKBOOK'],
  ['blank-workbook.xlsx', 'NO_ROWS'],
];

const BY = { channel: 'cli', recordedBy: 'test' } as const;
const database = testDatabase();
let pool: Pool;
beforeAll(async () => {
  pool = await poolOf(database.orm);
});

async function figuresOf(campaign: string, unit: string, ids: readonly MetricId[]): Promise<Figures> {
  const key = { campaign, unit, asOf: '2014-07-31', knownAt: null, tree: 'then' } as const;
  const [values] = await createMetricEngine(asViewer(database.db)).values([key], ids);
  return Object.fromEntries(values!.map(({ id, value }) => [id, value]));
}

test.each(CASES)('$files $replace', async ({ files, county, campaign, state = 'accepted', problems = [], ...rest }) => {
  const { figures = {}, replace = false, notInFile } = rest;
  const outcomes: ImportOutcome[] = [];
  for (const [at, file] of files.entries()) {
    const options = { ...BY, withEffect: true, replace: replace && at === files.length - 1 };
    outcomes.push(await importFile(pool, { path: join(FOLDER, file) }, options));
  }
  const last = outcomes.at(-1)!;
  const places = last.problems.map(({ sheet, cell, row, code }) => `${sheet}!${cell ?? row ?? ''} ${code}`);
  expect({ state: last.state, problems: places }).toEqual({ state, problems });
  if (notInFile !== undefined) expect(last.notInFile).toHaveLength(notInFile);
  if (figures === null) {
    const units = database.db.selectFrom('org_unit_version').select('code').where('code', '=', county);
    expect(await units.execute()).toEqual([]);
    return;
  }
  const expected: Figures = { ...BASE, ...figures };
  expect(await figuresOf(campaign, county, Object.keys(expected) as MetricId[])).toEqual(expected);
});

test.each(REFUSED)('%s is refused: %s', async (file, code) => {
  const { state, problems } = await importFile(pool, { path: join(FOLDER, file) }, BY);
  expect([state, problems.map((problem) => problem.code)]).toEqual(['refused', [code]]);
});

test('every file is in a table', async () => {
  const listed = new Set([...CASES.flatMap(({ files }) => files), ...REFUSED.map(([file]) => file)]);
  expect((await readdir(FOLDER)).filter((file) => !listed.has(file))).toEqual([]);
});
