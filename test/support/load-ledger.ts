import type { Client, Pool } from 'pg';
import type { Ledger, Said, UnitRow } from '../reference/ledger.ts';

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

/** Replaces everything in the database but the reference lists with the ledger of one county. */
export async function loadLedger(client: Client | Pool, ledger: Ledger, county: string): Promise<void> {
  const facts = FACT_SHEETS.join(', ');
  // Sealed circulars hang on campaigns, and a server never lets them go.
  await client.query(`begin; set local session_replication_role = replica;
    truncate ${facts}, activities, case_register, campaign_version, campaign, org_unit_version, org_unit,
      import_run restart identity cascade; commit`);
  const codes = [...new Set(ledger.units.map((row) => row.code))];
  await client.query('insert into org_unit select * from unnest($1::text[])', [codes]);
  await insert(
    client,
    'org_unit_version',
    ledger.units.map((row) => versionOf(row, county)),
  );
  const campaigns = [...new Set(ledger.campaigns.map((row) => row.campaign))];
  await client.query('insert into campaign select * from unnest($1::text[])', [campaigns]);
  await insert(client, 'campaign_version', ledger.campaigns.map(clocks));
  const numbers = [...new Set(ledger.cases.map((row) => row.case_no))];
  await client.query('insert into case_register select $1, * from unnest($2::text[])', [county, numbers]);
  for (const sheet of FACT_SHEETS) {
    await insert(
      client,
      sheet,
      ledger[sheet].map((row) => ({ ...clocks(row), county_code: county })),
    );
  }
}

function clocks<T extends Said>(row: T): T & { superseded_at: string; recorded_by: string } {
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

async function insert(client: Client | Pool, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );
}
