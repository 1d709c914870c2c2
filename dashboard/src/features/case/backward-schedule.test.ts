import { describe, expect, it } from 'vitest';
import { backwardSchedule, measureStanding } from './backward-schedule.ts';

const measure = (no: number, dueOn: string | null, doneOn: string | null = null) => ({
  no,
  content: `m${no}`,
  dueOn,
  doneOn,
});
const span = { identifiedOn: '2014-04-01', deadline: '2014-08-29', asOf: '2014-07-31' };

describe('standing of a measure', () => {
  it('is due on its due day and overdue the day after', () => {
    expect(measureStanding(measure(1, '2014-07-31'), '2014-07-31')).toBe('due');
    expect(measureStanding(measure(1, '2014-07-30'), '2014-07-31')).toBe('overdue');
  });

  it('tells late from in time', () => {
    expect(measureStanding(measure(1, '2014-07-01', '2014-07-01'), '2014-07-31')).toBe('done');
    expect(measureStanding(measure(1, '2014-07-01', '2014-07-02'), '2014-07-31')).toBe('late');
  });

  it('does not know a day after the as-of day', () => {
    expect(measureStanding(measure(1, '2014-07-01', '2014-08-02'), '2014-07-31')).toBe('overdue');
    expect(measureStanding(measure(1, null, '2014-08-02'), '2014-07-31')).toBe('open');
  });
});

describe('backward schedule', () => {
  it('starts at the deadline and puts measures without a day last', () => {
    const rows = backwardSchedule([measure(1, '2014-05-01'), measure(2, null), measure(3, '2014-08-20')], span).rows;
    expect(rows.map((row) => row.measure.no)).toEqual([3, 1, 2]);
  });

  it('places the as-of day and the deadline on the axis', () => {
    const schedule = backwardSchedule([measure(1, '2014-06-15')], span);
    expect(schedule.from).toBe('2014-04-01');
    expect(schedule.to).toBe('2014-08-29');
    expect(schedule.asOfAt).toBeCloseTo(121 / 150);
    expect(schedule.deadlineAt).toBe(1);
    expect(schedule.rows[0]?.dueAt).toBe(0.5);
  });

  it('stretches beyond a deadline that has passed', () => {
    const schedule = backwardSchedule([], { ...span, deadline: '2014-07-01' });
    expect(schedule.to).toBe('2014-07-31');
    expect(schedule.deadlineAt).toBeLessThan(1);
  });

  it('counts days left and days over, and none for what is done', () => {
    const rows = backwardSchedule(
      [measure(1, '2014-08-10'), measure(2, '2014-07-21'), measure(3, '2014-07-01', '2014-07-01')],
      span,
    ).rows;
    expect(rows.map((row) => row.days)).toEqual([10, -10, null]);
  });

  it('runs a bar to the day done, an overdue one to the as-of day', () => {
    const measures = [measure(1, '2014-06-15', '2014-06-30'), measure(2, '2014-06-15')];
    const ends = backwardSchedule(measures, span).rows.map((row) => Math.round((row.endAt ?? 0) * 150));
    expect(ends).toEqual([90, 121]);
  });

  it('marks every month that begins on the axis, over a new year too', () => {
    const months = backwardSchedule([], {
      identifiedOn: '2014-11-15',
      deadline: '2015-02-01',
      asOf: '2014-12-01',
    }).months;
    expect(months.map((month) => month.day)).toEqual(['2014-12-01', '2015-01-01', '2015-02-01']);
  });

  it('draws a single day without dividing by nothing', () => {
    const day = '2014-07-31';
    expect(backwardSchedule([], { identifiedOn: day, deadline: day, asOf: day }).asOfAt).toBe(0);
  });
});
