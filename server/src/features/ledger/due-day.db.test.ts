import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { beforeAll, expect, it } from 'vitest';
import { reminderContext } from '../../../testing/reminders/reminder-context.ts';
import { testApp } from '../../../testing/test-app.ts';

const server = testApp({ now: () => new Date('2014-08-15T04:00:00Z') });
const { candidates } = reminderContext(server);

/** One case with a deadline of its own, one with that of its campaign, each with a measure; all are due on 31 July. */
beforeAll(async () => {
  const { db } = server.database;
  await buildCounty(db, { villages: 2 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-07-31' });
  await buildCase(db, { case_no: '1', unit_code: '350322100200', deadline: '2014-07-31' });
  await buildCase(db, { case_no: '2', unit_code: '350322100201' });
  for (const case_no of ['1', '2']) {
    const due = { due_on: '2014-07-31', effective_on: '2014-03-20' };
    await insertFact(db, 'measures', { case_no, no: 1, area: 'people', content: '选配村主任', ...due });
  }
});

it.each([
  ['2014-07-31', 'on the day it is due', false],
  ['2014-08-01', 'on the day after', true],
])('%s, %s: the figures, the ledger and the reminders agree on whether a case is overdue', async (asOf, _, overdue) => {
  const { data, errors } = await server.query(
    `{ orgUnit(code: "350322") { report(campaign: "test-2014", asOf: "${asOf}") {
      metrics(ids: [OVERDUE, MEASURES_OVERDUE]) { value }
      listed: cases(filter: { overdue: true }) { totalCount }
      cases { edges { node { overdue daysLeft measures { overdue } } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const count = overdue ? 2 : 0;
  const node = { overdue, daysLeft: overdue ? -1 : 0, measures: [{ overdue }] };
  expect(data).toEqual({
    orgUnit: {
      report: {
        metrics: [{ value: String(count) }, { value: String(count) }],
        listed: { totalCount: count },
        cases: { edges: [{ node }, { node }] },
      },
    },
  });
  const reminded = (await candidates({ campaign: 'test-2014', asOf })).filter(({ rule }) => rule === 'OVERDUE');
  expect(reminded.map(({ reason }) => reason)).toEqual(Array(count).fill('完成时限2014年7月31日，已逾期1天'));
});
