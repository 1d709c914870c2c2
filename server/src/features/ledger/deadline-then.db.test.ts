import { buildCampaign, buildCase, buildCounty } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });
const CHANGED = '2014-06-01T00:00:00.000Z';

/** A case without a deadline of its own, in a campaign whose deadline was put off. */
beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, {});
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', supersededAt: CHANGED });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-12-31', recordedAt: CHANGED });
  await buildCase(db, { case_no: '1', unit_code: '350322100200' });
});

it.each([
  ['null', '0', '2014-12-31', false],
  ['"2014-05-01T00:00:00.000Z"', '1', '2014-06-30', true],
])(
  'known at %s, list and figure go by the deadline that the campaign had then',
  async (moment, value, deadline, overdue) => {
    const { data, errors } = await server.query(
      `{ orgUnit(code: "350322") { report(campaign: "test-2014", asOf: "2014-08-15", knownAt: ${moment}) {
      metrics(ids: [OVERDUE]) { value } cases { edges { node { deadline overdue } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      orgUnit: { report: { metrics: [{ value }], cases: { edges: [{ node: { deadline, overdue } }] } } },
    });
  },
);
