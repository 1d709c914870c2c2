import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, expect } from 'vitest';
import { createMetricEngine, type MetricId } from '../../src/metrics/index.ts';
import type { ImportOptions, ImportOutcome } from '../../src/features/imports/index.ts';
import { testFolder } from './build-xlsx.ts';
import { emptyLedger } from './empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from './import-csv.ts';
import { asViewer } from '../handles.ts';

export const TRANSITIONS = 'case_no,state,effective_on';
export const LIFE = [
  'planned,2014-04-01',
  'rectifying,2014-04-02',
  'submitted,2014-05-01',
  'accepted,2014-05-10',
  'struck_off,2014-05-20',
];
export const lifeOf = (caseNo: string, states = LIFE): string =>
  [TRANSITIONS, ...states.map((state) => `${caseNo},${state}`)].join('\n');

/** A county with two cases, one of them struck off. */
export const KNOWN: CsvSheets = {
  ...LEDGER,
  cases: `${LEDGER['cases']}\n002,c1,350322100201,2014-03-21,C09,`,
  transitions: lifeOf('001'),
  visits:
    'case_no,role,visited_on,problems_found\n001,leader,2014-04-10,2\n001,leader,2014-05-08,1\n002,leader,2014-04-11,1',
  project_funds:
    'campaign,unit_code,source,received_on,amount_yuan\nc1,350322100200,upper,2014-04-01,500\nc1,350322100201,upper,2014-04-01,700',
  economy: 'unit_code,year,income_yuan\n350322100200,2014,40000\n350322100201,2014,50000',
};

/** Its figures as of 31 July 2014. */
export const BASE = {
  IDENTIFIED: '2',
  RECTIFIED: '1',
  OUTSTANDING: '1',
  VISITS: '3',
  PROBLEMS_FOUND: '4',
  PROJECT_FUNDS: '1200.00',
  COLLECTIVE_INCOME: '90000.00',
} as const satisfies Partial<Record<MetricId, string>>;

/** New, corrected, unchanged and withdrawn rows by sheet. */
export const counts = ({ sheets }: ImportOutcome): Record<string, [number, number, number, number]> =>
  Object.fromEntries(sheets.map((one) => [one.sheet, [one.new, one.corrected, one.unchanged, one.withdrawn]]));

/** Gives a test file that county, new before each test. */
export function knownCounty() {
  const database = testDatabase();
  const folder = testFolder();
  let pool: Pool;
  const load = (sheets: CsvSheets, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> =>
    importCsv(pool, folder.path(randomUUID()), sheets, options);
  beforeAll(async () => {
    pool = await database.orm.driver.getConnection().getNativeClient();
  });
  beforeEach(async () => {
    await emptyLedger(database.db);
    expect(places(await load(KNOWN))).toEqual([]);
  });
  return {
    database,
    pool: () => pool,
    load,
    figures: async (knownAt: string | null = null): Promise<Partial<Record<MetricId, string | null>>> => {
      const key = { campaign: 'c1', unit: '350322', asOf: '2014-07-31', knownAt, tree: 'then' } as const;
      const ids = Object.keys(BASE) as (keyof typeof BASE)[];
      const [values] = await createMetricEngine(asViewer(database.db)).values([key], ids);
      return Object.fromEntries(values!.map(({ id, value }) => [id, value]));
    },
  };
}
