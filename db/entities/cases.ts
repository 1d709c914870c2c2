import { defineEntity, p } from '@mikro-orm/core';
import { day, textList } from './columns.ts';
import { check, datesFinite } from './constraints.ts';
import { campaign, caseColumns, factColumns, factTable, unitCode } from './fact-columns.ts';
import { Cause } from './reference.ts';

const table = factTable(
  'cases',
  ['caseNo'],
  ['campaign', 'unitCode'],
  [
    datesFinite('cases', 'effective_on', 'deadline'),
    check('cases_primary_cause_not_among_others', 'not (primary_cause = any (other_causes))'),
    check('cases_deadline_after_identified', 'deadline >= effective_on'),
    check('cases_not_relapse_of_itself', 'relapse_of <> case_no'),
  ],
  { ofUnit: true },
);

/** Identified organisations; `effective_on` is the workbook's `identified_on`. */
export const Cases = defineEntity({
  name: 'Cases',
  tableName: 'cases',
  properties: {
    ...factColumns,
    ...caseColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    primaryCause: p.manyToOne(Cause).mapToPk().fieldName('primary_cause'),
    otherCauses: textList().defaultRaw("'{}'"),
    deadline: day().nullable(),
    symptoms: p.text().nullable(),
    symptomsEn: p.text().nullable(),
    aim: p.text().nullable(),
    relapseOf: p.text().nullable(),
  },
  ...table,
  // A number alone names a case on its page, in forms and in files.
  indexes: [...table.indexes, { name: 'cases_number', properties: ['caseNo'] }],
});
