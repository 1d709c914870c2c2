import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';
import { BASE, counts, knownCounty, LIFE, lifeOf, TRANSITIONS } from '../../../testing/imports/known-county.ts';

const { database, load, figures } = knownCounty();

describe('a row with the action withdraw', () => {
  it('is superseded and nothing takes its place: gone now, there as known before', async () => {
    const before = await figures();
    expect(before).toEqual(BASE);
    const outcome = await load({ transitions: `case_no,状态,日期,操作\n001,已销号,2014-05-20,撤回` });
    expect([outcome.state, places(outcome), counts(outcome)]).toEqual(['accepted', [], { transitions: [0, 0, 0, 1] }]);
    expect(outcome.run).toMatchObject({ rowsNew: 0, rowsWithdrawn: 1 });
    expect(outcome.message).toEqual({ zh: '已撤回1行', en: 'Withdrawn: 1 row' });
    expect(await figures()).toEqual({ ...BASE, RECTIFIED: '0', OUTSTANDING: '2' });
    const recordedAt = new Date(Date.parse(outcome.run!.recordedAt) - 1).toISOString();
    expect(await figures(recordedAt)).toEqual(BASE);
  });

  it('needs nothing but its identity, and a second time changes nothing', async () => {
    const rows = {
      visits:
        'case_no,role,visited_on,problems_found,action\n001,leader,2014-04-10,many,withdraw\n002,leader,2014-04-11,1,',
    };
    expect(counts(await load(rows))).toEqual({ visits: [0, 0, 1, 1] });
    expect(await figures()).toEqual({ ...BASE, VISITS: '2', PROBLEMS_FOUND: '2' });
    const again = await load(rows);
    expect([again.state, again.run]).toEqual(['unchanged', null]);
  });

  it('can be entered again later', async () => {
    await load({ transitions: `${TRANSITIONS},action\n001,struck_off,2014-05-20,withdraw` });
    expect(counts(await load({ transitions: lifeOf('001') }))).toEqual({ transitions: [1, 0, 4, 0] });
    expect(await figures()).toEqual(BASE);
  });

  it('corrects a day when the row of the new day stands beside it', async () => {
    const outcome = await load({
      visits:
        'case_no,role,visited_on,problems_found,action\n001,leader,2014-04-10,,withdraw\n001,leader,2014-04-12,2,',
    });
    expect([places(outcome), counts(outcome)]).toEqual([[], { visits: [1, 0, 0, 1] }]);
    expect(await figures()).toEqual(BASE);
  });

  it('is checked only: a dry run changes nothing', async () => {
    const outcome = await load(
      { cases: 'case_no,campaign,unit_code,identified_on,primary_cause,action\n002,,,,,withdraw' },
      { dryRun: true },
    );
    expect([outcome.state, counts(outcome)]).toEqual(['checked', { cases: [0, 0, 0, 1], visits: [0, 0, 0, 1] }]);
    expect(await figures()).toEqual(BASE);
  });

  it.each<[string, CsvSheets, string[]]>([
    [
      'what is not on record',
      { visits: 'case_no,role,visited_on,action\n001,leader,2014-04-09,withdraw' },
      ['visits!D2 NOTHING_TO_WITHDRAW'],
    ],
    [
      'what the file gives again',
      { visits: 'case_no,role,visited_on,action\n001,leader,2014-04-10,withdraw\n001,leader,2014-04-10,' },
      ['visits!D2 WITHDRAWN_AND_GIVEN'],
    ],
    [
      'a step that a later one rests on',
      { transitions: `${TRANSITIONS},action\n001,accepted,2014-05-10,withdraw` },
      ['transitions!B2 STRUCK_OFF_UNACCEPTED'],
    ],
    [
      'an identity that cannot be read',
      { visits: 'case_no,role,visited_on,action\n001,leader,10 April,withdraw' },
      ['visits!C2 BAD_DATE'],
    ],
    [
      'in other words',
      { visits: 'case_no,role,visited_on,action\n001,leader,2014-04-10,drop' },
      ['visits!D2 BAD_WORD'],
    ],
    [
      'a campaign with rows',
      { campaigns: 'campaign,unit_code,name_zh,start_on,action\nc1,,,,withdraw' },
      ['campaigns!E2 STILL_IN_USE', 'campaigns!E2 STILL_IN_USE'],
    ],
    [
      'a unit with rows, and with units below',
      { units: 'code,name,kind,action\n350322100200,,,withdraw\n350322100,,,withdraw' },
      ['units!D2 STILL_IN_USE', 'units!D2 STILL_IN_USE', 'units!D2 STILL_IN_USE', 'units!D3 STILL_IN_USE'],
    ],
  ])('is refused: %s', async (_, sheets, expected) => {
    const outcome = await load(sheets);
    expect([outcome.state, places(outcome).toSorted()]).toEqual(['refused', expected]);
    expect(await figures()).toEqual(BASE);
  });

  it('withdraws a case with all that is recorded of it, and says so', async () => {
    const outcome = await load({
      cases: 'case_no,campaign,unit_code,identified_on,primary_cause,action\n001,,,,,作废',
    });
    expect([places(outcome), counts(outcome)]).toEqual([
      ['cases!F2 WITHDRAWN_WITH_CASE'],
      { cases: [0, 0, 0, 1], transitions: [0, 0, 0, 5], visits: [0, 0, 0, 2] },
    ]);
    expect(await figures()).toEqual({ ...BASE, IDENTIFIED: '1', RECTIFIED: '0', VISITS: '1', PROBLEMS_FOUND: '1' });
  });

  it('keeps a case that another relapsed from', async () => {
    await load({
      transitions: lifeOf('001', [...LIFE, 'consolidating,2014-05-21', 'relapsed,2014-06-01']),
      cases:
        'case_no,campaign,unit_code,identified_on,primary_cause,relapse_of\n003,c1,350322100200,2014-06-01,C01,001',
    });
    const one = 'case_no,campaign,unit_code,identified_on,primary_cause,action\n001,,,,,withdraw';
    expect(places(await load({ cases: one }))).toContain('cases!F2 STILL_IN_USE');
    expect((await load({ cases: `${one}\n003,,,,,withdraw` })).state).toBe('accepted');
    expect(await figures()).toMatchObject({ IDENTIFIED: '1' });
  });
});

describe('units and campaigns', () => {
  const versions = async (code: string): Promise<string[]> => {
    const { rows } = await sql<{ line: string }>`select concat_ws(' ', name, valid_from, valid_to) as line
      from org_unit_version where code = ${code} and superseded_at = 'infinity' order by valid_from`.execute(
      database.db,
    );
    return rows.map(({ line }) => line);
  };

  it('a version of a unit is withdrawn: the one before it goes on', async () => {
    await load({ units: 'code,name,kind,parent_code,valid_from\n350322100201,乙新村,village,350322100,2014-06-01' });
    expect(await versions('350322100201')).toEqual(['乙村 -infinity 2014-06-01', '乙新村 2014-06-01 infinity']);
    const outcome = await load({ units: 'code,name,kind,valid_from,action\n350322100201,,,2014-06-01,withdraw' });
    expect([places(outcome), counts(outcome)]).toEqual([[], { units: [0, 0, 0, 1] }]);
    expect(await versions('350322100201')).toEqual(['乙村 -infinity infinity']);
  });

  it('a unit and a campaign that nothing names are withdrawn', async () => {
    const outcome = await load({
      units: 'code,name,kind,action\n350322100001,,,withdraw',
      campaigns: 'campaign,unit_code,name_zh,start_on,action\nc2,,,,withdraw',
    });
    expect([places(outcome), counts(outcome)]).toEqual([[], { units: [0, 0, 0, 1], campaigns: [0, 0, 0, 1] }]);
    expect(await versions('350322100001')).toEqual([]);
    expect(await load(LEDGER)).toMatchObject({ state: 'accepted', run: { rowsNew: 2, rowsWithdrawn: 0 } });
  });
});

describe('the day of a transition', () => {
  it.each([
    ['a state that comes once, in a file of that row alone', '001,struck_off,2014-05-25'],
    [
      'a state that may come again, in a file of the whole life',
      lifeOf('001').replace('2014-05-01', '2014-05-03').split('\n').slice(1).join('\n'),
    ],
  ])('is corrected: %s', async (_, rows) => {
    const outcome = await load({ transitions: `${TRANSITIONS}\n${rows}` });
    expect([outcome.state, outcome.problems.map(({ code }) => code)]).toEqual(['accepted', ['TRANSITION_REDATED']]);
    expect(counts(outcome)['transitions']).toEqual([1, 0, rows.split('\n').length - 1, 1]);
    expect(await figures()).toEqual(BASE);
  });

  it('keeps what the sheet has no column for', async () => {
    await load({ transitions: `${TRANSITIONS},document_no\n001,struck_off,2014-05-20,〔2014〕8号` });
    await load({ transitions: `${TRANSITIONS}\n001,struck_off,2014-05-25` });
    const { rows } = await sql`select effective_on, document_no from transitions
      where state = 'struck_off' and superseded_at = 'infinity'`.execute(database.db);
    expect(rows).toEqual([{ effective_on: '2014-05-25', document_no: '〔2014〕8号' }]);
  });

  it('is no correction where the file holds the old row as well', async () => {
    const outcome = await load({ transitions: lifeOf('001', [...LIFE, 'struck_off,2014-05-25']) });
    expect(outcome.state).toBe('refused');
    expect(await figures()).toEqual(BASE);
  });

  it('is no correction where a case goes back to work', async () => {
    await load({ transitions: lifeOf('002', LIFE.slice(0, 3)) });
    const outcome = await load({ transitions: `${TRANSITIONS}\n002,rectifying,2014-05-04` });
    expect([places(outcome), counts(outcome)]).toEqual([[], { transitions: [1, 0, 0, 0] }]);
  });
});
