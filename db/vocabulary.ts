/** The coded words of the ledger (docs/domain.md#glossary), as the database stores them. One list, for entities and importers alike. */

export const UNIT_KINDS = [
  'province',
  'prefecture',
  'county',
  'street',
  'town',
  'township',
  'village',
  'community',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Kinds of unit that draw yearly operating funds. */
export const TIER_KINDS = ['village', 'community'] as const;

/** What a boundary is: the ground that a unit covers, or the point where a village stands. */
export const BOUNDARY_SHAPES = ['area', 'site'] as const;
export type BoundaryShape = (typeof BOUNDARY_SHAPES)[number];

/** How rows are recorded: a file by the command line, by the dashboard or as a sample; a form without a file. */
export const IMPORT_CHANNELS = ['cli', 'upload', 'sample', 'form'] as const;
export type ImportChannel = (typeof IMPORT_CHANNELS)[number];

/** States from which a campaign may count a case as rectified. */
export const RECTIFIED_FROM = ['accepted', 'struck_off', 'consolidating'] as const;

/** States in the order of a case's life; `identified` is the start and has no transition row. */
export const CASE_STATES = [
  'identified',
  'planned',
  'rectifying',
  'submitted',
  'accepted',
  'struck_off',
  'consolidating',
  'relapsed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** States that a row of `transitions` may carry. */
export const TRANSITION_STATES = [
  'planned',
  'rectifying',
  'submitted',
  'accepted',
  'struck_off',
  'consolidating',
  'relapsed',
] as const;
export type TransitionState = (typeof TRANSITION_STATES)[number];

export const MEASURE_AREAS = ['people', 'place', 'money', 'rules'] as const;
export const CONTACT_ROLES = [
  'leader',
  'unit',
  'town_leader',
  'first_secretary',
  'strong_village',
  'working_group',
  'instructor',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** What a campaign's checklist may ask for; the default is the "five ones" (五个一). */
export const CHECKLIST_ITEMS = ['ledger', 'measures', ...CONTACT_ROLES] as const;
export const DEFAULT_CHECKLIST = ['ledger', 'unit', 'leader', 'measures', 'working_group'] as const;

export const TEAM_ITEMS = [
  'vacancy',
  'vacancy_filled',
  'adjusted',
  'secretary_adjusted',
  'warning_talk',
  'attached',
  'reserve',
  'trained',
  'trained_away',
] as const;
export const SUPPORT_ITEMS = [
  'stationed_cadre',
  'twinned_unit',
  'first_secretary',
  'strong_village_pair',
  'branch_theme_day',
  'problem_helped',
] as const;
export const VENUE_WAYS = ['build', 'rebuild', 'repair'] as const;
export const FUND_SOURCES = ['upper', 'county_town', 'village', 'other'] as const;
export const CADRE_CLASSES = ['leading', 'general'] as const;
export const EVALUATION_KINDS = ['self', 'ballot', 'group', 'city'] as const;
export const GRADES = ['good', 'fairly_good', 'average', 'poor'] as const;
export const ACTIVITY_KINDS = [
  'meeting',
  'training',
  'notice',
  'site_visit',
  'symposium',
  'arrangement',
  'reminder',
  'briefing',
] as const;

/** Whether an activity is to come, took place or was called off. */
export const ACTIVITY_STATUSES = ['planned', 'held', 'cancelled'] as const;

/** Part of a month that a day stands for where the day itself is not known: its last one. */
export const DAY_SPANS = ['early', 'middle', 'late', 'month'] as const;

/** Who leads an activity: the standing committee, its secretary, its organisation minister, contact leaders, departments, towns. */
export const ACTIVITY_LEADERS = ['committee', 'secretary', 'minister', 'leader', 'department', 'town'] as const;

/** Languages that a document can be written in. */
export const LANGS = ['zh', 'en'] as const;

export const JOB_KINDS = ['import', 'issue'] as const;
export const UPLOAD_KINDS = ['import', 'document'] as const;

/** The date of a circular: that of its writing, or its cut-off. */
export const CIRCULAR_DATES = ['TODAY', 'CUT_OFF'] as const;

/** Documents that are counted each for themselves. */
export const NUMBER_SERIES = ['circular', 'reminder'] as const;

/** What a reminder card is issued for. */
export const REMINDER_RULES = ['OVERDUE', 'VISITS_BELOW_DUTY', 'REPORTS_MISSED'] as const;
