import { testDatabase } from '@wallchart/db/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../features/imports/index.ts';
import { testFolder } from '../../../testing/imports/build-xlsx.ts';
import { emptyLedger } from '../../../testing/imports/empty-ledger.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;
/** Whether the database holds FULL and nothing else; only an accepted import changes that. */
let isFull = false;

const rows = (...lines: string[]): string => lines.join('\n');

/** Every sheet with an optional column, all of them filled. */
const FULL: CsvSheets = {
  units: `code,name,kind,parent_code,valid_from,valid_to,population,members,illustrative
350322,仙游县,county,,,,,,
350322100,榜头镇,town,350322,,,20000,900,name
350322100200,甲村,village,350322100,,,3000,60,
350322100201,乙村,village,350322100,2010-01-01,2016-01-01,1200,31,`,
  campaigns: `campaign,unit_code,name_zh,name_en,start_on,deadline,rectified_from,declared_villages,visits_per_month,checklist
c1,350322,整顿,Rectification,2014-03-01,2014-12-31,accepted,297,3,台账;措施`,
  cases: `case_no,campaign,unit_code,identified_on,primary_cause,other_causes,deadline,symptoms,aim,illustrative
001,c1,350322100200,2014-03-20,C01,C14,2014-08-31,书记缺配,配齐班子,deadline`,
  transitions: 'case_no,state,effective_on,document_no,note\n001,planned,2014-04-01,〔2014〕1号,会议',
  measures: 'case_no,no,area,content,responsible,due_on,done_on\n001,1,people,选配,镇党委书记,2014-06-01,2014-05-20',
  contacts: 'case_no,role,holder,since,until\n001,leader,县委副书记,2014-03-25,2014-09-01',
  visits: 'case_no,role,visited_on,problems_found,problems_solved\n001,leader,2014-05-01,2+,1',
  venues:
    'campaign,unit_code,way,estimate_yuan,identified_on,done_on\nc1,350322100200,build,1000,2014-04-01,2014-07-01',
  evaluations: `case_no,kind,evaluated_on,issued,returned,satisfied,fairly,dissatisfied,score,grade
001,ballot,2014-06-01,50,48,40,6,2,90.5,good`,
  remuneration:
    'unit_code,class,effective_on,headcount,before_yuan,after_yuan,paid_on_time\n350322100200,leading,2014-01-01,3,1000,1200,yes',
};

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
});
beforeEach(async () => {
  if (isFull) return;
  await emptyLedger(database.db);
  expect(places(await load(FULL))).toEqual([]);
  isFull = true;
});

async function load(sheets: CsvSheets, options = {}): Promise<ImportOutcome> {
  const outcome = await importCsv(pool, folder.path(randomUUID()), sheets, options);
  if (outcome.state === 'accepted') isFull = false;
  return outcome;
}

/** The sheet without some of its columns. */
function without(key: string, ...names: string[]): CsvSheets {
  const lines = (FULL[key] ?? '').split('\n').map((line) => line.split(','));
  const left = (lines[0] ?? []).flatMap((name, at) => (names.includes(name) ? [] : [at]));
  return { [key]: rows(...lines.map((cells) => left.map((at) => cells[at]).join(','))) };
}

const counts = ({ sheets }: ImportOutcome): number[] =>
  sheets.flatMap((sheet) => [sheet.new, sheet.corrected, sheet.unchanged]);
const currentCase = () =>
  database.db
    .selectFrom('cases')
    .select(['primary_cause', 'other_causes', 'deadline', 'symptoms', 'aim', 'illustrative'])
    .where('superseded_at', '=', 'infinity')
    .execute();

describe('a column that the sheet does not have', () => {
  it.each([
    ['units', 'population', 'members', 'illustrative'],
    ['units', 'valid_to'],
    ['units', 'parent_code', 'valid_from', 'valid_to', 'population', 'members', 'illustrative'],
    ['campaigns', 'name_en', 'deadline', 'rectified_from', 'declared_villages', 'visits_per_month', 'checklist'],
    ['cases', 'other_causes', 'deadline', 'symptoms', 'aim', 'illustrative'],
    ['transitions', 'document_no', 'note'],
    ['measures', 'responsible', 'due_on', 'done_on'],
    ['contacts', 'since', 'until'],
    ['visits', 'problems_found', 'problems_solved'],
    ['venues', 'estimate_yuan', 'done_on'],
    ['evaluations', 'issued', 'returned', 'satisfied', 'fairly', 'dissatisfied', 'score', 'grade'],
    ['remuneration', 'paid_on_time'],
  ])('is no correction: %s without %s, %s, …', async (key, ...names) => {
    const lines = (FULL[key] ?? '').split('\n').length - 1;
    const sheets = without(key, ...names);
    const dry = await load(sheets, { dryRun: true });
    expect([dry.state, places(dry), counts(dry)]).toEqual(['checked', [], [0, 0, lines]]);
    expect((await load(sheets)).state).toBe('unchanged');
  });

  it('keeps what is known where the row says something else new', async () => {
    const sheets = {
      cases: (without('cases', 'deadline', 'aim', 'illustrative')['cases'] ?? '').replace('缺配', '空缺'),
    };
    expect(counts(await load(sheets, { dryRun: true }))).toEqual([0, 1, 0]);
    expect(counts(await load(sheets))).toEqual([0, 1, 0]);
    expect(await currentCase()).toEqual([
      {
        primary_cause: 'C01',
        other_causes: ['C14'],
        deadline: '2014-08-31',
        symptoms: '书记空缺',
        aim: '配齐班子',
        illustrative: ['deadline'],
      },
    ]);
  });

  it('means blank for a row that is new', async () => {
    const line = '002,c1,350322100201,2014-03-20,C09';
    const sheets = { cases: rows('case_no,campaign,unit_code,identified_on,primary_cause', line) };
    expect(counts(await load(sheets))).toEqual([1, 0, 0]);
    expect((await currentCase())[1]).toMatchObject({ deadline: null, other_causes: [], illustrative: [] });
  });

  it('keeps a lower bound with its number', async () => {
    await load({ visits: 'case_no,role,visited_on,problems_solved\n001,leader,2014-05-01,2' });
    const { rows: found } =
      await sql`select problems_found, problems_found_at_least, problems_solved from visits where superseded_at = 'infinity'`.execute(
        database.db,
      );
    expect(found).toEqual([{ problems_found: 2, problems_found_at_least: true, problems_solved: 2 }]);
  });

  it('keeps the rest of a campaign and of a unit', async () => {
    const campaigns = (without('campaigns', 'rectified_from', 'checklist')['campaigns'] ?? '').replace('297', '298');
    const units = (without('units', 'valid_from', 'valid_to', 'members')['units'] ?? '').replace('1200', '1250');
    expect(counts(await load({ campaigns, units }))).toEqual([0, 1, 3, 0, 1, 0]);
    const known = await sql`
      select rectified_from, checklist, declared_villages from campaign_version where superseded_at = 'infinity'`.execute(
      database.db,
    );
    expect(known.rows).toEqual([
      { rectified_from: 'accepted', checklist: ['ledger', 'measures'], declared_villages: 298 },
    ]);
    const unit = await sql`
      select valid_from::text, valid_to::text, population, members from org_unit_version
      where code = '350322100201' and superseded_at = 'infinity'`.execute(database.db);
    expect(unit.rows).toEqual([{ valid_from: '2010-01-01', valid_to: '2016-01-01', population: 1250, members: 31 }]);
  });
});

describe('a blank cell of a column that is there', () => {
  it('is blank: what was known is corrected', async () => {
    const sheets = { cases: (FULL['cases'] ?? '').replace('C14,2014-08-31', ',') };
    expect(counts(await load(sheets))).toEqual([0, 1, 0]);
    expect(await currentCase()).toMatchObject([{ deadline: null, other_causes: [] }]);
  });
});

describe('the checks', () => {
  const CASE = 'case_no,campaign,unit_code,identified_on,primary_cause\n';
  const EVALUATED = 'case_no,kind,evaluated_on';

  it.each([
    [
      'a case identified after the deadline on record',
      { cases: `${CASE}001,c1,350322100200,2014-09-01,C01` },
      ['cases!D2 DATES_OUT_OF_ORDER'],
      'not after the deadline on record (2014-08-31)',
    ],
    [
      'a primary cause among the other causes on record',
      { cases: `${CASE}001,c1,350322100200,2014-03-20,C14` },
      ['cases!E2 CAUSE_TWICE'],
      'a cause that is not among the recorded other causes (C14)',
    ],
    [
      'a campaign that starts after its deadline on record',
      { campaigns: 'campaign,unit_code,name_zh,start_on\nc1,350322,整顿,2015-03-01' },
      ['campaigns!D2 DATES_OUT_OF_ORDER'],
      'not after the deadline on record (2014-12-31)',
    ],
    [
      'a contact that ends before it began',
      { contacts: 'case_no,role,holder,until\n001,leader,县委副书记,2014-03-24' },
      ['contacts!D2 DATES_OUT_OF_ORDER'],
      'not before the since on record (2014-03-25)',
    ],
    [
      'a contact without a day that ends before its case was identified',
      { contacts: 'case_no,role,holder,since,until\n001,unit,财政局,,2014-03-19' },
      ['contacts!E2 DATES_OUT_OF_ORDER'],
      'not before the since on record (2014-03-20)',
    ],
    [
      'fewer issued than returned on record',
      { evaluations: `${EVALUATED},issued\n001,ballot,2014-06-01,47` },
      ['evaluations!D2 RETURNED_ABOVE_ISSUED'],
      'at least the returned on record (48)',
    ],
    [
      'answers that no longer sum to what was returned',
      { evaluations: `${EVALUATED},satisfied\n001,ballot,2014-06-01,41` },
      ['evaluations!D2 BALLOT_SUM'],
      'satisfied + fairly + dissatisfied (49, including recorded values)',
    ],
    [
      'funds above the estimate on record (a warning)',
      {
        ...without('venues', 'estimate_yuan'),
        venue_funds: 'campaign,unit_code,source,received_on,amount_yuan\nc1,350322100200,upper,2014-05-01,1001',
      },
      ['venue_funds!E2 RAISED_ABOVE_ESTIMATE'],
      'a total no more than the estimate, 1000.00 yuan',
    ],
  ] as [string, CsvSheets, string[], string][])('tell %s', async (_, sheets, found, expected) => {
    const outcome = await load(sheets, { dryRun: true });
    expect([places(outcome), outcome.problems[0]?.expected.en]).toEqual([found, expected]);
  });

  it('know a relapse by the case on record', async () => {
    await load({
      cases: `case_no,campaign,unit_code,identified_on,primary_cause,relapse_of\n002,c1,350322100200,2014-10-01,C01,001`,
    });
    const outcome = await load({ cases: `${CASE}002,c1,350322100200,2014-10-01,C09` });
    expect([outcome.state, places(outcome)]).toEqual(['accepted', ['cases!2 RELAPSE_NOT_RECORDED']]);
  });
});

describe('a sheet of units without valid_from', () => {
  const UNITS = 'code,name,kind,parent_code';
  const VILLAGE = '350322100200,甲村,village,350322100';

  it('speaks of the version that says the same, where several are known', async () => {
    await load({ units: `${UNITS},valid_from\n350322100200,新甲村,village,350322100,2013-01-01` });
    expect((await load({ units: `${UNITS}\n${VILLAGE}` })).state).toBe('unchanged');
    expect((await load({ units: `${UNITS}\n350322100200,新甲村,village,350322100` })).state).toBe('unchanged');
  });

  it('is refused where it cannot be told which version it corrects', async () => {
    await load({ units: `${UNITS},valid_from\n350322100200,新甲村,village,350322100,2013-01-01` });
    const outcome = await load({ units: `${UNITS}\n350322100200,丙村,village,350322100` });
    expect([places(outcome), outcome.problems[0]?.expected.en]).toEqual([
      ['units!A2 VERSION_UNCLEAR'],
      'a column valid_from: this unit has several versions, from -infinity, 2013-01-01',
    ]);
  });

  it('goes back to the beginning for a unit that is new', async () => {
    await emptyLedger(database.db);
    await load(LEDGER);
    await load({ units: `${UNITS}\n350322100300,戊村,village,350322100` });
    const { rows: found } =
      await sql`select valid_from::text from org_unit_version where code = '350322100300'`.execute(database.db);
    expect(found).toEqual([{ valid_from: '-infinity' }]);
  });
});
