import { buildCampaign, buildCase, buildCounty, insertFact } from '@wallchart/db/factories';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../testing/test-app.ts';
import { reminderContext } from '../../../testing/reminders/reminder-context.ts';

const server = testApp({ now: () => new Date('2014-08-05T04:00:00Z') });
const { candidates, issue } = reminderContext(server);

const [A, B, C, D, E, F] = [
  '350322100200',
  '350322100201',
  '350322101200',
  '350322101201',
  '350322100202',
  '350322101202',
] as const;
const TOWN = '350322100';
const OTHER_TOWN = '350322101';
const caseOf = (unit: string): string => `test-2014-${unit}`;

/**
 * Duty: 2 visits a month. A in work, due 15 July; B accepted; C struck off in May and relapsed in July; D in work, due in
 * September, its leader gone since May; E struck off on 10 July; F in work without any contact.
 */
async function buildLedger(): Promise<void> {
  const { db } = server.database;
  await buildCounty(db, { villages: 3 });
  await buildCampaign(db, { unit_code: '350322', deadline: '2014-06-30', visits_per_month: 2 });
  await buildCase(db, { unit_code: A, deadline: '2014-07-15', transitions: [['rectifying', '2014-04-01']] });
  await buildCase(db, { unit_code: B, deadline: '2014-08-31', transitions: [['accepted', '2014-07-20']] });
  await buildCase(db, {
    unit_code: C,
    deadline: '2014-08-31',
    transitions: [
      ['struck_off', '2014-05-05'],
      ['relapsed', '2014-07-20'],
    ],
  });
  await buildCase(db, { unit_code: D, deadline: '2014-09-30', transitions: [['planned', '2014-04-01']] });
  await buildCase(db, { unit_code: E, deadline: '2014-07-31', transitions: [['struck_off', '2014-07-10']] });
  await buildCase(db, { unit_code: F, deadline: '2014-08-31' });
  for (const [unit, until] of [
    [A, null],
    [B, null],
    [C, null],
    [D, '2014-05-15'],
    [E, null],
  ] as const) {
    await contact(unit, 'leader', `县领导${unit.slice(-3)}`, until);
  }
  await contact(D, 'town_leader', '测试镇党委副书记');
  const visits: Record<string, string[]> = {
    [A]: ['2014-06-03', '2014-06-20', '2014-07-04', '2014-07-31'],
    [B]: ['2014-06-03', '2014-06-20', '2014-07-04'],
    [E]: ['2014-06-03'],
  };
  for (const [unit, days] of Object.entries(visits)) {
    for (const effective_on of days) {
      await insertFact(db, 'visits', { case_no: caseOf(unit), role: 'leader', effective_on });
    }
  }
  // Of another role: no visit of the leader.
  await insertFact(db, 'visits', { case_no: caseOf(B), role: 'unit', effective_on: '2014-07-11' });
}

const contact = (unit: string, role: 'leader' | 'town_leader', holder: string, until: string | null = null) =>
  insertFact(server.database.db, 'contacts', {
    case_no: caseOf(unit),
    role,
    holder,
    effective_on: '2014-03-25',
    until,
  });

const report = (unit_code: string, period: string, due: string, submitted_on: string | null, recordedAt?: string) =>
  insertFact(server.database.db, 'reports', {
    campaign: 'test-2014',
    unit_code,
    period,
    effective_on: due,
    submitted_on,
    ...(recordedAt ? { recordedAt } : {}),
  });

beforeAll(buildLedger, 120_000);

const keysOn = async (asOf: string, rule: string, more: Record<string, unknown> = {}): Promise<string[]> =>
  (await candidates({ campaign: 'test-2014', asOf, ...more }))
    .filter((one) => one.rule === rule)
    .map(({ key }) => key.slice(rule.length + 1));

describe('overdue', () => {
  it('is not due on the deadline and is one day after it', async () => {
    expect(await keysOn('2014-07-15', 'OVERDUE')).toEqual([]);
    expect(await keysOn('2014-07-16', 'OVERDUE')).toEqual([caseOf(A)]);
    const [one] = await candidates({ campaign: 'test-2014', asOf: '2014-07-16' });
    expect(one?.reason).toBe('完成时限2014年7月15日，已逾期1天');
    const [english] = await candidates({ campaign: 'test-2014', asOf: '2014-07-16', lang: 'EN' });
    expect(english?.reason).toBe('due 15 July 2014, 1 day overdue');
  });

  it('leaves out what is rectified and keeps what relapsed or is only accepted', async () => {
    expect(await keysOn('2014-09-15', 'OVERDUE')).toEqual([A, B, F, C].map(caseOf).toSorted(byPlace));
  });

  it('goes by what was known at the moment', async () => {
    expect(await keysOn('2014-07-16', 'OVERDUE', { knownAt: '2013-12-31T00:00:00Z' })).toEqual([]);
  });
});

/** Equally long overdue go by division code; A was due first. */
const byPlace = (a: string, b: string): number => (a === caseOf(A) ? -1 : b === caseOf(A) ? 1 : a.localeCompare(b));

describe('visits below duty', () => {
  it('counts the last full month only, which its last day ends', async () => {
    // June: A and B paid two of two, E one of two and still open at its end.
    expect(await keysOn('2014-07-09', 'VISITS_BELOW_DUTY')).toEqual([caseOf(E)]);
    // July is not over: the visit of the 31st may still come.
    expect(await keysOn('2014-07-30', 'VISITS_BELOW_DUTY')).toEqual([]);
    expect(await keysOn('2014-07-31', 'VISITS_BELOW_DUTY')).toEqual([caseOf(B)]);
  });

  it('is not due for exactly the duty, nor for a case rectified since, nor where there was no leader', async () => {
    const july = await keysOn('2014-08-05', 'VISITS_BELOW_DUTY');
    expect(july).toEqual([caseOf(B)]);
    // D had a leader until 15 May; C was rectified in May, so the months after it owe no visits, relapsed or not.
    expect(await keysOn('2014-06-10', 'VISITS_BELOW_DUTY')).toEqual([A, B, E, D].map(caseOf));
    expect(await keysOn('2014-07-20', 'VISITS_BELOW_DUTY')).toEqual([]);
  });

  it('says what was done of what is due, in words', async () => {
    const [one] = await candidates({ campaign: 'test-2014', asOf: '2014-07-31', unit: B });
    expect(one).toMatchObject({ reason: '2014年7月走访1次，规定2次', answeredBy: '县领导201', caseNo: caseOf(B) });
  });
});

describe('who answers', () => {
  it("is the contact leader's post, else that of the town's leader, else the town's secretary", async () => {
    const all = await candidates({ campaign: 'test-2014', asOf: '2014-10-31' });
    const answers = new Map(
      all.filter(({ rule }) => rule === 'OVERDUE').map(({ caseNo, answeredBy }) => [caseNo, answeredBy]),
    );
    expect(answers.get(caseOf(A))).toBe('县领导200');
    expect(answers.get(caseOf(D))).toBe('测试镇党委副书记');
    expect(answers.get(caseOf(F))).toMatch(/党委书记$/);
  });
});

describe('reports missed in a row', () => {
  beforeAll(async () => {
    await report(TOWN, '2014-04', '2014-04-30', null);
    await report(TOWN, '2014-05', '2014-05-31', null);
    await report(TOWN, '2014-06', '2014-06-30', '2014-07-02');
    await report(TOWN, '2014-07', '2014-07-31', null);
    await report(OTHER_TOWN, '2014-06', '2014-06-30', null);
    await report(OTHER_TOWN, '2014-W30', '2014-07-25', null);
    await report(OTHER_TOWN, '2014-W31', '2014-08-01', '2014-08-01');
    await report(OTHER_TOWN, '2014-07', '2014-07-31', null, '2014-08-03T00:00:00.000Z');
  });

  it('are due at the second one in a row and no longer when one comes in', async () => {
    expect(await keysOn('2014-05-30', 'REPORTS_MISSED')).toEqual([]);
    expect(await keysOn('2014-05-31', 'REPORTS_MISSED')).toEqual([TOWN]);
    // The June report came in on 2 July: until then it was missing as well.
    expect(await keysOn('2014-07-01', 'REPORTS_MISSED')).toEqual([TOWN]);
    expect(await keysOn('2014-07-02', 'REPORTS_MISSED')).toEqual([]);
    // One in July, and the week before it of another cadence.
    expect(await keysOn('2014-08-02', 'REPORTS_MISSED')).toEqual([OTHER_TOWN]);
    expect(await keysOn('2014-08-02', 'REPORTS_MISSED', { knownAt: '2014-08-02T00:00:00Z' })).toEqual([]);
  });

  it('go to the secretary of the unit and name the reports', async () => {
    const one = (await candidates({ campaign: 'test-2014', asOf: '2014-08-02' })).find(
      ({ rule }) => rule === 'REPORTS_MISSED',
    );
    expect(one).toMatchObject({
      caseNo: null,
      answeredBy: expect.stringMatching(/党委书记$/),
      reason: '连续2期未报：2014年6月月报、2014年7月月报',
    });
  });

  it('are issued on the day while the cut-off is recent', async () => {
    const { batch, error } = await issue({
      campaign: 'test-2014',
      asOf: '2014-08-02',
      keys: [`REPORTS_MISSED:${OTHER_TOWN}`],
    });
    expect(error).toBeNull();
    expect(batch).toMatchObject({
      issuedOn: '2014-08-05',
      replyBy: '2014-08-15',
      reminders: [{ matters: [{ caseNo: null }] }],
    });
  });
});

it('shows a unit of the campaign only what lies in it', async () => {
  const inTown = await candidates({ campaign: 'test-2014', asOf: '2014-09-15', unit: OTHER_TOWN });
  expect(inTown.every(({ key }) => key.includes(OTHER_TOWN))).toBe(true);
  expect(inTown.length).toBeGreaterThan(0);
});
