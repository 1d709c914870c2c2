import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { withdrawOnRecord } from '../../features/imports/import-workbook.service.ts';
import { places } from '../../../testing/imports/import-csv.ts';
import { BASE, counts, knownCounty, KNOWN, TRANSITIONS } from '../../../testing/imports/known-county.ts';

const { database, pool, load, figures } = knownCounty();

describe('a workbook that replaces its sheets', () => {
  const { visits = '', transitions = '', cases = '' } = KNOWN;
  const without = (csv: string, line: string): string =>
    csv
      .split('\n')
      .filter((row) => !row.startsWith(line))
      .join('\n');

  it('withdraws what its sheets lack of the campaign, and leaves other sheets alone', async () => {
    const outcome = await load({ visits: without(visits, '001,leader,2014-05-08') }, { replace: true });
    expect([places(outcome), counts(outcome)]).toEqual([[], { visits: [0, 0, 2, 1] }]);
    expect(await figures()).toEqual({ ...BASE, VISITS: '2', PROBLEMS_FOUND: '3' });
  });

  it('withdraws a case with its rows', async () => {
    const outcome = await load({ cases: without(cases, '002'), transitions }, { replace: true });
    expect(counts(outcome)).toEqual({ cases: [0, 0, 1, 1], transitions: [0, 0, 5, 0], visits: [0, 0, 0, 1] });
  });

  it('takes a sheet without rows at its word', async () => {
    const outcome = await load({ cases, transitions: TRANSITIONS }, { replace: true });
    expect(counts(outcome)).toMatchObject({ transitions: [0, 0, 0, 5] });
    expect(await figures()).toEqual({ ...BASE, RECTIFIED: '0', OUTSTANDING: '2' });
  });

  it('leaves other campaigns and rows of no campaign alone, and says so of the latter', async () => {
    await load({
      project_funds: 'campaign,unit_code,source,received_on,amount_yuan\nc2,350322101200,upper,2014-04-01,9',
    });
    const outcome = await load(
      {
        project_funds: 'campaign,unit_code,source,received_on,amount_yuan\nc1,350322100200,upper,2014-04-01,500',
        economy: 'unit_code,year,income_yuan\n350322100200,2014,40000',
      },
      { replace: true },
    );
    expect([places(outcome), counts(outcome)]).toEqual([
      ['economy! NOT_REPLACED'],
      { project_funds: [0, 0, 1, 1], economy: [0, 0, 1, 0] },
    ]);
    expect(await figures()).toEqual({ ...BASE, PROJECT_FUNDS: '500.00' });
    const { rows } =
      await sql`select 1 from project_funds where campaign = 'c2' and superseded_at = 'infinity'`.execute(database.db);
    expect(rows).toHaveLength(1);
  });

  it('is refused where it names no campaign', async () => {
    const outcome = await load({ visits: 'case_no,role,visited_on' }, { replace: true });
    expect([outcome.state, places(outcome)]).toEqual(['refused', ['! REPLACES_NOTHING']]);
  });

  it('without replacing, keeps what it lacks', async () => {
    await load({ visits: without(visits, '001,leader,2014-05-08') });
    expect(await figures()).toEqual(BASE);
  });
});

describe('a row on record, chosen by its id', () => {
  const idOf = async (where: string): Promise<string> => {
    const { rows } = await sql<{
      id: string;
    }>`select concat_ws(':', 'transitions', county_code, id) as id from transitions
      where state = ${where} and superseded_at = 'infinity'`.execute(database.db);
    return rows[0]!.id;
  };

  it('is withdrawn without a file', async () => {
    const outcome = await withdrawOnRecord(pool(), [await idOf('struck_off')], { recordedBy: 'test' });
    expect([outcome.state, counts(outcome)]).toEqual(['accepted', { transitions: [0, 0, 0, 1] }]);
    expect(outcome.run).toMatchObject({ fileName: null, channel: 'form', rowsWithdrawn: 1 });
    expect(await figures()).toEqual({ ...BASE, RECTIFIED: '0', OUTSTANDING: '2' });
  });

  it('is checked as in a file', async () => {
    const outcome = await withdrawOnRecord(pool(), [await idOf('accepted')], { recordedBy: 'test' });
    expect([outcome.state, outcome.problems.map(({ code }) => code)]).toEqual(['refused', ['STRUCK_OFF_UNACCEPTED']]);
  });

  it('is refused when it has changed meanwhile, or is none', async () => {
    const id = await idOf('struck_off');
    await withdrawOnRecord(pool(), [id], { recordedBy: 'test' });
    for (const other of [id, 'transitions:350322:0', 'units:350322:1', 'nonsense']) {
      const outcome = await withdrawOnRecord(pool(), [other], { recordedBy: 'test' });
      expect([outcome.state, outcome.problems.map(({ code }) => code)]).toEqual(['refused', ['CHANGED_MEANWHILE']]);
    }
  });
});

describe('a case that is renumbered', () => {
  const renumbered = (csv = ''): string => csv.replaceAll('\n001', '\n101');

  it('is warned of, and counts once when the old number is withdrawn: figures and rows are those of before', async () => {
    const { cases, transitions, visits } = KNOWN;
    const file = { cases: renumbered(cases), transitions: renumbered(transitions), visits: renumbered(visits) };
    const checked = await load(file, { dryRun: true });
    expect(checked.problems.map(({ code, onRecord }) => [code, onRecord])).toEqual([
      ['SECOND_CASE', expect.stringMatching(/^cases:350322:\d+$/)],
    ]);
    const outcome = await load(file, { withdraw: [checked.problems[0]!.onRecord!] });
    expect(counts(outcome)).toEqual({ cases: [1, 0, 1, 1], transitions: [5, 0, 0, 5], visits: [2, 0, 1, 2] });
    expect(await figures()).toEqual(BASE);
  });
});
