import type { REMINDER_RULES } from '@wallchart/db';
import type { CaseStateName } from '../../../graphql-types/enums.ts';

export type ReminderRuleId = (typeof REMINDER_RULES)[number];

/** An organisation, or a unit that owes reports, that is to be reminded, and by what facts. */
export interface Candidate {
  /** Names the matter: rule and case, or rule and unit. */
  readonly key: string;
  /** Code of the organisation, or of the unit that owes the reports. */
  readonly unit: string;
  readonly caseNo: string | null;
  /** 游洋镇鲁头村: with its town, seen from above it. */
  readonly organisation: Wording;
  /** 鲁头村: without its town. */
  readonly unitShort: string;
  /** Whom a card can go to; the rule's own choice first. */
  readonly addressees: readonly [Addressee, ...Addressee[]];
  readonly facts: Facts;
}

/** What is written, and whether the source gives it. */
export interface Wording {
  readonly text: string;
  readonly illustrative: boolean;
}

/** Whom a card goes to, by its part in the matter. */
export const ADDRESSEE_KINDS = ['LEADER', 'TOWN_LEADER', 'SECRETARY', 'COMMITTEE', 'UNIT'] as const;
export type AddresseeKind = (typeof ADDRESSEE_KINDS)[number];

/** A post or an organisation that answers; never a person. */
export interface Addressee {
  readonly kind: AddresseeKind;
  readonly post: string;
  readonly illustrative: boolean;
  /** The unit that is spoken to: the town of the organisation, or the unit that owes reports. */
  readonly unitName: string;
  readonly unitCode: string;
  /** County of the matter: the same words name another post in another county. */
  readonly county: string;
}

export type Facts = OverdueFacts | VisitFacts | ReportFacts;

export interface OverdueFacts {
  readonly rule: 'OVERDUE';
  readonly identifiedOn: string;
  readonly cause: Wording;
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
