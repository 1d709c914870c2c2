import type { REMINDER_RULES } from '@wallchart/db';
import type { CaseStateName } from '../../../graph/enums.ts';

export type ReminderRuleId = (typeof REMINDER_RULES)[number];

/** An organisation, or a unit that owes reports, that is to be reminded, and by what facts. */
export interface Candidate {
  /** Names the matter: rule and case, or rule and unit. */
  readonly key: string;
  /** Code of the organisation, or of the unit that owes the reports. */
  readonly unit: string;
  readonly caseNo: string | null;
  /** 游洋镇鲁头村: with its town, seen from above it. */
  readonly organisation: Said;
  /** 鲁头村: without its town. */
  readonly unitShort: string;
  readonly recipient: Recipient;
  readonly facts: Facts;
}

/** What is written, and whether the source gives it. */
export interface Said {
  readonly text: string;
  readonly illustrative: boolean;
}

/** The post that answers: the case's contact leader, or the secretary of the unit that answers; never a person. */
export interface Recipient {
  readonly post: string;
  readonly illustrative: boolean;
  /** How the card speaks to it: as the contact leader of the case, or as a unit (你镇). */
  readonly as: 'leader' | 'unit';
  /** The unit that is spoken to: the town of the organisation, or the unit that owes reports. */
  readonly unitName: string;
}

export type Facts = OverdueFacts | VisitFacts | ReportFacts;

export interface OverdueFacts {
  readonly rule: 'OVERDUE';
  readonly identifiedOn: string;
  readonly cause: Said;
  readonly deadline: string;
  readonly state: CaseStateName;
  readonly stateSince: string;
  /** Whole days from the deadline to the cut-off, 1 at least. */
  readonly daysOverdue: number;
  /** Columns of the case that the source does not give. */
  readonly illustrative: readonly string[];
}

export interface VisitFacts {
  readonly rule: 'VISITS_BELOW_DUTY';
  /** Full calendar months, the earliest first; the last one fell short. */
  readonly months: readonly { readonly month: string; readonly visits: number; readonly duty: number }[];
  readonly illustrative: boolean;
}

export interface ReportFacts {
  readonly rule: 'REPORTS_MISSED';
  /** Reports missed in a row up to the last one due, the earliest first; two at least. */
  readonly missed: readonly { readonly period: string; readonly dueOn: string; readonly illustrative: boolean }[];
}
