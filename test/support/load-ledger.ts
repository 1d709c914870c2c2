import { EMPTY_TABLES } from '@wallchart/db/testing';
import { escapeLiteral, type Client, type Pool } from 'pg';
import type { Ledger, Wording, UnitRow } from '../reference/ledger.ts';

/** Sheets whose rows are facts, in an order that references allow. */
export const FACT_SHEETS = [
  'cases',
  'transitions',
  'measures',
  'contacts',
  'visits',
  'team',
  'supports',
  'venues',
  'venue_funds',
  'project_funds',
  'operating_funds',
  'remuneration',
  'economy',
  'evaluations',
  'reports',
] as const;

const RECORDED_BY = 'test';

/** Replaces everything in the database but the reference lists with the ledger of one county, in one go. */
export async function loadLedger(client: Client | Pool, ledger: Ledger, county: string): Promise<void> {
  const codes = unique(ledger.units.map((row) => row.code));
  const campaigns = unique(ledger.campaigns.map((row) => row.campaign));
  const numbers = unique(ledger.cases.map((row) => row.case_no));
  const tables: [string, readonly object[]][] = [
    ['org_unit', codes.map((code) => ({ code }))],
    ['org_unit_version', ledger.units.map((row) => versionOf(row, county))],
    ['campaign', campaigns.map((id) => ({ id }))],
    ['campaign_version', ledger.campaigns.map(clocks)],
    ['case_register', numbers.map((case_no) => ({ county_code: county, case_no }))],
    ...FACT_SHEETS.map((sheet): [string, readonly object[]] => [
      sheet,
      ledger[sheet].map((row) => ({ ...clocks(row), county_code: county })),
    ]),
  ];
  // Without parameters many statements go as one.
  await client.query([EMPTY_TABLES, ...tables.flatMap(([table, rows]) => insert(table, rows))].join(';\n'));
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function clocks<T extends Wording>(row: T): T & { superseded_at: string; recorded_by: string } {
  return { ...row, superseded_at: row.superseded_at ?? 'infinity', recorded_by: RECORDED_BY };
}

function versionOf(row: UnitRow, county: string): Record<string, unknown> {
  return {
    ...clocks(row),
    valid_from: row.valid_from ?? '-infinity',
    valid_to: row.valid_to ?? 'infinity',
    county_code: county,
    town_code: row.level === 4 ? row.code : row.level === 5 ? row.parent_code : null,
    village_code: row.level === 5 ? row.code : null,
  };
}

function insert(table: string, rows: readonly object[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first).join(', ');
  const given = escapeLiteral(JSON.stringify(rows));
  return [`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, ${given})`];
}
