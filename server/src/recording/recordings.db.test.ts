import { testDatabase } from '@wallchart/db/testing';
import { buildCounty, buildUnit } from '@wallchart/db/factories';
import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordingAs } from '../../testing/handles.ts';
import { poolOf } from '../database/open-database.ts';
import { CountiesMissed, lockToWrite, withCounties, type Counties } from './counties.ts';
import { fixKnownAt } from './known-at.ts';
import { watermark } from './open-recordings.ts';
import { Recording } from './recording.ts';

const database = testDatabase({ poolSize: 24 });
const COUNTIES = ['350321', '350322', '350303', '131182'];
const NATION = '35';
const NOTHING = { new: 0, corrected: 0, unchanged: 0, withdrawn: 0 };
let pool: Pool;
const open = new Set<OpenRecording>();

/** A recording that others see as under way, with a row of economy written. */
interface OpenRecording {
  readonly recordedAt: string;
  readonly recording: Recording;
  readonly end: (how: 'commit' | 'rollback') => Promise<void>;
}

beforeAll(async () => {
  pool = await poolOf(database.orm);
  await buildUnit(database.db, { code: NATION });
  for (const code of COUNTIES) await buildCounty(database.db, { code, towns: 1, villages: 1 });
});
afterEach(async () => {
  for (const { end } of open) await end('rollback');
});

async function begin(counties: Counties, writeTo = counties?.[0] ?? '350322'): Promise<OpenRecording> {
  const client = await pool.connect();
  await client.query('begin');
  await lockToWrite(client, counties);
  const origin = { channel: 'form', recordedBy: 'test', file: null, counties } as const;
  const recording = new Recording(client, origin);
  const [recordedAt] = await writeRow(client, recording, writeTo);
  const own: OpenRecording = {
    recordedAt,
    recording,
    end: async (how) => {
      if (!open.delete(own)) return;
      await client.query(how);
      client.release();
    },
  };
  open.add(own);
  return own;
}

/** Supersedes what is on record of a village's income, and writes another. */
async function writeRow(client: PoolClient, recording: Recording, county: string) {
  const values = await recording.values();
  const unit = `${county}100200`;
  await client.query(`update economy set superseded_at = $1 where county_code = $2 and superseded_at = 'infinity'`, [
    values[0],
    county,
  ]);
  await client.query(
    `insert into economy (county_code, unit_code, year, income_yuan, effective_on, recorded_at, recorded_by, import_id)
     values ($4, $5, 2014, random() * 1000, '2014-01-01', $1, $2, $3)`,
    [...values, county, unit],
  );
  return values;
}

/** Whether something waits for a lock within a moment. */
async function waits(work: Promise<unknown>): Promise<boolean> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  work.then(end, end);
  const locked = `select from pg_locks where database = (select oid from pg_database where datname = current_database()) and not granted`;
  for (let tries = 0; tries < 200 && !ended.signal.aborted; tries += 1) {
    if ((await pool.query(locked)).rowCount! > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

const knownAt = (unit: string): Promise<string> => recordingAs(database.db, 'reader')((db) => fixKnownAt(db, unit));
const incomeAt = async (moment: string, county = '%'): Promise<string> => {
  const { rows } = await sql<{
    sum: string;
  }>`select count(*) || ':' || coalesce(sum(income_yuan), 0) as sum from economy
    where recorded_at <= ${moment}::timestamptz and ${moment}::timestamptz < superseded_at and county_code like ${county}`.execute(
    database.db,
  );
  return rows[0]!.sum;
};

describe('recordings', () => {
  it('of two counties overlap: the second ends while the first is open', async () => {
    const first = await begin(['350322']);
    const second = await begin(['131182']);
    await second.recording.close(NOTHING);
    await second.end('commit');
    expect(open).toEqual(new Set([first]));
    expect(await incomeAt(second.recordedAt, '131182')).toMatch(/^1:/);
    await first.end('commit');
  });

  it('of one county wait for each other, also where they share one of several', async () => {
    const first = await begin(['350322', '131182']);
    for (const counties of [['350322'], ['131182', '350321']]) {
      const second = begin(counties);
      expect(await waits(second)).toBe(true);
      await first.end('commit');
      await (await second).end('commit');
      if (counties.length === 1) Object.assign(first, await begin(['131182']));
    }
  });

  it('of everything wait for all, and all for them', async () => {
    const county = await begin(['350322']);
    const whole = begin(null);
    expect(await waits(whole)).toBe(true);
    await county.end('commit');
    const { end } = await whole;
    const later = begin(['131182']);
    expect(await waits(later)).toBe(true);
    await end('commit');
    await (await later).end('commit');
  });

  it('have moments that rise within a county, whatever the clock says', async () => {
    const ahead = `insert into import_run (channel, recorded_at, recorded_by, counties)
      select 'form', date_trunc('milliseconds', clock_timestamp()) + interval '300 milliseconds', 'test', '{131182}' returning recorded_at`;
    const { rows } = await pool.query<{ recorded_at: string }>(ahead);
    const same = await begin(['131182']);
    expect(Date.parse(same.recordedAt)).toBe(Date.parse(rows[0]!.recorded_at) + 1);
    const other = await begin(['350321']);
    expect(other.recordedAt < same.recordedAt).toBe(true);
    await other.end('commit');
    await same.end('commit');
    const whole = await begin(null);
    expect(whole.recordedAt > same.recordedAt).toBe(true);
    await whole.end('commit');
    await expect.poll(() => Date.now() > Date.parse(whole.recordedAt)).toBe(true);
  });

  it('note the counties that they wrote to, and do again what they had not locked', async () => {
    const tries: Counties[] = [];
    const run = await withCounties(async (more) => {
      tries.push(more);
      const counties = more === null ? null : ['350321', ...more];
      const { recording, end } = await begin(counties, '350322');
      try {
        return await recording.close(NOTHING).finally(() => (more?.length ? undefined : end('rollback')));
      } finally {
        await end('commit');
      }
    });
    expect(tries).toEqual([[], ['350321', '350322']]);
    const { rows } = await pool.query('select counties from import_run where id = $1', [run.id]);
    expect(rows).toEqual([{ counties: ['350322'] }]);
    const tree = await begin(['350322']);
    await expect(tree.recording.close(NOTHING)).resolves.toBeDefined();
    expect(new CountiesMissed(null).message).toBe('counties not locked: all');
  });
});

describe('a moment at which figures are known', () => {
  it('above the counties is before every recording under way, and waits for none', async () => {
    const finished = await begin(['131182']);
    await finished.end('commit');
    const first = await begin(['350322']);
    const second = await begin(['350321']);
    await second.end('commit');
    const moment = await knownAt(NATION);
    expect(moment < first.recordedAt && finished.recordedAt <= moment).toBe(true);
    const [sealed, naive] = [await incomeAt(moment), await incomeAt(second.recordedAt)];
    await first.end('commit');
    expect(await incomeAt(moment)).toBe(sealed);
    // Without the watermark a figure grows: the recording that ends last has an earlier moment.
    expect(await incomeAt(second.recordedAt)).not.toBe(naive);
  });

  it('of a county waits for recordings there, and for none elsewhere', async () => {
    const own = await begin(['350322']);
    const other = await begin(['131182']);
    const moment = knownAt('350322100');
    expect(await waits(moment)).toBe(true);
    await own.end('commit');
    expect((await moment) >= own.recordedAt).toBe(true);
    expect(await waits(knownAt('350322'))).toBe(false);
    await other.end('commit');
  });

  it('holds what has just been recorded', async () => {
    for (const unit of ['350322', NATION]) {
      const { recordedAt, end } = await begin(['350322']);
      await end('commit');
      expect((await knownAt(unit)) >= recordedAt).toBe(true);
    }
  });

  it('is not held up by what was rolled back, nor by another lock', async () => {
    const client = await pool.connect();
    await client.query(`begin; select pg_advisory_xact_lock_shared(1), pg_advisory_xact_lock(7302, 1)`);
    await (await begin(['350322'])).end('rollback');
    const now = Date.now();
    expect(await watermark(client)).toBeGreaterThanOrEqual(now - 5);
    await client.query('rollback');
    client.release();
  });

  it('is such that no figure sealed at it ever changes, with eight writers and four readers', async () => {
    const sealed: { moment: string; county: string; value: string }[] = [];
    const written = new AbortController();
    const writer = async (seed: number): Promise<void> => {
      for (let round = 0; round < 30; round += 1) {
        const at = (seed * 7 + round * 3) % (COUNTIES.length + 2);
        const counties =
          at === COUNTIES.length + 1 ? null : COUNTIES.slice(at % COUNTIES.length).slice(0, 1 + (round % 2));
        const { recording, end } = await begin(counties);
        await new Promise((resolve) => setTimeout(resolve, (seed * round) % 5));
        await recording.close(NOTHING);
        await end(round % 4 === 3 ? 'rollback' : 'commit');
      }
    };
    const reader = async (unit: string, county: string): Promise<void> => {
      while (!written.signal.aborted) {
        const moment = await knownAt(unit);
        sealed.push({ moment, county, value: await incomeAt(moment, county) });
      }
    };
    const reading = [
      reader(NATION, '%'),
      reader(NATION, '%'),
      reader('350322', '350322'),
      reader('131182100', '131182'),
    ];
    await Promise.all(Array.from({ length: 8 }, (_, seed) => writer(seed)));
    written.abort();
    await Promise.all(reading);
    expect(new Set(sealed.map(({ value }) => value)).size).toBeGreaterThan(20);
    for (const { moment, county, value } of sealed)
      expect([moment, await incomeAt(moment, county)]).toEqual([moment, value]);
    // No two versions of a row were ever known at once, and none followed nothing.
    const { rows } = await pool.query(`select county_code from (
      select county_code, superseded_at, lead(recorded_at) over (partition by county_code order by recorded_at) as next from economy) e
      where coalesce(next, 'infinity') <> superseded_at`);
    expect(rows).toEqual([]);
  });
});
