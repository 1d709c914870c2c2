import { testDatabase } from '@wallchart/db/testing';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { testFolder } from '../../../../testing/imports/build-xlsx.ts';
import { importCsv, LEDGER, places, type CsvSheets } from '../../../../testing/imports/import-csv.ts';

const database = testDatabase();
const folder = testFolder();
let pool: Pool;

beforeAll(async () => {
  pool = await database.orm.driver.getConnection().getNativeClient();
  const { state } = await importCsv(pool, folder.path('ledger'), LEDGER);
  expect(state).toBe('accepted');
});

/** Problems of a workbook beside the ledger; nothing is written. */
const problems = async (sheets: CsvSheets): Promise<string[]> =>
  places(await importCsv(pool, folder.path(randomUUID()), sheets, { dryRun: true }));

const rows = (header: string, ...lines: string[]): string => [header, ...lines].join('\n');
const UNITS = 'code,name,kind,parent_code,valid_from,valid_to';
const CASES = 'case_no,campaign,unit_code,identified_on,primary_cause,other_causes,deadline,relapse_of';
const STEPS = 'case_no,state,effective_on';

describe('the tree', () => {
  it.each([
    ['a parent that no one knows', ['350322100300,戊村,village,350322999,,'], ['units!D2 UNKNOWN_PARENT']],
    ['a parent two levels up', ['350322100300,戊村,village,350322,,'], ['units!D2 PARENT_LEVEL']],
    ['a village without a parent', ['350322100300,戊村,village,,,'], ['units!D2 PARENT_MISSING']],
    [
      'units in a circle',
      ['350322101,枫亭镇,other,350322102,,', '350322102,己镇,other,350322101,,'],
      ['units!D2 UNIT_CIRCLE', 'units!D3 UNIT_CIRCLE'],
    ],
    [
      'a unit that is its own parent',
      ['350322102,己镇,town,350322102,,'],
      ['units!D2 REFERS_TO_ITSELF', 'units!D2 UNIT_CIRCLE'],
    ],
    [
      'a life that ends before it begins',
      ['350322102,己镇,town,350322,2014-05-01,2014-05-01'],
      ['units!F2 DATES_OUT_OF_ORDER'],
    ],
    [
      'versions that overlap',
      ['350322102,己镇,town,350322,2010-01-01,2013-01-01', '350322102,庚镇,town,350322,2012-01-01,'],
      ['units!F2 VERSIONS_OVERLAP'],
    ],
    [
      'a parent that ends earlier (a warning)',
      ['350322102,己镇,town,350322,,2012-01-01', '350322102200,辛村,village,350322102,,'],
      ['units!D3 PARENT_NOT_ALIVE'],
    ],
  ])('tells %s', async (_, lines, found) => expect(await problems({ units: rows(UNITS, ...lines) })).toEqual(found));

  it('takes a unit of kind other, one level below its parent', async () => {
    expect(await problems({ units: rows(UNITS, '350322100900,林场,other,350322100,,') })).toEqual([]);
  });
});

describe('campaigns and cases', () => {
  it.each([
    [
      'a campaign of a unit that no one knows',
      { campaigns: 'campaign,unit_code,name_zh,start_on\nc3,350399,无,2014-03-01' },
      ['campaigns!B2 UNKNOWN_UNIT'],
    ],
    [
      'a campaign due before it starts',
      { campaigns: 'campaign,unit_code,name_zh,start_on,deadline\nc3,350322,无,2014-03-01,2014-02-01' },
      ['campaigns!E2 DATES_OUT_OF_ORDER'],
    ],
    [
      'a case of a town',
      { cases: rows(CASES, '002,c1,350322100,2014-03-20,C01,,,') },
      ['cases!C2 NOT_AN_ORGANISATION'],
    ],
    [
      'a case outside the unit of its campaign',
      { cases: rows(CASES, '002,c2,350322100200,2014-03-20,C01,,,') },
      ['cases!C2 OUTSIDE_CAMPAIGN'],
    ],
    [
      'a case after the life of its unit',
      { cases: rows(CASES, '002,c1,350322101200,2014-06-01,C01,,,') },
      ['cases!D2 UNIT_NOT_ALIVE'],
    ],
    [
      'a campaign that no one knows',
      { cases: rows(CASES, '002,c9,350322100200,2014-03-20,C01,,,') },
      ['cases!B2 UNKNOWN_CAMPAIGN'],
    ],
    [
      'causes that no one knows',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C77,C88,,') },
      ['cases!E2 UNKNOWN_CAUSE', 'cases!F2 UNKNOWN_CAUSE'],
    ],
    [
      'the primary cause among the others',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,C01,,') },
      ['cases!F2 CAUSE_TWICE'],
    ],
    [
      'a deadline before the case',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,,2014-03-19,') },
      ['cases!G2 DATES_OUT_OF_ORDER'],
    ],
    [
      'a relapse of a case that no one knows',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,,,999') },
      ['cases!H2 UNKNOWN_CASE'],
    ],
    [
      'a relapse that the old case does not record (a warning)',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,,,001') },
      ['cases!H2 RELAPSE_NOT_RECORDED'],
    ],
    [
      'one record twice with other content',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,,,', '002,c1,350322100201,2014-03-20,C02,,,') },
      ['cases!A3 DUPLICATE_ROW'],
    ],
    [
      'one record twice with the same content (a warning)',
      { cases: rows(CASES, '002,c1,350322100201,2014-03-20,C01,,,', '002,c1,350322100201,2014-03-20,C01,,,') },
      ['cases!A3 ROW_TWICE'],
    ],
  ] as [string, CsvSheets, string[]][])('tells %s', async (_, sheets, found) =>
    expect(await problems(sheets)).toEqual(found),
  );

  it('does not report a row twice because another row is bad', async () => {
    const found = await problems({
      cases: rows(CASES, '002,c1,350322100201,2014-02-30,C01,,,'),
      transitions: rows(STEPS, '002,planned,2014-04-01'),
    });
    expect(found).toEqual(['cases!D2 BAD_DATE']);
  });
});

describe('the life of a case', () => {
  it.each([
    [
      'a whole life, with a return and the same day twice',
      [
        'planned,2014-04-01',
        'rectifying,2014-04-01',
        'submitted,2014-05-01',
        'rectifying,2014-05-02',
        'submitted,2014-06-01',
        'accepted,2014-06-02',
        'struck_off,2014-06-03',
        'consolidating,2014-06-03',
        'relapsed,2014-12-01',
      ],
      [],
    ],
    ['a step that skips one', ['rectifying,2014-04-01'], ['transitions!B2 TRANSITION_NOT_ALLOWED']],
    [
      'steps that run backwards in time',
      ['planned,2014-04-10', 'rectifying,2014-04-01'],
      ['transitions!B2 TRANSITION_NOT_ALLOWED', 'transitions!B3 TRANSITION_BACKWARDS'],
    ],
    [
      'signed off without being accepted',
      ['planned,2014-04-01', 'struck_off,2014-04-02'],
      ['transitions!B3 STRUCK_OFF_UNACCEPTED'],
    ],
    [
      'a return on the day of submitting',
      ['planned,2014-04-01', 'rectifying,2014-04-02', 'rectifying,2014-04-03'],
      ['transitions!B4 SAME_DAY_RETURN'],
    ],
    ['a step before the case', ['planned,2014-03-01'], ['transitions!C2 BEFORE_IDENTIFIED']],
  ])('follows %s', async (_, steps, found) =>
    expect(await problems({ transitions: rows(STEPS, ...steps.map((step) => `001,${step}`)) })).toEqual(found),
  );

  it('joins the steps of a workbook to those in the database', async () => {
    const outcome = await importCsv(pool, folder.path(randomUUID()), {
      transitions: rows(STEPS, '001,planned,2014-04-01', '001,rectifying,2014-04-02'),
    });
    expect(outcome.state).toBe('accepted');
    expect(await problems({ transitions: rows(STEPS, '001,submitted,2014-05-01') })).toEqual([]);
    expect(await problems({ transitions: rows(STEPS, '001,accepted,2014-05-01') })).toEqual([
      'transitions!B2 TRANSITION_NOT_ALLOWED',
    ]);
    expect(await problems({ transitions: rows(STEPS, '001,rectifying,2014-04-20') })).toEqual([
      'transitions!B2 SAME_DAY_RETURN',
    ]);
  });

  it('tells a case that no one knows, once', async () => {
    expect(await problems({ transitions: rows(STEPS, '404,rectifying,2014-04-01') })).toEqual([
      'transitions!A2 UNKNOWN_CASE',
    ]);
  });
});

describe('the other sheets', () => {
  const ballot = (counts: string): CsvSheets => ({
    evaluations: rows(
      'case_no,kind,evaluated_on,issued,returned,satisfied,fairly,dissatisfied',
      `001,ballot,2014-05-01,${counts}`,
    ),
  });
  const venues = (line: string): CsvSheets => ({
    venues: rows('campaign,unit_code,way,estimate_yuan,identified_on,done_on', line),
  });
  const funds = (...lines: string[]): CsvSheets => ({
    venue_funds: rows('campaign,unit_code,source,received_on,amount_yuan', ...lines),
  });

  it.each([
    ['a ballot that adds up', ballot('50,48,40,6,2'), []],
    ['a ballot whose parts do not sum', ballot('50,48,40,6,1'), ['evaluations!E2 BALLOT_SUM']],
    ['more returned than issued', ballot('47,48,40,6,2'), ['evaluations!D2 RETURNED_ABOVE_ISSUED']],
    ['nothing returned (a warning)', ballot('50,0,0,0,0'), ['evaluations!E2 SUMS_TO_NOTHING']],
    [
      'a measure done before the case',
      { measures: rows('case_no,no,area,content,done_on', '001,1,people,选配,2014-03-01') },
      ['measures!E2 DONE_BEFORE_IDENTIFIED'],
    ],
    [
      'a venue done before it was needed',
      venues('c1,350322100200,build,1000,2014-04-01,2014-03-01'),
      ['venues!F2 DONE_BEFORE_IDENTIFIED'],
    ],
    [
      'a contact that ends before it begins',
      { contacts: rows('case_no,role,holder,since,until', '001,leader,县委副书记,2014-05-01,2014-04-01') },
      ['contacts!E2 DATES_OUT_OF_ORDER'],
    ],
    [
      'a fact outside the campaign',
      { team: rows('campaign,unit_code,item,effective_on,count', 'c2,350322,adjusted,2014-05-01,1') },
      ['team!B2 OUTSIDE_CAMPAIGN'],
    ],
    [
      'a fact of the county itself',
      { team: rows('campaign,unit_code,item,effective_on,count', 'c1,350322,adjusted,2014-05-01,14') },
      [],
    ],
    [
      'a year of a unit that had ended',
      { economy: rows('unit_code,year,income_yuan', '350322101200,2014,1', '350322101200,2015,1') },
      ['economy!B3 UNIT_NOT_ALIVE'],
    ],
    [
      'more funds than the estimate, over several rows (a warning)',
      {
        ...venues('c1,350322100200,build,1000,2014-04-01,'),
        ...funds('c1,350322100200,upper,2014-05-01,600', 'c1,350322100200,village,2014-05-01,401'),
      },
      ['venue_funds!E3 RAISED_ABOVE_ESTIMATE'],
    ],
  ] as [string, CsvSheets, string[]][])('tells %s', async (_, sheets, found) =>
    expect(await problems(sheets)).toEqual(found),
  );
});

describe('the foot of a sheet', () => {
  it('is skipped with a warning each, and the rows above it are read', async () => {
    const outcome = await importCsv(
      pool,
      folder.path(randomUUID()),
      {
        team: rows(
          'campaign,unit_code,item,effective_on,count',
          'c1,350322,adjusted,2014-06-30,3',
          '合计,,,,3',
          '填表人：办公室　审核：分管领导,,,,',
        ),
      },
      { dryRun: true },
    );
    expect(outcome).toMatchObject({ state: 'checked', warningCount: 2, sheets: [{ sheet: 'team', new: 1 }] });
    expect(places(outcome)).toEqual(['team!A3 TOTAL_ROW', 'team!A4 REMARK_ROW']);
  });
});
