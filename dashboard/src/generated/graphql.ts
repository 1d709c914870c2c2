/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TrustedDocument } from '../api/document.ts';
/** CAUSE: primary or other. */
export type CaseFacet =
  | 'CAUSE'
  | 'GRADE'
  | 'PRIMARY_CAUSE'
  | 'STATE'
  | 'TOWN'
  | 'UNIT_KIND';

/** Conditions that a case must meet; all of them apply. */
export type CaseFilter = {
  /** Has one of these causes, primary or other. */
  causes?: Array<string> | null | undefined;
  /** Cases with a row, or a row of their unit, that this import recorded or withdrew. */
  changedBy?: string | number | null | undefined;
  /** Only the cases that this figure counts. */
  countedIn?: MetricId | null | undefined;
  grades?: Array<Grade> | null | undefined;
  kinds?: Array<UnitKind> | null | undefined;
  /** True keeps only each organisation's latest case on the day, which is the one every figure counts. */
  latest?: boolean | null | undefined;
  overdue?: boolean | null | undefined;
  primaryCauses?: Array<string> | null | undefined;
  /** Of the latest cases, only those that are rectified (true) or are not (false). */
  rectified?: boolean | null | undefined;
  states?: Array<CaseState> | null | undefined;
  /** Words to find in the case number, unit, town, contact leader, symptoms or aim. All must match. Pinyin initials of the unit also match. */
  text?: string | null | undefined;
  /** Within one of these units or their descendants. */
  units?: Array<string | number> | null | undefined;
};

export type CaseOrder = {
  by: CaseOrderField;
  descending?: boolean | null | undefined;
};

export type CaseOrderField =
  | 'CASE_NO'
  | 'CONTACT_LEADER'
  | 'DAYS_LEFT'
  | 'DEADLINE'
  | 'DOCUMENT_NO'
  | 'GRADE'
  | 'IDENTIFIED_ON'
  | 'KIND'
  | 'OTHER_CAUSES'
  | 'OVERDUE_DAYS'
  | 'PRIMARY_CAUSE'
  | 'RECTIFIED_ON'
  | 'STATE'
  | 'STATE_SINCE'
  | 'TOWN'
  | 'UNIT';

/** State in the life of a case, in order. */
export type CaseState =
  | 'ACCEPTED'
  | 'CONSOLIDATING'
  | 'IDENTIFIED'
  | 'PLANNED'
  | 'RECTIFYING'
  | 'RELAPSED'
  | 'STRUCK_OFF'
  | 'SUBMITTED';

/** Why a figure changed. */
export type ChangeKind =
  | 'CORRECTED'
  | 'MOVED'
  | 'NEWLY_IDENTIFIED'
  | 'NEWLY_RECTIFIED'
  | 'OTHER'
  | 'RELAPSED';

/** SEALED: the sealed edition that the file was produced from. CURRENT: the same text with today's figures. */
export type CheckAgainst =
  | 'CURRENT'
  | 'SEALED';

/** Something to check before a circular is sent. */
export type CircularConcern =
  | 'CASE_RECTIFIED'
  | 'EMPTY_LIST'
  | 'ILLUSTRATIVE'
  | 'ISSUED_BEFORE_CUT_OFF'
  | 'LEFT_OUT'
  | 'NEGATIVE'
  | 'NOT_ENTERED'
  | 'NO_DATA'
  | 'NO_ENGLISH'
  | 'NO_GLYPH'
  | 'NO_LONGER_HOLDS'
  | 'NO_PREVIOUS'
  | 'PLAN_PASSED'
  | 'UNBOUND_NUMBER'
  | 'UNKNOWN_CASE';

/** The date printed on a circular. */
export type CircularDate =
  | 'CUT_OFF'
  | 'TODAY';

/** A part of the text of a circular. */
export type CircularSection =
  | 'MEASURES'
  | 'OVERALL'
  | 'PROBLEMS'
  | 'PROGRESS'
  | 'REQUIREMENTS';

/** Null or absent uses the derived value; an empty string means none. */
export type CircularSettingsInput = {
  addressees?: string | null | undefined;
  copies?: string | null | undefined;
  dated?: CircularDate | null | undefined;
  issuer?: string | null | undefined;
  issuerCode?: string | null | undefined;
  printedBy?: string | null | undefined;
};

/** DRAFT: never sealed. AMENDING: sealed, with a new edition in progress. */
export type CircularStatus =
  | 'AMENDING'
  | 'DRAFT'
  | 'SEALED';

/** What a figure can be broken down by. */
export type Dimension =
  | 'CADRE_CLASS'
  | 'CAUSE'
  | 'CHILD_UNIT'
  | 'FUND_SOURCE'
  | 'GRADE'
  | 'MEASURE_AREA'
  | 'MONTH'
  | 'PRIMARY_CAUSE'
  | 'STATE'
  | 'UNIT_KIND'
  | 'VENUE_WAY'
  | 'WEEK';

export type DraftCircularInput = {
  /** Cut-off date. Defaults to the campaign's default day. */
  asOf?: string | null | undefined;
  campaign: string | number;
  /** Date printed on it. Defaults to the office's setting. */
  issuedOn?: string | null | undefined;
  lang?: Lang;
  /** Date from which changes are counted. Defaults to the cut-off of the last sealed circular, or to the end of the previous month. */
  previous?: string | null | undefined;
  /** Days after the cut-off by which the organisations named must reply. Defaults to 10. */
  replyDays?: number | null | undefined;
  /** Defaults to all. */
  sections?: Array<CircularSection> | null | undefined;
  /** A town or above. Defaults to the campaign's own unit. */
  unit?: string | number | null | undefined;
};

/** CHANGED: different text. REMOVED: missing. ADDED: not in the original. MOVED: in another place. OBSOLETE: matches what was sealed, which no longer holds. */
export type FindingKind =
  | 'ADDED'
  | 'CHANGED'
  | 'MOVED'
  | 'OBSOLETE'
  | 'REMOVED';

/** FIGURE: a number. NAME: a name, or words that belong to a number. HEAD: masthead, number, title, addressees, annexes, signature, date or imprint. PICTURE: a picture. SENTENCE: a whole sentence added or removed. WORDING: other words. FORM: punctuation or order, with the same meaning. */
export type FindingWeight =
  | 'FIGURE'
  | 'FORM'
  | 'HEAD'
  | 'NAME'
  | 'PICTURE'
  | 'SENTENCE'
  | 'WORDING';

/** Grade at acceptance: 好, 较好, 一般, 差. */
export type Grade =
  | 'AVERAGE'
  | 'FAIRLY_GOOD'
  | 'GOOD'
  | 'POOR';

/** CHECKED: a dry run found nothing wrong. REFUSED: problems. FAILED: an unexpected error. */
export type ImportState =
  | 'ACCEPTED'
  | 'CHECKED'
  | 'FAILED'
  | 'REFUSED'
  | 'RUNNING'
  | 'UNCHANGED';

export type IssueReminderCardsInput = {
  /** Addressee for each matter. Defaults to the rule's own choice. */
  addressees?: Array<ReminderAddresseeInput> | null | undefined;
  /** Also issue cards for matters that had one recently. */
  again?: boolean | null | undefined;
  /** Cut-off date. Defaults to the campaign's default day. */
  asOf?: string | null | undefined;
  campaign: string | number;
  /** Defaults to the unit's organisation department or committee. */
  issuer?: string | null | undefined;
  /** Keys of the matters. Defaults to all that are due. */
  keys?: Array<string | number> | null | undefined;
  lang?: Lang | null | undefined;
  /** An id for this request, with which to query its progress. */
  progress?: string | number | null | undefined;
  /** A card issued within this many days is recent. Defaults to 10. */
  repeatDays?: number | null | undefined;
  /** Date by which to reply. Defaults to ten days after the issue date. */
  replyBy?: string | null | undefined;
  /** Issue one card per matter, even if one post has several. */
  separate?: boolean | null | undefined;
  /** Defaults to the campaign's own unit. */
  unit?: string | number | null | undefined;
};

/** Language of a text. */
export type Lang =
  | 'EN'
  | 'ZH';

/** How a value is written. */
export type MetricFormat =
  | 'DECIMAL'
  | 'INTEGER'
  | 'MONEY'
  | 'PERCENT'
  | 'SIGNED_PERCENT';

/** A figure that Wallchart computes; from the registry of metrics. */
export type MetricId =
  /** 已验收未销号数 / Accepted, not struck off */
  | 'ACCEPTED_PENDING'
  /** 跟班学习人数 / Cadres attached */
  | 'CADRES_ATTACHED'
  /** 集体收入 / Collective income */
  | 'COLLECTIVE_INCOME'
  /** 社区排查比例 / Identification ratio, communities */
  | 'COMMUNITY_IDENTIFICATION_RATIO'
  /** 平均整顿天数 / Mean days to rectify */
  | 'DAYS_TO_RECTIFY'
  /** 第一书记数 / First secretaries */
  | 'FIRST_SECRETARIES'
  /** 一般干部报酬增幅 / Pay increase, general cadres */
  | 'GENERAL_PAY_INCREASE'
  /** 评为“一般”数 / Graded average */
  | 'GRADE_AVERAGE'
  /** 评为“较好”数 / Graded fairly good */
  | 'GRADE_FAIRLY_GOOD'
  /** 评为“好”数 / Graded good */
  | 'GRADE_GOOD'
  /** 评为“差”数 / Graded poor */
  | 'GRADE_POOR'
  /** 排查比例 / Identification ratio */
  | 'IDENTIFICATION_RATIO'
  /** 排查认定数 / Identified */
  | 'IDENTIFIED'
  /** 村主干报酬增幅 / Pay increase, leading cadres */
  | 'LEADING_PAY_INCREASE'
  /** 措施数 / Measures */
  | 'MEASURES'
  /** 措施完成数 / Measures done */
  | 'MEASURES_DONE'
  /** 措施逾期数 / Measures overdue */
  | 'MEASURES_OVERDUE'
  /** 措施完成率 / Measures completed */
  | 'MEASURE_RATE'
  /** 调整人数 / Members adjusted */
  | 'MEMBERS_ADJUSTED'
  /** 空壳村数 / Villages without income */
  | 'NO_INCOME'
  /** 运转经费应拨 / Operating funds due */
  | 'OPERATING_DUE'
  /** 运转经费缺口 / Operating gap */
  | 'OPERATING_GAP'
  /** 运转经费实拨 / Operating funds paid */
  | 'OPERATING_PAID'
  /** 运转经费拨付率 / Operating funds paid, share */
  | 'OPERATING_RATE'
  /** 未完成数 / Outstanding */
  | 'OUTSTANDING'
  /** 逾期数 / Overdue */
  | 'OVERDUE'
  /** 报酬按时发放率 / Paid on time */
  | 'PAID_ON_TIME'
  /** 五个一落实率 / Five ones in place */
  | 'PLAN_COMPLETENESS'
  /** 发现问题数 / Problems found */
  | 'PROBLEMS_FOUND'
  /** 帮助解决难题的组织数 / Organisations helped past a problem */
  | 'PROBLEMS_HELPED'
  /** 解决问题数 / Problems solved */
  | 'PROBLEMS_SOLVED'
  /** 争取资金 / Funds won */
  | 'PROJECT_FUNDS'
  /** 完成率 / Rectification rate */
  | 'RECTIFICATION_RATE'
  /** 完成整顿数 / Rectified */
  | 'RECTIFIED'
  /** 反弹数 / Relapsed */
  | 'RELAPSED'
  /** 应报数 / Reports due */
  | 'REPORTS_DUE'
  /** 报送率 / Report completeness */
  | 'REPORT_COMPLETENESS'
  /** 及时率 / Report timeliness */
  | 'REPORT_TIMELINESS'
  /** 后备干部数 / Reserve cadres */
  | 'RESERVE_CADRES'
  /** 群众满意度 / Satisfaction */
  | 'SATISFACTION'
  /** 其中书记 / Secretaries adjusted */
  | 'SECRETARIES_ADJUSTED'
  /** 培训书记人数 / Secretaries trained */
  | 'SECRETARIES_TRAINED'
  /** 外出培训书记人数 / Secretaries trained away */
  | 'SECRETARIES_TRAINED_AWAY'
  /** 驻村干部数 / Stationed cadres */
  | 'STATIONED_CADRES'
  /** 强村带弱村数 / Strong-village pairs */
  | 'STRONG_VILLAGE_PAIRS'
  /** 主题党日支部数 / Branches in the theme day */
  | 'THEME_DAY_BRANCHES'
  /** 培训覆盖率 / Training coverage */
  | 'TRAINING_COVERAGE'
  /** 结对单位数 / Twinned units */
  | 'TWINNED_UNITS'
  /** 缺配数 / Vacancies before */
  | 'VACANCIES_BEFORE'
  /** 现缺 / Vacancies now */
  | 'VACANCIES_NOW'
  /** 已建成场所数 / Venues done */
  | 'VENUES_DONE'
  /** 需建场所数 / Venues needed */
  | 'VENUES_NEEDED'
  /** 场所概算 / Venue cost */
  | 'VENUE_COST'
  /** 场所资金缺口 / Venue gap */
  | 'VENUE_GAP'
  /** 需建占比 / Share needing a venue */
  | 'VENUE_NEED_SHARE'
  /** 场所资金已落实 / Venue funds raised */
  | 'VENUE_RAISED'
  /** 走访次数 / Visits */
  | 'VISITS'
  /** 走访达标率 / Visit compliance */
  | 'VISIT_COMPLIANCE'
  /** 约谈人数 / Warning talks */
  | 'WARNING_TALKS'
  /** 集体经济薄弱数 / Weak collective economy */
  | 'WEAK_ECONOMY';

/** What is counted. */
export type MetricUnit =
  | 'BRANCHES'
  | 'CASES'
  | 'DAYS'
  | 'ITEMS'
  | 'PERSONS'
  | 'PLACES'
  | 'PROBLEMS'
  | 'REPORTS'
  | 'SHARE'
  | 'TIMES'
  | 'UNITS'
  | 'VILLAGES'
  | 'YUAN';

/** One part of a breakdown. */
export type PartInput = {
  /** Omit together with `key` for the whole figure. */
  by?: Dimension | null | undefined;
  /** The rows of the denominator. */
  den?: boolean | null | undefined;
  key?: string | null | undefined;
  /** The organisations without an entry, of a figure with `coverage`. */
  missing?: boolean | null | undefined;
  unassigned?: boolean | null | undefined;
};

/** Which way is better. */
export type Polarity =
  | 'HIGHER_IS_BETTER'
  | 'LOWER_IS_BETTER'
  | 'NEUTRAL';

/** A visit, as a row of the sheet visits: each field takes what its column takes, in either language. */
export type RecordVisitInput = {
  caseNo: string | number;
  /** Code of the county whose case it is; needed where several counties use the case number. */
  county?: string | number | null | undefined;
  /** Chosen by the sender, 8 to 100 characters: the same visit sent again under the same key is recorded once and gets the same answer, even if it has been withdrawn since; to record it again, use another key. */
  idempotencyKey: string | number;
  note?: string | null | undefined;
  /** A whole number as text; 2+ for at least 2. */
  problemsFound?: string | null | undefined;
  /** A whole number as text; 2+ for at least 2. */
  problemsSolved?: string | null | undefined;
  /** Who visited: a role of a contact, such as leader or 挂钩领导. */
  role: string;
  /** A day, such as 2014-07-18. */
  visitedOn: string;
};

export type ReminderAddresseeInput = {
  /** The matter. */
  key: string | number;
  kind: ReminderAddresseeKind;
};

/** LEADER: the contact leader. TOWN_LEADER: the town's leader. SECRETARY, COMMITTEE: of the town, or of the unit that owes reports. UNIT: the contact unit of the organisation. */
export type ReminderAddresseeKind =
  | 'COMMITTEE'
  | 'LEADER'
  | 'SECRETARY'
  | 'TOWN_LEADER'
  | 'UNIT';

export type ReminderInput = {
  /** Addressee for each matter. Defaults to the rule's own choice. */
  addressees?: Array<ReminderAddresseeInput> | null | undefined;
  /** Cut-off date. Defaults to the campaign's default day. */
  asOf?: string | null | undefined;
  campaign: string | number;
  /** Defaults to the unit's organisation department or committee. */
  issuer?: string | null | undefined;
  /** Keys of the matters. Defaults to all that are due. */
  keys?: Array<string | number> | null | undefined;
  lang?: Lang | null | undefined;
  /** Date by which to reply. Defaults to ten days after the issue date. */
  replyBy?: string | null | undefined;
  /** Issue one card per matter, even if one post has several. */
  separate?: boolean | null | undefined;
  /** Defaults to the campaign's own unit. */
  unit?: string | number | null | undefined;
};

/** OVERDUE: outstanding past its deadline. VISITS_BELOW_DUTY: visits of the contact leader in the last full month. REPORTS_MISSED: two or more in a row. */
export type ReminderRule =
  | 'OVERDUE'
  | 'REPORTS_MISSED'
  | 'VISITS_BELOW_DUTY';

/** HEADS_ISSUER: heads the issuing office. OUTRANKS: ranks above it. */
export type ReminderWarning =
  | 'HEADS_ISSUER'
  | 'OUTRANKS';

/** SUM: base rows added up. RATIO: sum / sum, divided once at the level shown. */
export type Rollup =
  | 'LATEST'
  | 'RATIO'
  | 'SUM';

/** WITHDRAWN: the row was withdrawn without a replacement. */
export type RowChangeKind =
  | 'CORRECTED'
  | 'NEW'
  | 'WITHDRAWN';

/** A warning never blocks an import. */
export type Severity =
  | 'ERROR'
  | 'WARNING';

/** Which version of the tree to use: that of the as-of day (THEN) or today's (NOW). */
export type Tree =
  | 'NOW'
  | 'THEN';

/** Kind of a unit of the tree. */
export type UnitKind =
  | 'COMMUNITY'
  | 'COUNTY'
  | 'OTHER'
  | 'PREFECTURE'
  | 'PROVINCE'
  | 'STREET'
  | 'TOWN'
  | 'TOWNSHIP'
  | 'VILLAGE';

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { campaigns: Array<{ id: string, startOn: string, deadline: string | null, firstDay: string, lastDay: string, defaultAsOf: string, rectifiedFrom: CaseState, declaredVillages: number | null, villageQuota: string | null, communityQuota: string | null, visitsPerMonth: number | null, illustrative: boolean, zh: string, en: string, unit: { code: string, name: string } }> };

export type UnitSearchQueryVariables = Exact<{
  text: string;
  campaign?: string | number | null | undefined;
}>;


export type UnitSearchQuery = { searchUnits: Array<{ code: string, name: string, kind: UnitKind, level: number, ancestors: Array<{ code: string, name: string, level: number }> }> };

export type UnitPlaceQueryVariables = Exact<{
  code: string | number;
  asOf?: string | null | undefined;
}>;


export type UnitPlaceQuery = { orgUnit: { code: string, name: string, kind: UnitKind, level: number, ancestors: Array<{ code: string, name: string, level: number }>, children: Array<{ code: string, name: string, kind: UnitKind }> } | null };

export type RecentImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentImportsQuery = { imports: Array<{ id: string, fileName: string | null, recordedAt: string }> };

export type EvidenceRowsQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  id: MetricId;
  part?: PartInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EvidenceRowsQuery = { orgUnit: { code: string, name: string, report: { metrics: Array<{ id: MetricId, coverage: { entered: number, expected: number } | null }>, rows: { totalCount: number, sum: string | null, edges: Array<{ cursor: string, node: { sheet: string, caseNo: string | null, effectiveOn: string | null, contribution: string | null, source: string | null, recordedAt: string, illustrative: boolean, unit: { code: string, name: string }, cells: Array<{ column: string, value: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type MetricLabelsQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricLabelsQuery = { metrics: Array<{ id: MetricId, unit: MetricUnit, format: MetricFormat, sheet: string, zh: string, en: string, definitionZh: string, definitionEn: string, denominated: string, entryZh: string | null, entryEn: string | null }> };

export type BriefingQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf: string;
  before: string;
  knownAt?: string | null | undefined;
  tree: Tree;
  parts: boolean;
}>;


export type BriefingQuery = { orgUnit: { code: string, name: string, kind: UnitKind, level: number, ancestors: Array<{ code: string, name: string, level: number }>, report: { asOf: string, campaign: { id: string }, metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }>, ranking?: Array<{ rank: number | null, tied: boolean, identified: number, rectified: number, acceptedPending: number, overdue: number, relapsed: number, inWork: number, outstanding: number, rate: string | null, illustrative: boolean, unit: { code: string, name: string } }>, trend?: Array<{ from: string, to: string, label: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean }> }>, towns?: { rows: Array<{ key: string, unit: { code: string, name: string } | null, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean }> }>, unassigned: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean }> }, causes?: { rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean }> }> }, sources: { rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean }> }> }, left: { totalCount: number, edges: Array<{ node: { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, contactLeader: string | null, illustrative: Array<string>, primaryCause: { zh: string, en: string }, lastVisit: { role: string, visitedOn: string } | null, nextMeasure: { no: number, area: string, dueOn: string | null, overdue: boolean } | null, unit: { code: string, name: string }, town: { code: string, name: string } | null } }> }, finished?: { totalCount: number, edges: Array<{ node: { caseNo: string, rectifiedOn: string | null, unit: { name: string }, town: { name: string } | null } }> }, own?: { edges: Array<{ node: { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, contactLeader: string | null, grade: Grade | null, illustrative: Array<string>, primaryCause: { zh: string, en: string }, otherCauses: Array<{ zh: string, en: string }>, transitions: Array<{ state: CaseState, effectiveOn: string, illustrative: boolean }>, measures: Array<{ no: number, area: string, dueOn: string | null, doneOn: string | null, overdue: boolean, illustrative: boolean }>, visits: Array<{ role: string, visitedOn: string, illustrative: boolean }>, venue: { way: string, estimateYuan: string | null, doneOn: string | null, gapYuan: string | null, illustrative: boolean } | null, reminders: Array<{ id: string, rule: ReminderRule, issuedOn: string, replyBy: string, voided: { voidedAt: string } | null }> } }> } }, earlier: { compare: Array<{ id: MetricId, change: string | null, inPoints: boolean, from: { value: string | null, illustrative: boolean }, to: { value: string | null, illustrative: boolean }, parts: Array<{ kind: ChangeKind, change: string, rows: number }> }> } } | null };

export type BriefingTextsQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  tree: Tree;
  parts: boolean;
}>;


export type BriefingTextsQuery = { orgUnit: { report: { left: { edges: Array<{ node: { caseNo: string, nextMeasure: { no: number, content: string } | null } }> }, own?: { edges: Array<{ node: { caseNo: string, symptoms: string | null, measures: Array<{ no: number, content: string }>, reminders: Array<{ id: string, answeredBy: string }> } }> } } } | null };

export type PartFigureFragment = { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean };

export type CaseRecordQueryVariables = Exact<{
  caseNo: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type CaseRecordQuery = { case: { caseNo: string, countyCode: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, symptoms: string | null, aim: string | null, relapseOf: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, illustrative: Array<string>, campaign: { id: string, startOn: string, deadline: string | null, defaultAsOf: string, rectifiedFrom: CaseState, visitsPerMonth: number | null, checklist: Array<string>, zh: string, en: string }, unit: { code: string, name: string, kind: UnitKind, population: number | null, members: number | null, illustrative: boolean, ancestors: Array<{ code: string, name: string }> }, town: { code: string, name: string } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }>, transitions: Array<{ state: CaseState, effectiveOn: string, documentNo: string | null, note: string | null, illustrative: boolean }>, measures: Array<{ no: number, area: string, content: string, responsible: string | null, dueOn: string | null, doneOn: string | null, overdue: boolean, illustrative: boolean }>, contacts: Array<{ role: string, holder: string, since: string, until: string | null, illustrative: boolean }>, visits: Array<{ role: string, visitedOn: string, problemsFound: number | null, problemsFoundAtLeast: boolean, problemsSolved: number | null, problemsSolvedAtLeast: boolean, note: string | null, illustrative: boolean }>, evaluations: Array<{ kind: string, evaluatedOn: string, issued: number | null, returned: number | null, satisfied: number | null, fairly: number | null, dissatisfied: number | null, score: string | null, grade: Grade | null, illustrative: boolean }>, venue: { way: string, estimateYuan: string | null, identifiedOn: string, doneOn: string | null, raisedYuan: string, gapYuan: string | null, illustrative: boolean } | null, venueFunds: Array<{ source: string, receivedOn: string, amountYuan: string, illustrative: boolean }>, projectFunds: Array<{ source: string, receivedOn: string, amountYuan: string, illustrative: boolean }>, operatingFunds: Array<{ year: number, dueYuan: string | null, paidYuan: string, paidOn: string, illustrative: boolean }>, economy: Array<{ year: number, incomeYuan: string, illustrative: boolean }>, reminders: Array<{ id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null }>, history: Array<{ id: string, sheet: string, effectiveOn: string, recordedAt: string, supersededAt: string | null, withdrawn: boolean, withdrawnBy: string | null, recordedBy: string, source: string | null, changed: Array<string>, cells: Array<{ column: string, value: string | null }> }> } | null };

export type RecordVisitMutationVariables = Exact<{
  input: RecordVisitInput;
}>;


export type RecordVisitMutation = { recordVisit: { state: ImportState, messageZh: string, messageEn: string, problems: Array<{ sheet: string, sheetTitle: string, row: number | null, column: string | null, columnTitle: string | null, cell: string | null, value: string | null, code: string, severity: Severity, onRecord: string | null, expectedZh: string, expectedEn: string, messageZh: string, messageEn: string }> } };

export type CheckCircularMutationVariables = Exact<{
  upload: string | number;
  circular: string | number;
  against: CheckAgainst;
}>;


export type CheckCircularMutation = { checkCircular: { checked: number, edition: number | null, changesMeaning: boolean, problems: Array<string>, findings: Array<{ weight: FindingWeight, kind: FindingKind, key: string | null, paragraph: number | null, sentence: string, says: string, shouldSay: string, place: string, note: string | null }> } };

export type CircularSummaryFragment = { id: string, title: string, lang: Lang, asOf: string, previousAsOf: string | null, status: CircularStatus, createdAt: string, updatedAt: string, unit: { code: string, name: string }, editions: Array<{ edition: number, number: string, title: string, sealedAt: string, sealedBy: string }> };

export type CircularFigureWordsFragment = { key: string, text: string, definition: string, metric: MetricId | null, unit: string | null, value: string | null, illustrative: boolean, concern: CircularConcern | null };

export type CircularListQueryVariables = Exact<{
  campaign: string | number;
  unit?: string | number | null | undefined;
}>;


export type CircularListQuery = { circulars: Array<{ id: string, title: string, lang: Lang, asOf: string, previousAsOf: string | null, status: CircularStatus, createdAt: string, updatedAt: string, unit: { code: string, name: string }, editions: Array<{ edition: number, number: string, title: string, sealedAt: string, sealedBy: string }> }> };

export type OneCircularQueryVariables = Exact<{
  id: string | number;
}>;


export type OneCircularQuery = { circular: { id: string, title: string, lang: Lang, asOf: string, previousAsOf: string | null, status: CircularStatus, createdAt: string, updatedAt: string, campaign: { id: string }, draft: { revision: number, updatedAt: string, content: unknown, docxUrl: string, pdfUrl: string, htmlUrl: string, figures: Array<{ key: string, text: string, definition: string, metric: MetricId | null, unit: string | null, value: string | null, illustrative: boolean, concern: CircularConcern | null }> } | null, editions: Array<{ edition: number, asOf: string, knownAt: string, digest: string, docxUrl: string, pdfUrl: string, htmlUrl: string, number: string, title: string, sealedAt: string, sealedBy: string, erratum: Array<{ key: string, place: string, before: string, after: string, reason: string, causes: Array<{ kind: string }> }> }>, unit: { code: string, name: string } } | null };

export type ErratumLineWordsFragment = { key: string, place: string, before: string, after: string, reason: string, causes: Array<{ kind: string }> };

export type CircularPreviewQueryVariables = Exact<{
  id: string | number;
}>;


export type CircularPreviewQuery = { circular: { draft: { revision: number, preview: string, nextNumber: string, erratum: Array<{ key: string, place: string, before: string, after: string, reason: string, causes: Array<{ kind: string }> }>, warnings: Array<{ code: CircularConcern, message: string, key: string | null, paragraph: number | null, blocks: boolean }> } | null } | null };

export type CircularBindingsQueryVariables = Exact<{
  id: string | number;
}>;


export type CircularBindingsQuery = { circular: { bindings: Array<{ label: string, text: string, definition: string, bind: unknown, group: string }> } | null };

export type DraftCircularMutationVariables = Exact<{
  input: DraftCircularInput;
}>;


export type DraftCircularMutation = { draftCircular: { ok: boolean, error: { code: string, message: string } | null, circular: { id: string, unit: { code: string } } | null } };

export type SaveCircularMutationVariables = Exact<{
  id: string | number;
  revision: number;
  content: unknown;
}>;


export type SaveCircularMutation = { saveCircular: { ok: boolean, error: { code: string, message: string, place: string | null, paragraph: number | null } | null, circular: { title: string, draft: { revision: number, updatedAt: string, figures: Array<{ key: string, text: string, definition: string, metric: MetricId | null, unit: string | null, value: string | null, illustrative: boolean, concern: CircularConcern | null }> } | null } | null } };

export type DiscardCircularDraftMutationVariables = Exact<{
  id: string | number;
}>;


export type DiscardCircularDraftMutation = { discardCircularDraft: { ok: boolean, error: { code: string, message: string } | null, circular: { id: string } | null } };

export type SealCircularMutationVariables = Exact<{
  id: string | number;
  revision: number;
  number?: number | null | undefined;
}>;


export type SealCircularMutation = { sealCircular: { ok: boolean, error: { code: string, message: string } | null, circular: { id: string } | null } };

export type RenewCircularDraftMutationVariables = Exact<{
  id: string | number;
  revision: number;
}>;


export type RenewCircularDraftMutation = { renewCircularDraft: { ok: boolean, error: { code: string, message: string } | null } };

export type MovedCircularFactsFragment = { circular: string, campaign: string, unit: string, asOf: string, number: string, figures: Array<{ key: string, place: string, before: string, after: string }> };

export type MovedCircularsQueryVariables = Exact<{
  campaign: string | number;
  unit?: string | number | null | undefined;
  circular?: string | number | null | undefined;
}>;


export type MovedCircularsQuery = { movedCirculars: Array<{ circular: string, campaign: string, unit: string, asOf: string, number: string, figures: Array<{ key: string, place: string, before: string, after: string }> }> };

export type CircularsMovedByQueryVariables = Exact<{
  run: string | number;
}>;


export type CircularsMovedByQuery = { circularsMovedBy: Array<{ circular: string, campaign: string, unit: string, asOf: string, number: string, figures: Array<{ key: string, place: string, before: string, after: string }> }> };

export type CircularHeadWordsFragment = { issuer: string, issuerCode: string | null, addressees: string | null, copies: string | null, printedBy: string, dated: CircularDate | null };

export type CircularOfficeQueryVariables = Exact<{
  unit: string | number;
  lang: Lang;
}>;


export type CircularOfficeQuery = { circularSettings: { updatedAt: string | null, updatedBy: string | null, settings: { issuer: string, issuerCode: string | null, addressees: string | null, copies: string | null, printedBy: string, dated: CircularDate | null }, derived: { issuer: string, issuerCode: string | null, addressees: string | null, copies: string | null, printedBy: string, dated: CircularDate | null } } | null };

export type SaveCircularOfficeMutationVariables = Exact<{
  unit: string | number;
  lang: Lang;
  settings: CircularSettingsInput;
}>;


export type SaveCircularOfficeMutation = { saveCircularSettings: { ok: boolean, error: { code: string, message: string } | null } };

export type AmendCircularMutationVariables = Exact<{
  id: string | number;
}>;


export type AmendCircularMutation = { amendCircular: { ok: boolean, error: { code: string, message: string } | null, circular: { id: string } | null } };

export type ImportJobStateFragment = { id: string, upload: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, replace: boolean, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number, rowsWithdrawn: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, withdrawn: number, notInFile: number, problems: number, titleZh: string, titleEn: string }> };

export type ImportProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportProgressQuery = { importJob: { id: string, upload: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, replace: boolean, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number, rowsWithdrawn: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, withdrawn: number, notInFile: number, problems: number, titleZh: string, titleEn: string }> } | null };

export type ImportChangesFragment = { changes: Array<{ id: string, sheet: string, kind: RowChangeKind, caseNo: string | null, unitCode: string | null, unitName: string | null, effectiveOn: string | null, sourceRow: number | null, identity: Array<{ column: string, value: string | null }>, cells: Array<{ column: string, before: string | null, after: string | null }> }>, figures: Array<{ campaign: string, asOf: string, campaignZh: string, campaignEn: string, before: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean }, after: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean } }> };

export type ImportProblemPartsFragment = { sheet: string, sheetTitle: string, row: number | null, column: string | null, columnTitle: string | null, cell: string | null, value: string | null, code: string, severity: Severity, onRecord: string | null, expectedZh: string, expectedEn: string, messageZh: string, messageEn: string };

export type ImportFindingsQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportFindingsQuery = { importJob: { id: string, problems: Array<{ sheet: string, sheetTitle: string, row: number | null, column: string | null, columnTitle: string | null, cell: string | null, value: string | null, code: string, severity: Severity, onRecord: string | null, expectedZh: string, expectedEn: string, messageZh: string, messageEn: string }>, effect: { changes: Array<{ id: string, sheet: string, kind: RowChangeKind, caseNo: string | null, unitCode: string | null, unitName: string | null, effectiveOn: string | null, sourceRow: number | null, identity: Array<{ column: string, value: string | null }>, cells: Array<{ column: string, before: string | null, after: string | null }> }>, figures: Array<{ campaign: string, asOf: string, campaignZh: string, campaignEn: string, before: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean }, after: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean } }> } | null, notInFile: Array<{ id: string, sheet: string, caseNo: string | null, unitCode: string | null, unitName: string | null, effectiveOn: string | null, cells: Array<{ column: string, value: string | null }> }> } | null };

export type ImportRunChangesQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportRunChangesQuery = { importRun: { id: string, fileName: string | null, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsWithdrawn: number, effect: { changes: Array<{ id: string, sheet: string, kind: RowChangeKind, caseNo: string | null, unitCode: string | null, unitName: string | null, effectiveOn: string | null, sourceRow: number | null, identity: Array<{ column: string, value: string | null }>, cells: Array<{ column: string, before: string | null, after: string | null }> }>, figures: Array<{ campaign: string, asOf: string, campaignZh: string, campaignEn: string, before: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean }, after: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean } }> } } | null };

export type WithdrawRowsMutationVariables = Exact<{
  rows: Array<string | number> | string | number;
  dryRun: boolean;
}>;


export type WithdrawRowsMutation = { withdrawRows: { state: ImportState, messageZh: string, messageEn: string, problems: Array<{ sheet: string, sheetTitle: string, row: number | null, column: string | null, columnTitle: string | null, cell: string | null, value: string | null, code: string, severity: Severity, onRecord: string | null, expectedZh: string, expectedEn: string, messageZh: string, messageEn: string }>, effect: { changes: Array<{ id: string, sheet: string, kind: RowChangeKind, caseNo: string | null, unitCode: string | null, unitName: string | null, effectiveOn: string | null, sourceRow: number | null, identity: Array<{ column: string, value: string | null }>, cells: Array<{ column: string, before: string | null, after: string | null }> }>, figures: Array<{ campaign: string, asOf: string, campaignZh: string, campaignEn: string, before: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean }, after: { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean } }> } | null } };

export type PastImportsQueryVariables = Exact<{
  first: number;
}>;


export type PastImportsQuery = { imports: Array<{ id: string, fileName: string | null, recordedAt: string, recordedBy: string, channel: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number, rowsWithdrawn: number }> };

export type StartImportMutationVariables = Exact<{
  upload: string | number;
  dryRun: boolean;
  replace: boolean;
  withdraw: Array<string | number> | string | number;
}>;


export type StartImportMutation = { startImport: { id: string, upload: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, replace: boolean, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number, rowsWithdrawn: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, withdrawn: number, notInFile: number, problems: number, titleZh: string, titleEn: string }> } };

export type LedgerUnitFragment = { code: string, name: string, kind: UnitKind };

export type LedgerCauseFragment = { code: string, zh: string, en: string };

export type LedgerCaseFragment = { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, relapseOf: string | null, illustrative: Array<string>, unit: { code: string, name: string, kind: UnitKind }, town: { code: string, name: string, kind: UnitKind } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }> };

export type LedgerCasesQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  filter?: CaseFilter | null | undefined;
  orderBy: Array<CaseOrder> | CaseOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerCasesQuery = { orgUnit: { code: string, report: { asOf: string, cases: { totalCount: number, edges: Array<{ node: { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, relapseOf: string | null, illustrative: Array<string>, unit: { code: string, name: string, kind: UnitKind }, town: { code: string, name: string, kind: UnitKind } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type LedgerCountsQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  filter?: CaseFilter | null | undefined;
}>;


export type LedgerCountsQuery = { orgUnit: { report: { caseCounts: Array<{ by: CaseFacet, key: string, count: number, cause: { code: string, zh: string, en: string } | null, unit: { name: string } | null }> } } | null };

export type CaseNeighboursQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  caseNo: string | number;
  filter?: CaseFilter | null | undefined;
  orderBy: Array<CaseOrder> | CaseOrder;
}>;


export type CaseNeighboursQuery = { orgUnit: { report: { caseNeighbours: { totalCount: number, position: number | null, previous: string | null, next: string | null } } } | null };

export type LedgerHeadQueryVariables = Exact<{
  code: string | number;
  asOf?: string | null | undefined;
}>;


export type LedgerHeadQuery = { orgUnit: { code: string, name: string, kind: UnitKind } | null };

export type MetricReferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricReferenceQuery = { metrics: Array<{ id: MetricId, unit: MetricUnit, format: MetricFormat, rollup: Rollup, polarity: Polarity, dimensions: Array<Dimension>, group: string, sheet: string, zh: string, en: string, definitionZh: string, definitionEn: string, formulaZh: string, formulaEn: string, rollupTextZh: string, rollupTextEn: string }> };

export type FigureFragment = { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null };

export type CoveredFigureFragment = { id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null, coverage: { entered: number, expected: number } | null };

export type OverviewHeadQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewHeadQuery = { orgUnit: { code: string, name: string, kind: UnitKind, level: number, ancestors: Array<{ code: string, name: string, level: number }>, children: Array<{ code: string, name: string }>, report: { asOf: string, metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }>, kinds: { rows: Array<{ key: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }> }, ranking: Array<{ rank: number | null, tied: boolean, identified: number, rectified: number, acceptedPending: number, overdue: number, relapsed: number, inWork: number, outstanding: number, rate: string | null, illustrative: boolean, unit: { code: string, name: string } }>, all: { totalCount: number, edges: Array<{ node: { caseNo: string, state: CaseState, overdue: boolean, rectified: boolean, daysLeft: number | null, deadline: string | null, contactLeader: string | null, illustrative: Array<string>, primaryCause: { zh: string, en: string }, unit: { code: string, name: string }, town: { code: string, name: string } | null } }> } } } | null };

export type OverviewChangeQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf: string;
  knownAt?: string | null | undefined;
  tree: Tree;
  before: string;
}>;


export type OverviewChangeQuery = { orgUnit: { code: string, report: { compare: Array<{ id: MetricId, change: string | null, inPoints: boolean, from: { value: string | null }, to: { value: string | null }, parts: Array<{ kind: ChangeKind, change: string, rows: number }> }> } } | null };

export type OverviewCausesQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewCausesQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }>, primary: { exclusive: boolean, rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }>, proof: Array<{ holds: boolean | null, reasonZh: string | null, reasonEn: string | null }> }, incidence: { exclusive: boolean, rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }>, proof: Array<{ holds: boolean | null, reasonZh: string | null, reasonEn: string | null }> } } } | null };

export type CausesFragment = { exclusive: boolean, rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }>, proof: Array<{ holds: boolean | null, reasonZh: string | null, reasonEn: string | null }> };

export type OverviewTrendQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewTrendQuery = { orgUnit: { code: string, report: { trend: Array<{ from: string, to: string, label: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }> } } | null };

export type OverviewMoneyQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewMoneyQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null, coverage: { entered: number, expected: number } | null }>, sources: { rows: Array<{ key: string, zh: string, en: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }> } } } | null };

export type OverviewPayQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewPayQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null, coverage: { entered: number, expected: number } | null }>, towns: { rows: Array<{ key: string, unit: { code: string, name: string } | null, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }> } } } | null };

export type OverviewVisitsQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewVisitsQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }>, trend: Array<{ from: string, to: string, label: string, values: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> }> } } | null };

export type OverviewTeamQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewTeamQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null }> } } | null };

export type OverviewAcceptanceQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewAcceptanceQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null, coverage: { entered: number, expected: number } | null }> } } | null };

export type OverviewSupportQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type OverviewSupportQuery = { orgUnit: { code: string, report: { metrics: Array<{ id: MetricId, value: string | null, numerator: string | null, denominator: string | null, atLeast: boolean, illustrative: boolean, noteZh: string | null, noteEn: string | null, coverage: { entered: number, expected: number } | null }>, activities: Array<{ kind: string, heldOn: string, heldOnSpan: string | null, title: string, status: string, attendees: number | null, attendeesAtLeast: boolean, count: number | null, countAtLeast: boolean, passed: boolean, illustrative: boolean, unit: { name: string } }> } } | null };

export type IssuedCardFragment = { id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null };

export type IssuedBatchFragment = { id: string, asOf: string, issuer: string, issuedOn: string, issuedAt: string, issuedBy: string, replyBy: string, reminderCount: number, docxUrl: string, pdfUrl: string, reminders: Array<{ id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null }> };

export type CandidateWordsFragment = { key: string, rule: ReminderRule, caseNo: string | null, organisation: string, reason: string, illustrative: boolean, recent: boolean, addressees: Array<{ kind: ReminderAddresseeKind, post: string, illustrative: boolean, warning: ReminderWarning | null, card: string }>, unit: { code: string }, lastReminder: { number: string, issuedOn: string, pdfUrl: string } | null };

export type ReminderCandidatesQueryVariables = Exact<{
  campaign: string | number;
  unit: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  lang: Lang;
}>;


export type ReminderCandidatesQuery = { reminders: { asOf: string, issuedOn: string, replyBy: string, zhIssuer: string, enIssuer: string, groups: Array<{ rule: ReminderRule, label: string, definition: string, candidates: Array<{ key: string, rule: ReminderRule, caseNo: string | null, organisation: string, reason: string, illustrative: boolean, recent: boolean, addressees: Array<{ kind: ReminderAddresseeKind, post: string, illustrative: boolean, warning: ReminderWarning | null, card: string }>, unit: { code: string }, lastReminder: { number: string, issuedOn: string, pdfUrl: string } | null }> }> } };

export type ReminderPreviewQueryVariables = Exact<{
  input: ReminderInput;
}>;


export type ReminderPreviewQuery = { reminderPreview: string };

export type IssuedRemindersQueryVariables = Exact<{
  campaign: string | number;
  unit: string | number;
  knownAt?: string | null | undefined;
}>;


export type IssuedRemindersQuery = { reminderBatches: Array<{ id: string, asOf: string, issuer: string, issuedOn: string, issuedAt: string, issuedBy: string, replyBy: string, reminderCount: number, docxUrl: string, pdfUrl: string, reminders: Array<{ id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null }> }> };

export type IssueRemindersMutationVariables = Exact<{
  input: IssueReminderCardsInput;
}>;


export type IssueRemindersMutation = { issueReminders: { ok: boolean, error: { code: string, message: string } | null, batch: { id: string, asOf: string, issuer: string, issuedOn: string, issuedAt: string, issuedBy: string, replyBy: string, reminderCount: number, docxUrl: string, pdfUrl: string, reminders: Array<{ id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null }> } | null, skipped: Array<{ key: string, organisation: string }> } };

export type IssuingProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type IssuingProgressQuery = { reminderProgress: { done: number, total: number } | null };

export type VoidReminderMutationVariables = Exact<{
  id: string | number;
  reason: string;
}>;


export type VoidReminderMutation = { voidReminder: { ok: boolean, error: { code: string, message: string } | null, reminder: { id: string, number: string, rule: ReminderRule, matterCount: number, answeredBy: string, asOf: string, issuedOn: string, replyBy: string, docxUrl: string, pdfUrl: string, zh: string, en: string, matters: Array<{ caseNo: string | null, organisation: string, zhReason: string, enReason: string, unit: { code: string } }>, voided: { reason: string, voidedAt: string, voidedBy: string } | null } | null } };

export type MapShapeFragment = { rings: Array<Array<number>>, site: Array<number> | null, illustrative: boolean };

export type WallMapAreasQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  decimals: number;
}>;


export type WallMapAreasQuery = { orgUnit: { code: string, report: { asOf: string, unit: { code: string, boundary: { rings: Array<Array<number>>, site: Array<number> | null, illustrative: boolean } | null }, ranking: Array<{ unit: { code: string, boundary: { rings: Array<Array<number>>, site: Array<number> | null, illustrative: boolean } | null } }> } } | null };

export type WallMapSitesQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  decimals: number;
  first: number;
  after?: string | null | undefined;
}>;


export type WallMapSitesQuery = { orgUnit: { code: string, report: { asOf: string, cases: { totalCount: number, edges: Array<{ node: { caseNo: string, unit: { code: string, boundary: { rings: Array<Array<number>>, site: Array<number> | null, illustrative: boolean } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type WallchartHeadQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type WallchartHeadQuery = { orgUnit: { code: string, name: string, kind: UnitKind, level: number, report: { asOf: string, unit: { code: string, mapped: boolean }, metrics: Array<{ id: MetricId, value: string | null, illustrative: boolean }>, ranking: Array<{ rank: number | null, tied: boolean, identified: number, rectified: number, rate: string | null, unit: { code: string, name: string, level: number } }> } } | null };

export const CampaignsDocument = { hash: 'sha256:7b12fe48d0c52b9dd1e18a2a23c0fc11b77fccf9cb9f424d0b2bf437bc965466' } as TrustedDocument<CampaignsQuery, CampaignsQueryVariables>;
export const UnitSearchDocument = { hash: 'sha256:6cb89f0e2bcef0437c5aa42df71a4bdaf53b87ecd1f7cca3ff84d6baff30e39c' } as TrustedDocument<UnitSearchQuery, UnitSearchQueryVariables>;
export const UnitPlaceDocument = { hash: 'sha256:7ec085c9f64d882bed52192a8ff68d6cb246d23430cad3109b8bb1ef9700fd8d' } as TrustedDocument<UnitPlaceQuery, UnitPlaceQueryVariables>;
export const RecentImportsDocument = { hash: 'sha256:125083b471719e110b864924ff29ce210ac0fc3c639951ffdffa134bb828da4e' } as TrustedDocument<RecentImportsQuery, RecentImportsQueryVariables>;
export const EvidenceRowsDocument = { hash: 'sha256:3b2fb78f69bd0c8a332062a19da9c81aa6250e3576ac1a51a7954c0c6cf6174b' } as TrustedDocument<EvidenceRowsQuery, EvidenceRowsQueryVariables>;
export const MetricLabelsDocument = { hash: 'sha256:1e290de047ce1637ec585f3aac8b17e0f17d847b656334a1a8bee42fb96210ec' } as TrustedDocument<MetricLabelsQuery, MetricLabelsQueryVariables>;
export const BriefingDocument = { hash: 'sha256:9df397a5a54452a336354476bd17d747c3e6e2ea3c656c323fcb88a2f9c5f9c0' } as TrustedDocument<BriefingQuery, BriefingQueryVariables>;
export const BriefingTextsDocument = { hash: 'sha256:d0ede7b5289294b897ee9d9e466976d28a49e00513ed5eefe4cee551c1989580' } as TrustedDocument<BriefingTextsQuery, BriefingTextsQueryVariables>;
export const CaseRecordDocument = { hash: 'sha256:0c6b9937dfd9891d6a92097b97a81f3d25560acfc2bb2a20957bec07d52c8146' } as TrustedDocument<CaseRecordQuery, CaseRecordQueryVariables>;
export const RecordVisitDocument = { hash: 'sha256:8ce16a69e0e8b9a2e9b2dd81618c3b91bb36ea9e206b06c6dced960bff637acf' } as TrustedDocument<RecordVisitMutation, RecordVisitMutationVariables>;
export const CheckCircularDocument = { hash: 'sha256:143fe002946c0b948d1587b779a7843fdf517c1cef2e3dc8f3860a19b21e50d3' } as TrustedDocument<CheckCircularMutation, CheckCircularMutationVariables>;
export const CircularListDocument = { hash: 'sha256:95cd03b2debe276bf475bbfacf0bea3fe47c61f4a1bd8a704eb10654a6519635' } as TrustedDocument<CircularListQuery, CircularListQueryVariables>;
export const OneCircularDocument = { hash: 'sha256:5109bc0502ff681d55e09e36a13d4707c54cdf5a2babad0b4676197c3590a3f2' } as TrustedDocument<OneCircularQuery, OneCircularQueryVariables>;
export const CircularPreviewDocument = { hash: 'sha256:28c29c87656538e2ed7ec745bc65f1e770fd3859e7eead4fa409be9711d83702' } as TrustedDocument<CircularPreviewQuery, CircularPreviewQueryVariables>;
export const CircularBindingsDocument = { hash: 'sha256:ae6368beb5d87ce217b69b658fcdb8b46b82bab62ea3b498aca1ebb64b0cfb8a' } as TrustedDocument<CircularBindingsQuery, CircularBindingsQueryVariables>;
export const DraftCircularDocument = { hash: 'sha256:6d7a2a3e64c2f8254cdbab10a48e3bc2bd94b9184111c7cb0bde80c3b1635178' } as TrustedDocument<DraftCircularMutation, DraftCircularMutationVariables>;
export const SaveCircularDocument = { hash: 'sha256:807b8883787da98c200c7c1a5e83b7ad37f013771baf67117c947b9ab3fdbae6' } as TrustedDocument<SaveCircularMutation, SaveCircularMutationVariables>;
export const DiscardCircularDraftDocument = { hash: 'sha256:bab053bc4c2b19454c7f0bfcfdaa71d0caeeaee28d7a396273ef76e0a0229c65' } as TrustedDocument<DiscardCircularDraftMutation, DiscardCircularDraftMutationVariables>;
export const SealCircularDocument = { hash: 'sha256:90cefaf486c254ee8a07e52cbb3170e6fe493abfd657304da37c1e9b0574705a' } as TrustedDocument<SealCircularMutation, SealCircularMutationVariables>;
export const RenewCircularDraftDocument = { hash: 'sha256:7f3617dec383750c462fe27185677aa515fd9e54a09e91c90a60beeaf1256349' } as TrustedDocument<RenewCircularDraftMutation, RenewCircularDraftMutationVariables>;
export const MovedCircularsDocument = { hash: 'sha256:de87951967c377ddcb3a2c4ac23ff136b87eec33f28b8c4efa252def6a61397f' } as TrustedDocument<MovedCircularsQuery, MovedCircularsQueryVariables>;
export const CircularsMovedByDocument = { hash: 'sha256:e86e2203b3e19c16fe84f2838a1b46a18b0bb79f4910507ba3311f189e1c613b' } as TrustedDocument<CircularsMovedByQuery, CircularsMovedByQueryVariables>;
export const CircularOfficeDocument = { hash: 'sha256:b5b8be5b262e5409c52984f125f045e958a2b20c4197f13d537001249860890c' } as TrustedDocument<CircularOfficeQuery, CircularOfficeQueryVariables>;
export const SaveCircularOfficeDocument = { hash: 'sha256:36130c7fd2cf836d7187c46224dba67cd6eed43d7d840284fc5b6200cdf8c4e8' } as TrustedDocument<SaveCircularOfficeMutation, SaveCircularOfficeMutationVariables>;
export const AmendCircularDocument = { hash: 'sha256:3025a76ecdd235afc67a4c9c2b72950d8d2bb45d2cc1cdc94d491dfe340828e8' } as TrustedDocument<AmendCircularMutation, AmendCircularMutationVariables>;
export const ImportProgressDocument = { hash: 'sha256:00193b7bab403fbeec10810e32f0cd370ff9e470b43f6732e344f65fdd19e2b0' } as TrustedDocument<ImportProgressQuery, ImportProgressQueryVariables>;
export const ImportFindingsDocument = { hash: 'sha256:78df7e987a7ebece6eb45a73ad54eea870c937cc4c959f386cc229b8c820f4ac' } as TrustedDocument<ImportFindingsQuery, ImportFindingsQueryVariables>;
export const ImportRunChangesDocument = { hash: 'sha256:90282384ac17e5e6de83e78dc88ce21e6fcb43125084d5c591209097efcda882' } as TrustedDocument<ImportRunChangesQuery, ImportRunChangesQueryVariables>;
export const WithdrawRowsDocument = { hash: 'sha256:5f0de28b212922162ba5f61f5a835861df2b6077db08f1ca7c07b22d4f0417e0' } as TrustedDocument<WithdrawRowsMutation, WithdrawRowsMutationVariables>;
export const PastImportsDocument = { hash: 'sha256:a494765bb10eec2c6470a57d3be1b6f084951b4988568b56a58a57a8b3b9f43a' } as TrustedDocument<PastImportsQuery, PastImportsQueryVariables>;
export const StartImportDocument = { hash: 'sha256:b4af1b2c829d1a466fd3df4d8f128dcbcebf24697c0d0cc2081197817bb5cbf5' } as TrustedDocument<StartImportMutation, StartImportMutationVariables>;
export const LedgerCasesDocument = { hash: 'sha256:8bdf0e8af94c374631df4066608acfc52d256f942e401f56fd325da60994d7d3' } as TrustedDocument<LedgerCasesQuery, LedgerCasesQueryVariables>;
export const LedgerCountsDocument = { hash: 'sha256:4b6d40ea69622ebdda8ce8e512f027a39d30c166904f69cfd128def008bb1322' } as TrustedDocument<LedgerCountsQuery, LedgerCountsQueryVariables>;
export const CaseNeighboursDocument = { hash: 'sha256:ed949b6f8a609d0494e4d8a4b1dbf7b3cdb7dca1192a0b197cb50e36b7bb55f7' } as TrustedDocument<CaseNeighboursQuery, CaseNeighboursQueryVariables>;
export const LedgerHeadDocument = { hash: 'sha256:35b47604187fd6f5e807757194dd869257262e2892ee4fd548f560c74e941c94' } as TrustedDocument<LedgerHeadQuery, LedgerHeadQueryVariables>;
export const MetricReferenceDocument = { hash: 'sha256:1950cdf79c50479964f8ec03e736e3016adfa6e9347d59ef252e5e3169accf30' } as TrustedDocument<MetricReferenceQuery, MetricReferenceQueryVariables>;
export const OverviewHeadDocument = { hash: 'sha256:5dd4bee5af746b6a93335e8ba8512108f2e97669c57aa17fc33ef0ca433471e3' } as TrustedDocument<OverviewHeadQuery, OverviewHeadQueryVariables>;
export const OverviewChangeDocument = { hash: 'sha256:77e7ad2cf0ebb17c55ef940db48769d5297afc7573c631e78b952ae6196f4adf' } as TrustedDocument<OverviewChangeQuery, OverviewChangeQueryVariables>;
export const OverviewCausesDocument = { hash: 'sha256:cdc768fa6ae83dbec712a0155442753132ac47532bed265519986fa5d84f17f2' } as TrustedDocument<OverviewCausesQuery, OverviewCausesQueryVariables>;
export const OverviewTrendDocument = { hash: 'sha256:90cfae96386d15443063c35d9cf8750715659a377be796ad334e02dffa513081' } as TrustedDocument<OverviewTrendQuery, OverviewTrendQueryVariables>;
export const OverviewMoneyDocument = { hash: 'sha256:7e1aee6c1063f1e0001037e020c5cf75441d4605f6a12347c94e653986c88666' } as TrustedDocument<OverviewMoneyQuery, OverviewMoneyQueryVariables>;
export const OverviewPayDocument = { hash: 'sha256:330fc4588af5a2120ff57b4e48aefee34295f76dde489a6ac0ed8fca0a4a6e29' } as TrustedDocument<OverviewPayQuery, OverviewPayQueryVariables>;
export const OverviewVisitsDocument = { hash: 'sha256:ee454edcbc104badebb3cd415fb4e0df227094a4c4a7c9aaf367c76f3df94db0' } as TrustedDocument<OverviewVisitsQuery, OverviewVisitsQueryVariables>;
export const OverviewTeamDocument = { hash: 'sha256:f9a22258699ff02155dd66f946d6cc8809825779ab1de417c227dde38d1dfe53' } as TrustedDocument<OverviewTeamQuery, OverviewTeamQueryVariables>;
export const OverviewAcceptanceDocument = { hash: 'sha256:3d90df8ee340e93186fac602c4cb2ffad95e4cf096ba22e910035868b1e06caf' } as TrustedDocument<OverviewAcceptanceQuery, OverviewAcceptanceQueryVariables>;
export const OverviewSupportDocument = { hash: 'sha256:9cc2314ee2f84259fea1a2b253d0b478a0f64dc625c4cc35440ef50f71d4adbe' } as TrustedDocument<OverviewSupportQuery, OverviewSupportQueryVariables>;
export const ReminderCandidatesDocument = { hash: 'sha256:4d191e5d63b03ed87baf6181147c0f6769c8537e338d937946bad977f34e11a3' } as TrustedDocument<ReminderCandidatesQuery, ReminderCandidatesQueryVariables>;
export const ReminderPreviewDocument = { hash: 'sha256:b32c41903c98c3ab707304ead83c116348a99530af55f8a355db8adf4fb1844a' } as TrustedDocument<ReminderPreviewQuery, ReminderPreviewQueryVariables>;
export const IssuedRemindersDocument = { hash: 'sha256:b6c48d9c55fe85a145c69bf96deaf9c9acd3231705dd72e274c1cd89c8770a89' } as TrustedDocument<IssuedRemindersQuery, IssuedRemindersQueryVariables>;
export const IssueRemindersDocument = { hash: 'sha256:533f39f6a9a4a6bb2d12858bb1b5e6f366f04d4fce9974774caf498ccbaaa7b4' } as TrustedDocument<IssueRemindersMutation, IssueRemindersMutationVariables>;
export const IssuingProgressDocument = { hash: 'sha256:0ec1527984e509e357a277780e6d6b6e0e34aa0ce45e0c5e3a7e24ebe55dcb85' } as TrustedDocument<IssuingProgressQuery, IssuingProgressQueryVariables>;
export const VoidReminderDocument = { hash: 'sha256:9805c5b8548fe7e73d965f168abcc65d66356fdac04c1e5c4422e9d9c2c05f7e' } as TrustedDocument<VoidReminderMutation, VoidReminderMutationVariables>;
export const WallMapAreasDocument = { hash: 'sha256:285ea8ddb340ac3e5ddaa92218bd942d905df69c706e38c0ad7a84a067f05793' } as TrustedDocument<WallMapAreasQuery, WallMapAreasQueryVariables>;
export const WallMapSitesDocument = { hash: 'sha256:fc7212ceb35bcf7f33201e84e331012801c161edb8b8faeafb58121516f3f39a' } as TrustedDocument<WallMapSitesQuery, WallMapSitesQueryVariables>;
export const WallchartHeadDocument = { hash: 'sha256:c274e092a1c72f620ee514f53a4f65135279ee5c54c90f1ab9b016ae0f757d94' } as TrustedDocument<WallchartHeadQuery, WallchartHeadQueryVariables>;