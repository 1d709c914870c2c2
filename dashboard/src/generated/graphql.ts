/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
export type CaseFilter = {
  causes?: Array<string> | null | undefined;
  countedIn?: MetricId | null | undefined;
  grades?: Array<Grade> | null | undefined;
  kinds?: Array<UnitKind> | null | undefined;
  overdue?: boolean | null | undefined;
  primaryCauses?: Array<string> | null | undefined;
  rectified?: boolean | null | undefined;
  states?: Array<CaseState> | null | undefined;
  text?: string | null | undefined;
  units?: Array<string | number> | null | undefined;
};

export type CaseState =
  | 'ACCEPTED'
  | 'CONSOLIDATING'
  | 'IDENTIFIED'
  | 'PLANNED'
  | 'RECTIFYING'
  | 'RELAPSED'
  | 'STRUCK_OFF'
  | 'SUBMITTED';

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

export type Grade =
  | 'AVERAGE'
  | 'FAIRLY_GOOD'
  | 'GOOD'
  | 'POOR';

export type ImportState =
  | 'ACCEPTED'
  | 'CHECKED'
  | 'FAILED'
  | 'REFUSED'
  | 'RUNNING'
  | 'UNCHANGED';

export type MetricFormat =
  | 'DECIMAL'
  | 'INTEGER'
  | 'MONEY'
  | 'PERCENT'
  | 'SIGNED_PERCENT';

export type MetricId =
  | 'ACCEPTED_PENDING'
  | 'CADRES_ATTACHED'
  | 'COLLECTIVE_INCOME'
  | 'DAYS_TO_RECTIFY'
  | 'FIRST_SECRETARIES'
  | 'GENERAL_PAY_INCREASE'
  | 'GRADE_AVERAGE'
  | 'GRADE_FAIRLY_GOOD'
  | 'GRADE_GOOD'
  | 'GRADE_POOR'
  | 'IDENTIFICATION_RATIO'
  | 'IDENTIFIED'
  | 'LEADING_PAY_INCREASE'
  | 'MEASURES'
  | 'MEASURES_DONE'
  | 'MEASURES_OVERDUE'
  | 'MEASURE_RATE'
  | 'MEMBERS_ADJUSTED'
  | 'NO_INCOME'
  | 'OPERATING_DUE'
  | 'OPERATING_GAP'
  | 'OPERATING_PAID'
  | 'OPERATING_RATE'
  | 'OUTSTANDING'
  | 'OVERDUE'
  | 'PAID_ON_TIME'
  | 'PLAN_COMPLETENESS'
  | 'PROBLEMS_FOUND'
  | 'PROBLEMS_SOLVED'
  | 'PROJECT_FUNDS'
  | 'RECTIFICATION_RATE'
  | 'RECTIFIED'
  | 'RELAPSED'
  | 'REPORTS_DUE'
  | 'REPORT_COMPLETENESS'
  | 'REPORT_TIMELINESS'
  | 'RESERVE_CADRES'
  | 'SATISFACTION'
  | 'SECRETARIES_ADJUSTED'
  | 'SECRETARIES_TRAINED'
  | 'STATIONED_CADRES'
  | 'STRONG_VILLAGE_PAIRS'
  | 'TRAINING_COVERAGE'
  | 'TWINNED_UNITS'
  | 'VACANCIES_BEFORE'
  | 'VACANCIES_NOW'
  | 'VENUES_DONE'
  | 'VENUES_NEEDED'
  | 'VENUE_COST'
  | 'VENUE_GAP'
  | 'VENUE_NEED_SHARE'
  | 'VENUE_RAISED'
  | 'VISITS'
  | 'VISIT_COMPLIANCE'
  | 'WARNING_TALKS'
  | 'WEAK_ECONOMY';

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

export type PartInput = {
  by: Dimension;
  den?: boolean | null | undefined;
  key: string;
  unassigned?: boolean | null | undefined;
};

export type Polarity =
  | 'HIGHER_IS_BETTER'
  | 'LOWER_IS_BETTER'
  | 'NEUTRAL';

export type Rollup =
  | 'LATEST'
  | 'RATIO'
  | 'SUM';

export type Severity =
  | 'ERROR'
  | 'WARNING';

export type Tree =
  | 'NOW'
  | 'THEN';

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


export type CampaignsQuery = { campaigns: Array<{ id: string, startOn: string, deadline: string | null, firstDay: string, lastDay: string, defaultAsOf: string, rectifiedFrom: CaseState, declaredVillages: number | null, visitsPerMonth: number | null, illustrative: boolean, zh: string, en: string, unit: { code: string, name: string } }> };

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


export type RecentImportsQuery = { imports: Array<{ id: string, fileName: string, recordedAt: string }> };

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


export type EvidenceRowsQuery = { orgUnit: { code: string, name: string, report: { rows: { totalCount: number, sum: string | null, edges: Array<{ cursor: string, node: { sheet: string, caseNo: string | null, effectiveOn: string | null, contribution: string | null, source: string | null, recordedAt: string | null, illustrative: boolean, unit: { code: string, name: string }, cells: Array<{ column: string, value: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type MetricLabelsQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricLabelsQuery = { metrics: Array<{ id: MetricId, unit: MetricUnit, format: MetricFormat, sheet: string, zh: string, en: string, definitionZh: string, definitionEn: string, denominated: string }> };

export type CaseRecordQueryVariables = Exact<{
  caseNo: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type CaseRecordQuery = { case: { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, symptoms: string | null, aim: string | null, relapseOf: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, illustrative: Array<string>, campaign: { id: string, startOn: string, deadline: string | null, defaultAsOf: string, rectifiedFrom: CaseState, visitsPerMonth: number | null, checklist: Array<string>, zh: string, en: string }, unit: { code: string, name: string, kind: UnitKind, population: number | null, members: number | null, illustrative: boolean, ancestors: Array<{ code: string, name: string }> }, town: { code: string, name: string } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }>, transitions: Array<{ state: CaseState, effectiveOn: string, documentNo: string | null, note: string | null, illustrative: boolean }>, measures: Array<{ no: number, area: string, content: string, responsible: string | null, dueOn: string | null, doneOn: string | null, overdue: boolean, illustrative: boolean }>, contacts: Array<{ role: string, holder: string, since: string, until: string | null, illustrative: boolean }>, visits: Array<{ role: string, visitedOn: string, problemsFound: number | null, problemsSolved: number | null, note: string | null, illustrative: boolean }>, evaluations: Array<{ kind: string, evaluatedOn: string, issued: number | null, returned: number | null, satisfied: number | null, fairly: number | null, dissatisfied: number | null, score: string | null, grade: Grade | null, illustrative: boolean }>, venue: { way: string, estimateYuan: string | null, identifiedOn: string, doneOn: string | null, raisedYuan: string, gapYuan: string | null, illustrative: boolean } | null, venueFunds: Array<{ source: string, receivedOn: string, amountYuan: string, illustrative: boolean }>, projectFunds: Array<{ source: string, receivedOn: string, amountYuan: string, illustrative: boolean }>, operatingFunds: Array<{ year: number, dueYuan: string | null, paidYuan: string, paidOn: string, illustrative: boolean }>, economy: Array<{ year: number, incomeYuan: string, illustrative: boolean }>, history: Array<{ sheet: string, effectiveOn: string, recordedAt: string, supersededAt: string | null, recordedBy: string, source: string | null, changed: Array<string>, cells: Array<{ column: string, value: string | null }> }> } | null };

export type ImportJobStateFragment = { id: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, problems: number, titleZh: string, titleEn: string }> };

export type ImportProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportProgressQuery = { importJob: { id: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, problems: number, titleZh: string, titleEn: string }> } | null };

export type ImportProblemsQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportProblemsQuery = { importJob: { id: string, problems: Array<{ sheet: string, sheetTitle: string, row: number | null, column: string | null, columnTitle: string | null, cell: string | null, value: string | null, code: string, severity: Severity, expectedZh: string, expectedEn: string, messageZh: string, messageEn: string }> } | null };

export type PastImportsQueryVariables = Exact<{
  first: number;
}>;


export type PastImportsQuery = { imports: Array<{ id: string, fileName: string, recordedAt: string, recordedBy: string, channel: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number }> };

export type StartImportMutationVariables = Exact<{
  upload: string | number;
  dryRun: boolean;
}>;


export type StartImportMutation = { startImport: { id: string, dryRun: boolean, fileName: string, state: ImportState, phase: string, rowsDone: number, rowsTotal: number | null, problemCount: number, warningCount: number, annotatedUrl: string | null, messageZh: string | null, messageEn: string | null, run: { id: string, recordedAt: string, rowsNew: number, rowsCorrected: number, rowsUnchanged: number } | null, sheets: Array<{ sheet: string, rows: number, new: number, corrected: number, unchanged: number, problems: number, titleZh: string, titleEn: string }> } };

export type LedgerUnitFragment = { code: string, name: string, kind: UnitKind };

export type LedgerCauseFragment = { code: string, zh: string, en: string };

export type LedgerCaseFragment = { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, relapseOf: string | null, illustrative: Array<string>, pinyin: string, unit: { code: string, name: string, kind: UnitKind }, town: { code: string, name: string, kind: UnitKind } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }> };

export type LedgerCasesQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
  filter?: CaseFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerCasesQuery = { orgUnit: { code: string, report: { asOf: string, cases: { totalCount: number, edges: Array<{ node: { caseNo: string, state: CaseState, stateSince: string, identifiedOn: string, deadline: string | null, daysLeft: number | null, overdue: boolean, rectified: boolean, rectifiedOn: string | null, grade: Grade | null, contactLeader: string | null, documentNo: string | null, relapseOf: string | null, illustrative: Array<string>, pinyin: string, unit: { code: string, name: string, kind: UnitKind }, town: { code: string, name: string, kind: UnitKind } | null, primaryCause: { code: string, zh: string, en: string }, otherCauses: Array<{ code: string, zh: string, en: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type LedgerHeadQueryVariables = Exact<{
  code: string | number;
  asOf?: string | null | undefined;
}>;


export type LedgerHeadQuery = { orgUnit: { code: string, name: string, kind: UnitKind } | null };

export type MetricReferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type MetricReferenceQuery = { metrics: Array<{ id: MetricId, unit: MetricUnit, format: MetricFormat, rollup: Rollup, polarity: Polarity, dimensions: Array<Dimension>, group: string, sheet: string, labelZh: string, labelEn: string, definitionZh: string, definitionEn: string, formulaZh: string, formulaEn: string, rollupTextZh: string, rollupTextEn: string }> };

export type WallchartHeadQueryVariables = Exact<{
  campaign: string | number;
  code: string | number;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  tree: Tree;
}>;


export type WallchartHeadQuery = { orgUnit: { code: string, name: string, kind: UnitKind, level: number, report: { asOf: string, metrics: Array<{ id: MetricId, value: string | null, illustrative: boolean }>, ranking: Array<{ rank: number | null, tied: boolean, identified: number, rectified: number, rate: string | null, unit: { code: string, name: string, level: number } }> } } | null };

export const ImportJobStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ImportJobState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportJob"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dryRun"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"rowsDone"}},{"kind":"Field","name":{"kind":"Name","value":"rowsTotal"}},{"kind":"Field","name":{"kind":"Name","value":"problemCount"}},{"kind":"Field","name":{"kind":"Name","value":"warningCount"}},{"kind":"Field","name":{"kind":"Name","value":"annotatedUrl"}},{"kind":"Field","alias":{"kind":"Name","value":"messageZh"},"name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","alias":{"kind":"Name","value":"messageEn"},"name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rowsNew"}},{"kind":"Field","name":{"kind":"Name","value":"rowsCorrected"}},{"kind":"Field","name":{"kind":"Name","value":"rowsUnchanged"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sheets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sheet"}},{"kind":"Field","alias":{"kind":"Name","value":"titleZh"},"name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","alias":{"kind":"Name","value":"titleEn"},"name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"corrected"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"problems"}}]}}]}}]} as unknown as DocumentNode<ImportJobStateFragment, unknown>;
export const LedgerUnitFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LedgerUnit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrgUnit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]} as unknown as DocumentNode<LedgerUnitFragment, unknown>;
export const LedgerCauseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LedgerCause"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cause"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"zh"},"name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]} as unknown as DocumentNode<LedgerCauseFragment, unknown>;
export const LedgerCaseFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LedgerCase"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseNo"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LedgerUnit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"town"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LedgerUnit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateSince"}},{"kind":"Field","name":{"kind":"Name","value":"identifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"primaryCause"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LedgerCause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"otherCauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LedgerCause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"rectified"}},{"kind":"Field","name":{"kind":"Name","value":"rectifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"contactLeader"}},{"kind":"Field","name":{"kind":"Name","value":"documentNo"}},{"kind":"Field","name":{"kind":"Name","value":"relapseOf"}},{"kind":"Field","name":{"kind":"Name","value":"illustrative"}},{"kind":"Field","name":{"kind":"Name","value":"pinyin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LedgerUnit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrgUnit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LedgerCause"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Cause"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"zh"},"name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]} as unknown as DocumentNode<LedgerCaseFragment, unknown>;
export const CampaignsDocument = {"__meta__":{"hash":"sha256:4078e6f109d0be3e2b56bd46f2b214e3005386d0c94b6ff8da26440162c2d8a1"}} as unknown as DocumentNode<CampaignsQuery, CampaignsQueryVariables>;
export const UnitSearchDocument = {"__meta__":{"hash":"sha256:6cb89f0e2bcef0437c5aa42df71a4bdaf53b87ecd1f7cca3ff84d6baff30e39c"}} as unknown as DocumentNode<UnitSearchQuery, UnitSearchQueryVariables>;
export const UnitPlaceDocument = {"__meta__":{"hash":"sha256:7ec085c9f64d882bed52192a8ff68d6cb246d23430cad3109b8bb1ef9700fd8d"}} as unknown as DocumentNode<UnitPlaceQuery, UnitPlaceQueryVariables>;
export const RecentImportsDocument = {"__meta__":{"hash":"sha256:125083b471719e110b864924ff29ce210ac0fc3c639951ffdffa134bb828da4e"}} as unknown as DocumentNode<RecentImportsQuery, RecentImportsQueryVariables>;
export const EvidenceRowsDocument = {"__meta__":{"hash":"sha256:0613445a5d1da94b997203bb38915e5cd447717bb88d109d00e39f176a6fd1a6"}} as unknown as DocumentNode<EvidenceRowsQuery, EvidenceRowsQueryVariables>;
export const MetricLabelsDocument = {"__meta__":{"hash":"sha256:862bb92dbac851ec068366279ec191af509130322da7f34ebd50dd65e96633a3"}} as unknown as DocumentNode<MetricLabelsQuery, MetricLabelsQueryVariables>;
export const CaseRecordDocument = {"__meta__":{"hash":"sha256:4d5350f154baba9c16eef540be16b8bfbddc615287d92b49a75edfc24783ce06"}} as unknown as DocumentNode<CaseRecordQuery, CaseRecordQueryVariables>;
export const ImportProgressDocument = {"__meta__":{"hash":"sha256:78353fc4007da4470193a5277f52daaf561ff6e3fd6e4f21fc85b64c68882fb7"}} as unknown as DocumentNode<ImportProgressQuery, ImportProgressQueryVariables>;
export const ImportProblemsDocument = {"__meta__":{"hash":"sha256:ebadf3863bc08ffe208355f1e8bb25d432f8b0c790e1163c1192a53978564fd7"}} as unknown as DocumentNode<ImportProblemsQuery, ImportProblemsQueryVariables>;
export const PastImportsDocument = {"__meta__":{"hash":"sha256:cfe35a8180c2e04bcbe434ee84e3e7a1ff66945d745501d70315fd554354cdff"}} as unknown as DocumentNode<PastImportsQuery, PastImportsQueryVariables>;
export const StartImportDocument = {"__meta__":{"hash":"sha256:271bc218449857c5496e920a4bb26a8905136a7f6aea93f346ad9a95f1f307f8"}} as unknown as DocumentNode<StartImportMutation, StartImportMutationVariables>;
export const LedgerCasesDocument = {"__meta__":{"hash":"sha256:0ed9f24056334a66aea1fe2eac10071d76edabadf4b29e6fa4cb7f1f6860dbad"}} as unknown as DocumentNode<LedgerCasesQuery, LedgerCasesQueryVariables>;
export const LedgerHeadDocument = {"__meta__":{"hash":"sha256:35b47604187fd6f5e807757194dd869257262e2892ee4fd548f560c74e941c94"}} as unknown as DocumentNode<LedgerHeadQuery, LedgerHeadQueryVariables>;
export const MetricReferenceDocument = {"__meta__":{"hash":"sha256:e96930c015d5e403cec873b587778c10d32bf06ac1a3563b5fd47c51378bb6a5"}} as unknown as DocumentNode<MetricReferenceQuery, MetricReferenceQueryVariables>;
export const WallchartHeadDocument = {"__meta__":{"hash":"sha256:c04fa827a344f72e1b52a9dc5469f3f1379f96388883eed8694d0836869b7641"}} as unknown as DocumentNode<WallchartHeadQuery, WallchartHeadQueryVariables>;