import { ACTIVITY_LEADERS } from '@wallchart/db';
import type { Dimension, MetricId } from '../../../metrics/index.ts';

/** Lists of names that a figure can print or count. */
export const LISTS = [
  'ALL_DONE',
  'BELOW_AVERAGE',
  'NO_CASE',
  'OUTSTANDING',
  'OVERDUE',
  'RELAPSED',
  'ACCEPTED_PENDING',
  'ACTIVITIES',
  'PLANNED',
  'GOOD_PRACTICES',
] as const;
export type ListId = (typeof LISTS)[number];

/** Who leads an activity; `none` where no one is entered. */
export const LED_BY = [...ACTIVITY_LEADERS, 'none'] as const;
export type LedBy = (typeof LED_BY)[number];

export const METRIC_PARTS = ['value', 'numerator', 'denominator', 'rest', 'note'] as const;
export const METRIC_TIMES = ['now', 'previous', 'change'] as const;
export const STYLES = ['plain', 'wan', 'percent', 'points'] as const;
export const DAYS = ['asOf', 'previous', 'deadline', 'reply'] as const;
export const DAY_STYLES = ['full', 'monthDay'] as const;
export const CASE_FIELDS = ['unit', 'cause', 'symptoms', 'deadline', 'leader', 'daysOverdue', 'state'] as const;

/**
 * A metric, of the circular's unit unless it names another. `part`: of a ratio its numerator, its denominator, or
 * `rest`, what the ratio lacks to the whole; `note` is the remark that belongs to the value. `at`: the cut-off, the day
 * of the last circular, or the change between them, which for a share is in percentage points.
 */
export interface MetricBinding {
  readonly of: 'metric';
  readonly metric: MetricId;
  readonly unit?: string;
  readonly part: (typeof METRIC_PARTS)[number];
  readonly at: (typeof METRIC_TIMES)[number];
  readonly by?: { readonly dimension: Dimension; readonly key: string };
  readonly style?: (typeof STYLES)[number];
}

/** The names on a list, or how many there are. */
export interface NamesBinding {
  readonly of: 'names' | 'count';
  readonly list: ListId;
  readonly unit?: string;
  /** Of activities: those that one of them led, or that name no one. */
  readonly ledBy?: LedBy;
}

/** A day: the cut-off, the last circular's, the campaign's deadline, or by when to answer (the cut-off and some days). */
export interface DayBinding {
  readonly of: 'day';
  readonly day: (typeof DAYS)[number];
  readonly style?: (typeof DAY_STYLES)[number];
}

/** What the ledger says of one case. */
export interface CaseBinding {
  readonly of: 'case';
  readonly caseNo: string;
  readonly field: (typeof CASE_FIELDS)[number];
}

/** The rank of a unit among its siblings in the circular's unit. */
export interface RankBinding {
  readonly of: 'rank';
  readonly unit: string;
}

/** The standard of operating funds a year: so much up to so many inhabitants. */
export interface StandardBinding {
  readonly of: 'standard';
}

/** What a figure in the text is bound to. */
export type Binding = MetricBinding | NamesBinding | DayBinding | CaseBinding | RankBinding | StandardBinding;
