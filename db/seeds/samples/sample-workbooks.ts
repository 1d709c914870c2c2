import { caseRows, contactRows, evaluationRows, measureRows, transitionRows } from './case-rows.ts';
import { cell, readData, type Row } from './read-csv.ts';
import { moneyRows, reportRows } from './report-rows.ts';
import { unitRows } from './unit-rows.ts';
import { visitRows } from './visit-rows.ts';

/** The rows of a workbook by sheet key; a sheet without rows is not written. */
export type SampleSheets = Readonly<Record<string, readonly Row[]>>;

const COUNTY = 'county-2014';
const COUNTY_LEADERS_SINCE = '2014-03-31';
const CITY = 'city-2019';
const CITY_LEADERS_SINCE = '2019-09-23';

/** The ledger of county-2014 (unit 350322), whose figures stand as of 2014-07-31. */
export async function countyWorkbook(): Promise<SampleSheets> {
  const read = (file: string) => readData(`${COUNTY}/${file}.csv`);
  const cases = await read('cases');
  const work = await read('work');
  const money = await read('money');
  const extra = await read('extra-transitions');
  const venues = await read('venues');
  return {
    units: await unitRows(COUNTY, 'divisions-350322.csv', byKey(money, 'unit_code')),
    campaigns: await read('campaigns'),
    cases: caseRows(COUNTY, cases, { weakEconomy: true, causesFromSeed: false }),
    transitions: transitionRows(cases, extra, true),
    measures: measureRows({
      cases,
      texts: await read('measures'),
      venueUnits: new Set(venues.map((venue) => cell(venue, 'unit_code'))),
      done: new Map(work.map((one) => [cell(one, 'case_no'), cell(one, 'measures_done')])),
      firstSubmission: (caseNo) =>
        extra.find((row) => row.case_no === caseNo && row.state === 'submitted')?.effective_on ?? '',
    }),
    contacts: contactRows(await read('contacts'), COUNTY_LEADERS_SINCE),
    visits: [...visitRows(work, cases, COUNTY_LEADERS_SINCE), ...(await read('visits'))],
    team: await read('team'),
    supports: await read('supports'),
    venues,
    venue_funds: await read('venue-funds'),
    project_funds: await read('project-funds'),
    ...moneyRows(money, 2014),
    remuneration: await read('remuneration'),
    evaluations: evaluationRows(await read('acceptance'), false),
    activities: await read('activities'),
    good_practices: await read('good-practices'),
    reports: reportRows(COUNTY, await read('periods'), await read('reports')),
  };
}

/** The ledger of city-2019 (unit 131182), whose figures stand as of 2019-11-30. */
export async function cityWorkbook(): Promise<SampleSheets> {
  const read = (file: string) => readData(`${CITY}/${file}.csv`);
  const cases = await read('cases');
  return {
    units: await unitRows(CITY, 'divisions-131182.csv', new Map()),
    campaigns: await read('campaigns'),
    cases: caseRows(CITY, cases, { weakEconomy: false, causesFromSeed: true }),
    transitions: transitionRows(cases, [], false),
    measures: measureRows({
      cases,
      texts: await read('measures'),
      venueUnits: new Set(),
      done: new Map(),
      firstSubmission: () => '',
    }),
    contacts: contactRows(await read('contacts'), CITY_LEADERS_SINCE),
    visits: await read('visits'),
    team: await read('team'),
    supports: await read('supports'),
    evaluations: evaluationRows(await read('acceptance'), true),
    activities: await read('activities'),
    reports: reportRows(CITY, await read('periods'), await read('reports')),
  };
}

function byKey(rows: readonly Row[], key: string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [cell(row, key), row]));
}
