import { buildCampaign, buildCase, buildCounty } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });
const [AGAIN, ONCE] = ['350322100200', '350322100201'];

/** Two villages: one relapsed and was taken up again, one is in work. */
beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, {});
  await buildCampaign(db, { unit_code: '350322' });
  await buildCase(db, {
    case_no: '1',
    unit_code: AGAIN,
    deadline: '2014-06-30',
    transitions: [
      ['struck_off', '2014-06-01'],
      ['relapsed', '2014-07-20'],
    ],
  });
  await buildCase(db, { case_no: '2', unit_code: ONCE, deadline: '2014-07-01' });
  await buildCase(db, { case_no: '3', unit_code: AGAIN, effective_on: '2014-07-28', relapse_of: '1' });
});

/** Numbers on the list with a filter, and figures. */
async function request(asOf: string, filter: string): Promise<string[]> {
  const { data, errors } = await server.query(
    `{ orgUnit(code: "350322") { report(campaign: "test-2014", asOf: "${asOf}") {
      cases(filter: ${filter}, orderBy: [{ by: CASE_NO }]) { edges { node { caseNo } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { orgUnit } = data as unknown as {
    orgUnit: { report: { cases: { edges: { node: { caseNo: string } }[] } } };
  };
  return orgUnit.report.cases.edges.map(({ node }) => node.caseNo);
}

it.each([
  ['2014-08-15', '{}', ['1', '2', '3']],
  ['2014-08-15', '{ latest: true }', ['2', '3']],
  ['2014-08-15', '{ latest: false }', ['1']],
  ['2014-08-15', '{ rectified: false }', ['2', '3']],
  ['2014-08-15', '{ overdue: true }', ['2']],
  ['2014-08-15', '{ countedIn: OUTSTANDING }', ['2', '3']],
  ['2014-08-15', '{ countedIn: RELAPSED }', ['3']],
  ['2014-07-27', '{ latest: true }', ['1', '2']],
  ['2014-07-27', '{ overdue: true }', ['1', '2']],
  ['2014-07-19', '{ rectified: true }', ['1']],
] as const)('on %s the ledger with %s holds %j', async (asOf, filter, numbers) => {
  expect(await request(asOf, filter)).toEqual(numbers);
});
