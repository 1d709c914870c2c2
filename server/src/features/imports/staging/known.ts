import type { PoolClient } from 'pg';
import { Causes, type Cause } from '../cells/causes.ts';
import { UnitCodes } from '../cells/unit-codes.ts';

/** What the database knows that cells refer to by more than one spelling. */
export interface Known {
  readonly causes: Causes;
  readonly unitCodes: UnitCodes;
}

/** The same, and what it rests on. */
export interface KnownSpellings extends Known {
  readonly codes: readonly string[];
  /** PostgreSQL's snapshot before it was read. */
  readonly snapshot: string;
}

const CODES = `/* imports: codes with zeros */
  with filled as (select code from org_unit where code like '%000' and length(code) in (9, 12))
  select code from filled
  union select u.code from filled f join org_unit u on u.code in (left(f.code, 6), left(f.code, 9))
  order by code`;

async function readCodes(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(CODES);
  return rows.map(({ code }) => code);
}

export async function readKnown(client: PoolClient): Promise<KnownSpellings> {
  const before = await client.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot');

  const causes = await client.query<Cause>(
    '/* imports: causes */ select code, name_zh as zh, name_en as en from cause order by position',
  );
  const codes = await readCodes(client);
  return {
    causes: new Causes(causes.rows),
    unitCodes: new UnitCodes(codes),
    codes,
    snapshot: before.rows[0]!.snapshot,
  };
}

const NEW_UNITS = `/* imports: units recorded meanwhile */
  select exists (select from change_log where sheet = 'org_unit' and xid >= pg_snapshot_xmin($1::pg_snapshot)
    and not pg_visible_in_snapshot(xid, $1::pg_snapshot)) as any`;

/** Whether no unit was recorded since under a code by which others would have been read. Causes are never recorded. */
export async function stillHolds(client: PoolClient, { codes, snapshot }: KnownSpellings): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(NEW_UNITS, [snapshot]);
  return !rows[0]!.any || (await readCodes(client)).join() === codes.join();
}
