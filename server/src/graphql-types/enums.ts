import { CASE_STATES, GRADES, UNIT_KINDS } from '@wallchart/db';
import { registerEnumType } from 'type-graphql';

/** An enum whose values are its names. */
export const same = <T extends string>(names: readonly T[]): Record<T, T> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

/** Turns keys of the database ('struck_off') into an enum whose names are upper case (STRUCK_OFF). */
function enumOf<const T extends string>(...keys: readonly T[]): { readonly [K in T as Uppercase<K>]: K } {
  return Object.fromEntries(keys.map((key) => [key.toUpperCase(), key])) as { [K in T as Uppercase<K>]: K };
}

export const LangEnum = enumOf('zh', 'en');
registerEnumType(LangEnum, { name: 'Lang', description: 'Language of a text.' });

export const TreeEnum = enumOf('then', 'now');
export type TreeName = 'then' | 'now';
registerEnumType(TreeEnum, {
  name: 'Tree',
  description: "Which version of the tree to use: that of the as-of day (THEN) or today's (NOW).",
});

export const GrainEnum = { WEEK: 'WEEK', MONTH: 'MONTH' } as const;
export type GrainName = 'WEEK' | 'MONTH';
registerEnumType(GrainEnum, { name: 'Grain', description: 'Length of a period; a week starts on Monday.' });

export const TrendModeEnum = enumOf('level', 'flow');
export type TrendModeName = 'level' | 'flow';
registerEnumType(TrendModeEnum, {
  name: 'TrendMode',
  description: 'LEVEL: the figure as of the end of each period. FLOW: what each period added.',
});

export const UnitKindEnum = enumOf(...UNIT_KINDS);
export type UnitKindName = (typeof UnitKindEnum)[keyof typeof UnitKindEnum];
registerEnumType(UnitKindEnum, { name: 'UnitKind', description: 'Kind of a unit of the tree.' });

export const CaseStateEnum = enumOf(...CASE_STATES);
export type CaseStateName = (typeof CaseStateEnum)[keyof typeof CaseStateEnum];
registerEnumType(CaseStateEnum, { name: 'CaseState', description: 'State in the life of a case, in order.' });

export const GradeEnum = enumOf(...GRADES);
export type GradeName = (typeof GradeEnum)[keyof typeof GradeEnum];
registerEnumType(GradeEnum, { name: 'Grade', description: 'Grade at acceptance: 好, 较好, 一般, 差.' });

export const CaseOrderFieldEnum = enumOf(
  'case_no',
  'unit',
  'town',
  'kind',
  'state',
  'state_since',
  'primary_cause',
  'other_causes',
  'identified_on',
  'deadline',
  'days_left',
  'overdue_days',
  'rectified_on',
  'contact_leader',
  'document_no',
  'grade',
);
export type CaseOrderFieldName = (typeof CaseOrderFieldEnum)[keyof typeof CaseOrderFieldEnum];
registerEnumType(CaseOrderFieldEnum, { name: 'CaseOrderField' });

export const CaseFacetEnum = enumOf('state', 'primary_cause', 'cause', 'town', 'unit_kind', 'grade');
export type CaseFacetName = (typeof CaseFacetEnum)[keyof typeof CaseFacetEnum];
registerEnumType(CaseFacetEnum, { name: 'CaseFacet', description: 'CAUSE: primary or other.' });

export const ImportStateEnum = enumOf('running', 'checked', 'accepted', 'unchanged', 'refused', 'failed');
export type ImportStateName = (typeof ImportStateEnum)[keyof typeof ImportStateEnum];
registerEnumType(ImportStateEnum, {
  name: 'ImportState',
  description: 'CHECKED: a dry run found nothing wrong. REFUSED: problems. FAILED: an unexpected error.',
});

export const RowChangeKindEnum = enumOf('new', 'corrected', 'withdrawn');
export type RowChangeKindName = 'new' | 'corrected' | 'withdrawn';
registerEnumType(RowChangeKindEnum, {
  name: 'RowChangeKind',
  description: 'WITHDRAWN: the row was withdrawn without a replacement.',
});

export const SeverityEnum = enumOf('error', 'warning');
export type SeverityName = 'error' | 'warning';
registerEnumType(SeverityEnum, { name: 'Severity', description: 'A warning never blocks an import.' });
