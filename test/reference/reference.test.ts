import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths, plain, quotient } from './amount.ts';
import { fullMonths, mondayOf } from './days.ts';
import { emptyLedger, knownAt } from './ledger.ts';
import { randomLedger } from './random-ledger.ts';
import { byChild, metricIds, numeratorBy, question, valueOf } from './report.ts';
import { moments } from './build-tree.ts';
import type { CaseRow, Ledger, UnitRow } from './ledger.ts';

const BEFORE = '2015-01-01T00:00:00.000Z';
const LATER = '2015-01-02T00:00:00.000Z';
const text = { recorded_at: BEFORE, superseded_at: null, illustrative: [] as string[] };

function unit(code: string, level: number, parent: string | null, more: Partial<UnitRow> = {}): UnitRow {
  const kind = level === 3 ? 'county' : level === 4 ? 'town' : 'village';
  const open = { valid_from: null, valid_to: null, population: null, members: null };
  return { code, name: code, kind, level, parent_code: parent, ...open, ...text, ...more };
}
function listed(caseNo: string, unitCode: string, on: string, more: Partial<CaseRow> = {}): CaseRow {
  const causes = { primary_cause: 'C09', other_causes: [] as string[], deadline: null };
  return { case_no: caseNo, campaign: 'd', unit_code: unitCode, effective_on: on, ...causes, ...text, ...more };
}

/** Two towns; A has the villages A1 and A2, B has B1; A2 moves to B on 1 June. */
function small(): Ledger {
  const ledger = emptyLedger();
  ledger.units.push(unit('10', 3, null), unit('10A', 4, '10'), unit('10B', 4, '10'), unit('10A1', 5, '10A'));
  ledger.units.push(
    unit('10A2', 5, '10A', { valid_to: '2014-06-01', population: 3001 }),
    unit('10A2', 5, '10B', { valid_from: '2014-06-01', population: 5001 }),
    unit('10B1', 5, '10B', { kind: 'community' }),
  );
  ledger.campaigns.push({
    campaign: 'd',
    unit_code: '10',
    name_zh: 'd',
    start_on: '2014-01-01',
    deadline: '2014-06-30',
    rectified_from: 'struck_off',
    declared_villages: 8,
    declared_communities: null,
    visits_per_month: 2,
    checklist: ['ledger', 'measures', 'leader'],
    ...text,
  });
  ledger.cases.push(listed('1', '10A1', '2014-03-01'), listed('2', '10A2', '2014-03-15'));
  ledger.cases.push(listed('3', '10B1', '2014-04-01', { other_causes: ['C14'], deadline: '2014-12-31' }));
  const step = (case_no: string, state: 'accepted' | 'struck_off' | 'relapsed', effective_on: string) =>
    ledger.transitions.push({ case_no, state, effective_on, ...text });
  step('1', 'accepted', '2014-05-10');
  step('1', 'struck_off', '2014-05-20');
  step('1', 'relapsed', '2014-07-10');
  step('2', 'accepted', '2014-05-31');
  return ledger;
}

const query = (ledger: Ledger, day: string, knownAt: string | null = null, treeDay = day) =>
  question(ledger, { campaign: 'd', unit: '10', day, knownAt, treeDay });

test('a relapsed case is outstanding again and its rate divides once', () => {
  const june = query(small(), '2014-06-30');
  expect(valueOf(june, '10', 'RECTIFICATION_RATE')).toMatchObject({
    value: '0.3333333333',
    numerator: '1',
    denominator: '3',
  });
  const july = query(small(), '2014-07-31');
  expect(valueOf(july, '10', 'RECTIFIED').value).toBe('0');
  expect(valueOf(july, '10', 'OUTSTANDING').value).toBe('3');
  expect(valueOf(july, '10', 'RELAPSED').value).toBe('1');
  expect(valueOf(july, '10', 'RECTIFICATION_RATE').value).toBe('0');
});

test('overdue begins the day after the deadline, the own one of a case before the campaign one', () => {
  expect(valueOf(query(small(), '2014-06-30'), '10', 'OVERDUE').value).toBe('0');
  expect(valueOf(query(small(), '2014-07-01'), '10', 'OVERDUE').value).toBe('1');
});

test('a village belongs to the town it had on the tree day', () => {
  expect(valueOf(query(small(), '2014-05-31'), '10A', 'IDENTIFIED').value).toBe('2');
  expect(valueOf(query(small(), '2014-06-01'), '10A', 'IDENTIFIED').value).toBe('1');
  expect(valueOf(query(small(), '2014-05-31', null, '2014-06-01'), '10A', 'IDENTIFIED').value).toBe('1');
});

test('an abolished village keeps its last town', () => {
  const ledger = small();
  for (const row of ledger.units) if (row.code === '10A1') row.valid_to = '2014-04-01';
  expect(valueOf(query(ledger, '2014-06-01'), '10A', 'IDENTIFIED').value).toBe('1');
  expect([...byChild(query(ledger, '2014-06-01'), '10A', 'IDENTIFIED').parts.keys()]).toEqual([]);
});

test('the identification ratio takes the declared villages at the unit of the campaign and counts them below', () => {
  const q = query(small(), '2014-06-30');
  expect(valueOf(q, '10', 'IDENTIFICATION_RATIO').value).toBe('0.25');
  expect(valueOf(q, '10B', 'IDENTIFICATION_RATIO').value).toBe('1');
  expect(valueOf(q, '10', 'COMMUNITY_IDENTIFICATION_RATIO').value).toBe('1');
  expect(valueOf(q, '10A', 'COMMUNITY_IDENTIFICATION_RATIO')).toMatchObject({ value: null, denominator: '0' });
});

test('days to rectify count to the first day it ever was', () => {
  expect(valueOf(query(small(), '2014-06-30'), '10', 'DAYS_TO_RECTIFY').value).toBe('80');
  expect(valueOf(query(small(), '2014-07-31'), '10', 'DAYS_TO_RECTIFY')).toMatchObject({
    value: null,
    denominator: '0',
  });
});

test('a correction moves the figure of today and leaves the figure of then', () => {
  const ledger = small();
  const old = ledger.cases[2];
  if (old === undefined) throw new TypeError('the small ledger has three cases');
  old.superseded_at = LATER;
  ledger.cases.push({ ...old, unit_code: '10A1', recorded_at: LATER, superseded_at: null });
  expect(valueOf(query(ledger, '2014-05-01'), '10B', 'IDENTIFIED').value).toBe('0');
  expect(valueOf(query(ledger, '2014-05-01', BEFORE), '10B', 'IDENTIFIED').value).toBe('1');
  expect(knownAt(ledger.cases, LATER)).toHaveLength(3);
});

test('visits comply month by month, before the case was rectified and while it had a leader', () => {
  const ledger = small();
  const role = { case_no: '1', role: 'leader' };
  ledger.contacts.push({ ...role, holder: 'x', effective_on: '2014-03-10', until: null, ...text });
  const none = { problems_found_at_least: false, problems_solved_at_least: false, problems_solved: null };
  for (const on of ['2014-03-12', '2014-03-13', '2014-04-02']) {
    ledger.visits.push({ ...role, effective_on: on, problems_found: 1, ...none, ...text });
  }
  expect(valueOf(query(ledger, '2014-07-31'), '10', 'VISIT_COMPLIANCE')).toMatchObject({
    numerator: '1',
    denominator: '2',
    value: '0.5',
  });
  expect(valueOf(query(ledger, '2014-07-31'), '10', 'PROBLEMS_FOUND').value).toBe('3');
  expect(valueOf(query(ledger, '2014-07-31'), '10', 'PROBLEMS_SOLVED').value).toBeNull();
});

test('operating funds follow the tier of the population on the tree day', () => {
  const ledger = small();
  const row = { year: 2014, effective_on: '2014-01-01', due_yuan: null, paid_on: '2014-05-01', ...text };
  ledger.operating_funds.push({ ...row, unit_code: '10A2', paid_yuan: '10000.50' });
  ledger.operating_funds.push({ ...row, unit_code: '10B1', paid_yuan: '40000' });
  ledger.operating_funds.push({ ...row, unit_code: '10A1', paid_yuan: '1' });
  expect(valueOf(query(ledger, '2014-05-31'), '10', 'OPERATING_DUE').value).toBe('70000');
  expect(valueOf(query(ledger, '2014-06-01'), '10', 'OPERATING_DUE').value).toBe('80000');
  expect(valueOf(query(ledger, '2014-06-01'), '10', 'OPERATING_GAP').value).toBe('39999.5');
  expect(valueOf(query(ledger, '2014-04-30'), '10', 'OPERATING_PAID').value).toBeNull();
});

test('a venue gap never pays for another venue, and one without an estimate adds nothing', () => {
  const ledger = small();
  const venue = { campaign: 'd', way: 'build' as const, effective_on: '2014-03-01', done_on: null, ...text };
  ledger.venues.push({ ...venue, unit_code: '10A1', estimate_yuan: '100' });
  ledger.venues.push({ ...venue, unit_code: '10A2', estimate_yuan: '50.25' });
  ledger.venues.push({ ...venue, unit_code: '10B', estimate_yuan: null });
  const fund = { campaign: 'd', source: 'upper' as const, effective_on: '2014-04-01', ...text };
  ledger.venue_funds.push({ ...fund, unit_code: '10A1', amount_yuan: '130' });
  const q = query(ledger, '2014-04-30');
  expect(valueOf(q, '10', 'VENUE_GAP').value).toBe('50.25');
  expect(valueOf(q, '10', 'VENUE_COST').value).toBe('150.25');
  expect(valueOf(q, '10', 'VENUE_NEED_SHARE')).toMatchObject({ numerator: '2', denominator: '3' });
  expect(byChild(q, '10A', 'VENUES_NEEDED').unassigned.value).toBe('0');
  expect(byChild(q, '10B', 'VENUES_NEEDED').unassigned.value).toBe('1');
});

test('pay rises by the heads it rose for', () => {
  const ledger = small();
  const row = { unit_code: '10A1', class: 'leading' as const, effective_on: '2014-04-01', paid_on_time: true, ...text };
  ledger.remuneration.push({ ...row, headcount: 3, before_yuan: '1000', after_yuan: '1500' });
  ledger.remuneration.push({ ...row, unit_code: '10B1', headcount: 1, before_yuan: '1000', after_yuan: '900' });
  ledger.remuneration.push({ ...row, effective_on: '2014-01-01', headcount: 9, before_yuan: '1', after_yuan: '9' });
  expect(valueOf(query(ledger, '2014-04-30'), '10', 'LEADING_PAY_INCREASE').value).toBe('0.35');
  expect(valueOf(query(ledger, '2014-04-30'), '10B', 'LEADING_PAY_INCREASE').value).toBe('-0.1');
  expect(valueOf(query(ledger, '2014-04-30'), '10', 'GENERAL_PAY_INCREASE').value).toBeNull();
});

test('causes overlap and primary causes do not', () => {
  const q = query(small(), '2014-06-30');
  expect(Object.fromEntries(numeratorBy(q, '10', 'IDENTIFIED', 'CAUSE'))).toEqual({ C09: '3', C14: '1' });
  expect(Object.fromEntries(numeratorBy(q, '10', 'IDENTIFIED', 'PRIMARY_CAUSE'))).toEqual({ C09: '3' });
  expect(valueOf(q, '10', 'WEAK_ECONOMY').value).toBe('1');
});

test('amounts are exact and halves round away from zero', () => {
  expect(hundredths('-0.05')).toBe(-5n);
  expect(plain(hundredths('1234.50'))).toBe('1234.5');
  expect(quotient(100n, 300n)).toBe('0.3333333333');
  expect(quotient(-1n, 20000000000n)).toBe('-0.0000000001');
  expect(quotient(1n, 0n)).toBeNull();
});

test('months count when they lie wholly inside, weeks begin on Monday', () => {
  expect(fullMonths('2014-01-31', '2014-03-31')).toEqual([
    { first: '2014-02-01', last: '2014-02-28' },
    { first: '2014-03-01', last: '2014-03-31' },
  ]);
  expect(mondayOf('2014-06-01')).toBe('2014-05-26');
});

test('a random ledger never says two things of one identity at once, and every metric can be asked of it', () => {
  let rows = 0;
  fc.assert(
    fc.property(randomLedger, (ledger) => {
      for (const moment of [...moments, null]) {
        const q = question(ledger, {
          campaign: 'drive-1',
          unit: '350322',
          day: '2014-07-31',
          knownAt: moment,
          treeDay: '2014-07-31',
        });
        const seen = new Set<string>();
        for (const row of q.ledger.units) seen.add(`${row.code}|${row.valid_from}`);
        expect(seen.size).toBe(q.ledger.units.length);
        expect(new Set(q.ledger.cases.map((row) => row.case_no)).size).toBe(q.ledger.cases.length);
        for (const id of metricIds) valueOf(q, '350322', id);
      }
      rows += ledger.cases.length + ledger.transitions.length + ledger.team.length;
    }),
    { seed: 20140731, numRuns: 30 },
  );
  expect(rows).toBeGreaterThan(100);
});
