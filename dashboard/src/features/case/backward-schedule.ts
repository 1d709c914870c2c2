/** 倒排工期: the measures of a plan laid out backwards from the deadline. Days are 'YYYY-MM-DD' strings. */
import { daysBetween } from '@wallchart/charts/format';

interface ScheduledMeasure {
  readonly no: number;
  readonly content: string;
  readonly dueOn?: string | null;
  readonly doneOn?: string | null;
}

/** done: in time or without a due day; late: done after its due day; overdue: not done, due before the as-of day. */
export type MeasureStanding = 'done' | 'late' | 'overdue' | 'due' | 'open';

interface ScheduleRow<M extends ScheduledMeasure> {
  readonly measure: M;
  readonly standing: MeasureStanding;
  /** Days to the due day (negative: past), null without one or when done. */
  readonly days: number | null;
  /** Places on the axis, 0 to 1; null where the day is not known. */
  readonly dueAt: number | null;
  readonly doneAt: number | null;
  /** Where the work ends or stands: done, overdue until now, else the due day. */
  readonly endAt: number | null;
}

export interface Schedule<M extends ScheduledMeasure> {
  readonly from: string;
  readonly to: string;
  readonly asOfAt: number;
  readonly deadlineAt: number | null;
  readonly months: readonly { readonly day: string; readonly at: number }[];
  /** Nearest to the deadline first, as one counts backwards; measures without a day last. */
  readonly rows: readonly ScheduleRow<M>[];
}

/** What is known of a measure on `asOf`: a day after it is not yet known to be kept. */
export function measureStanding(measure: ScheduledMeasure, asOf: string): MeasureStanding {
  if (measure.doneOn && measure.doneOn <= asOf)
    return measure.dueOn && measure.doneOn > measure.dueOn ? 'late' : 'done';
  if (!measure.dueOn) return 'open';
  return measure.dueOn < asOf ? 'overdue' : 'due';
}

function monthStarts(from: string, to: string): string[] {
  const starts: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return starts;
    if (day >= from) starts.push(day);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

/**
 * Lays measures out between the day a case was identified and its deadline (or the last day that anything falls on).
 * Rows run from the deadline backwards.
 */
export function backwardSchedule<M extends ScheduledMeasure>(
  measures: readonly M[],
  span: { readonly identifiedOn: string; readonly deadline: string | null; readonly asOf: string },
): Schedule<M> {
  const days = measures.flatMap((measure) => [measure.dueOn, measure.doneOn]).filter((day): day is string => !!day);
  const all = [...days, span.identifiedOn, span.asOf, ...(span.deadline ? [span.deadline] : [])].sort();
  const from = all[0] ?? span.asOf;
  const to = all.at(-1) ?? span.asOf;
  const length = Math.max(daysBetween(from, to), 1);
  const place = (day: string | null | undefined): number | null => (day ? daysBetween(from, day) / length : null);
  const rows = measures.map((measure) => {
    const standing = measureStanding(measure, span.asOf);
    const ended = standing === 'done' || standing === 'late';
    return {
      measure,
      standing,
      days: ended || !measure.dueOn ? null : daysBetween(span.asOf, measure.dueOn),
      dueAt: place(measure.dueOn),
      doneAt: ended ? place(measure.doneOn) : null,
      endAt: place(ended ? measure.doneOn : standing === 'overdue' ? span.asOf : measure.dueOn),
    };
  });
  rows.sort((a, b) => (b.measure.dueOn ?? '').localeCompare(a.measure.dueOn ?? '') || a.measure.no - b.measure.no);
  return {
    from,
    to,
    asOfAt: place(span.asOf) ?? 0,
    deadlineAt: place(span.deadline),
    months: monthStarts(from, to).map((day) => ({ day, at: place(day) ?? 0 })),
    rows,
  };
}
