import { expect, it } from 'vitest';
import { LEDGER } from '../../../testing/imports/import-csv.ts';
import { knownCounty } from '../../../testing/imports/known-county.ts';
import { lockToWrite, type Counties } from '../../recording/counties.ts';

const { pool, load } = knownCounty();

const OTHER: Readonly<Record<string, string>> = {
  units: `code,name,kind,parent_code\n131182,深州市,county,\n131182100,唐奉镇,town,131182\n131182100200,戊村,village,131182100`,
  campaigns: 'campaign,unit_code,name_zh,start_on\nc9,131182,整顿,2014-03-01',
  cases: 'case_no,campaign,unit_code,identified_on,primary_cause\n901,c9,131182100200,2014-03-20,C01',
};

/** What becomes of an import while someone else writes to some counties. */
async function whileLocked(counties: Counties, sheets: Readonly<Record<string, string>>): Promise<string> {
  const other = await pool().connect();
  await other.query('begin');
  await lockToWrite(other, counties);
  let waited = false;
  const importing = load(sheets);
  const ended = importing.then(
    () => true,
    () => true,
  );
  const waiting = `select from pg_locks where database = (select oid from pg_database where datname = current_database()) and not granted`;
  while (!(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10))]))) {
    waited = (await other.query(waiting)).rowCount! > 0;
    if (waited) break;
  }
  await other.query('rollback');
  other.release();
  const { state, run } = await importing;
  if (!run) return state;
  const { rows } = await pool().query<{ counties: string[] | null }>('select counties from import_run where id = $1', [
    run.id,
  ]);
  return `${waited ? 'waits, ' : ''}${state} for ${rows[0]!.counties?.join(', ') ?? 'all'}`;
}

const visits = (caseNo: string, day: string): Record<string, string> => ({
  visits: `case_no,role,visited_on\n${caseNo},leader,${day}`,
});

it('imports of a county wait for none of another, and for those of its own', async () => {
  expect(await whileLocked(['350322'], OTHER)).toBe('waits, accepted for all');
  expect(await whileLocked(['131182'], visits('001', '2014-06-01'))).toBe('accepted for 350322');
  expect(await whileLocked(['350322'], visits('001', '2014-06-02'))).toBe('waits, accepted for 350322');
  expect(await whileLocked(['350322'], visits('901', '2014-06-02'))).toBe('accepted for 131182');
  // The whole workbook again, of which only a visit is new.
  expect(await whileLocked(['131182'], { ...LEDGER, ...visits('001', '2014-06-03') })).toBe('accepted for 350322');
  expect(await whileLocked(null, visits('001', '2014-06-04'))).toBe('waits, accepted for 350322');
});

it('a change of the tree within a county is one of the county; above it, and of a campaign, one of all', async () => {
  await load(OTHER);
  const village = `${LEDGER['units']}\n350322100299,庚村,village,350322100,,`;
  expect(await whileLocked(['131182'], { units: village })).toBe('accepted for 350322');
  const town = `${LEDGER['units']}\n350322102,新镇,town,350322,,\n350322102200,辛村,village,350322102,,`;
  expect(await whileLocked(['131182'], { units: town })).toBe('accepted for 350322');
  const renamed = LEDGER['units']!.replace('仙游县', '仙游新县');
  expect(await whileLocked(['131182'], { units: renamed })).toBe('waits, accepted for all');
  const campaigns = LEDGER['campaigns']!.replace('2014-12-31', '2014-12-30');
  expect(await whileLocked(['131182'], { campaigns })).toBe('waits, accepted for all');
});

it('a town that moves to another county is one of both', async () => {
  await load(OTHER);
  // A town moves to the other county, with its village and what is recorded of it.
  const moved = `code,name,kind,parent_code,valid_from\n350322101,枫亭镇,town,131182,2014-05-01`;
  expect(await whileLocked([], { units: moved })).toBe('accepted for 131182, 350322');
});
