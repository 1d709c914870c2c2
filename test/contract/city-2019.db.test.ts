import { describe, expect, test } from 'vitest';
import { sampleApp } from './sample-app.ts';

const AS_OF = '2019-11-30';
const app = sampleApp('city-2019', '131182', AS_OF);
const { metrics, breakdown, rows, report } = app;

interface Activities {
  activities: { kind: string; sentence: string; count: number | null; attendees: number | null; heldOn: string }[];
}
const activities = async () =>
  (await report<Activities>('activities { kind sentence count attendees heldOn }')).activities;
const ofKind = async (kind: string) => (await activities()).filter((one) => one.kind.toLowerCase() === kind);

describe('figures of the city report, one test a row', () => {
  test('41 of 465 villages (8.8 %) in 17 towns', async () => {
    const [identified, ratio] = await metrics(['IDENTIFIED', 'IDENTIFICATION_RATIO']);
    expect(identified?.value).toBe('41');
    expect(ratio).toMatchObject({ numerator: '41', denominator: '465' });
    expect(Number(ratio?.value).toFixed(3)).toBe('0.088');
    const towns = await breakdown('CHILD_UNIT', 'IDENTIFIED');
    expect(Object.values(towns.values).filter((value) => Number(value) > 0)).toHaveLength(17);
    expect(towns).toMatchObject({ total: '41', unassigned: '0', holds: true });
  });

  test('6 + 30 + 5 = 41 by primary cause: 14.6 %, 73.2 %, 12.2 %', async () => {
    const causes = await breakdown('PRIMARY_CAUSE', 'IDENTIFIED');
    const counted = Object.fromEntries(Object.entries(causes.values).filter(([, value]) => value !== '0'));
    expect(counted).toEqual({ C12: '6', C09: '30', C03: '5' });
    expect(causes).toMatchObject({ total: '41', exclusive: true, holds: true });
    expect([6, 30, 5].map((n) => (n / Number(causes.total)).toFixed(3))).toEqual(['0.146', '0.732', '0.122']);
  });

  test('29 units sent 41 first secretaries, and the four ones are in place', async () => {
    const [units, secretaries, plan] = await metrics(['TWINNED_UNITS', 'FIRST_SECRETARIES', 'PLAN_COMPLETENESS']);
    expect([units?.value, secretaries?.value]).toEqual(['29', '41']);
    expect(plan).toMatchObject({ value: '1', denominator: '164' });
  });

  test('3 arrangements of the standing committee and 5 dispatch meetings', async () => {
    expect((await ofKind('arrangement')).map((one) => one.count)).toEqual([3]);
    expect((await ofKind('meeting')).map((one) => one.count)).toEqual([5]);
  });

  test('30 or more organisations were helped past a hard problem', async () => {
    const [helped] = await metrics(['PROBLEMS_HELPED']);
    expect(helped).toMatchObject({ value: '30', atLeast: true });
  });

  test('12 team members chosen, 6 of them secretaries', async () => {
    const [adjusted, secretaries] = await metrics(['MEMBERS_ADJUSTED', 'SECRETARIES_ADJUSTED']);
    expect([adjusted?.value, secretaries?.value]).toEqual(['12', '6']);
  });

  test('465 secretaries trained (100 %), 41 trained away', async () => {
    const [trained, coverage, away] = await metrics([
      'SECRETARIES_TRAINED',
      'TRAINING_COVERAGE',
      'SECRETARIES_TRAINED_AWAY',
    ]);
    expect([trained?.value, coverage?.value, away?.value]).toEqual(['465', '1', '41']);
    expect((await ofKind('training')).map((one) => one.attendees).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      41, 465,
    ]);
  });

  test('832 branches take part in the theme day, on the 8th of each month', async () => {
    const [branches] = await metrics(['THEME_DAY_BRANCHES']);
    expect(branches?.value).toBe('832');
    const { rows: text } = await rows('THEME_DAY_BRANCHES');
    expect(text[0]?.cells['note']).toContain('每月8日');
  });

  test('7 acceptance groups on 4 aspects, each by self-assessment and by ballot', async () => {
    const groups = (await ofKind('site_visit')).filter((one) => one.count === 7);
    expect(groups.map((one) => one.sentence)).toEqual([expect.stringContaining('4个方面')]);
    expect(groups[0]?.sentence).toMatch(/基层自评和群众测评/u);
    const [satisfaction] = await metrics(['SATISFACTION']);
    expect(satisfaction?.value).not.toBeNull();
  });

  test('8 good + 33 fairly good = 41', async () => {
    const [good, fairly, average, poor] = await metrics([
      'GRADE_GOOD',
      'GRADE_FAIRLY_GOOD',
      'GRADE_AVERAGE',
      'GRADE_POOR',
    ]);
    expect([good?.value, fairly?.value, average?.value, poor?.value]).toEqual(['8', '33', '0', '0']);
    const grades = await breakdown('GRADE', 'IDENTIFIED');
    expect(grades).toMatchObject({ total: '41', holds: true });
  });

  test('weekly reports by town, and all 41 struck off', async () => {
    const [due, rectified] = await metrics(['REPORTS_DUE', 'RECTIFIED']);
    expect(due?.value).toBe(String(17 * 11));
    expect(rectified?.value).toBe('41');
    const { rows: reports } = await rows('REPORTS_DUE', { first: 5 });
    expect(reports[0]?.cells['period']).toMatch(/^2019-W\d\d$/u);
  });

  test('reminder cards were issued, how many no one says', async () => {
    expect((await ofKind('reminder')).map((one) => one.count)).toEqual([null]);
  });

  test('every case has a deadline to count back from', async () => {
    const { cases } = await report<{ cases: { edges: { node: { deadline: string | null } }[] } }>(
      'cases(first: 100) { edges { node { deadline } } }',
    );
    expect(cases.edges).toHaveLength(41);
    expect(cases.edges.every((edge) => edge.node.deadline !== null)).toBe(true);
  });

  test('a case that relapses would be linked to its new one, and none has', async () => {
    expect((await metrics(['RELAPSED']))[0]?.value).toBe('0');
  });
});
