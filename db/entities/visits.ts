import { defineEntity, p } from '@mikro-orm/core';
import { CONTACT_ROLES } from '../vocabulary.ts';
import { datesFinite, notNegative } from './constraints.ts';
import { caseColumns, factColumns, factTable } from './fact-columns.ts';

/** Visits to a case by a contact; `effective_on` is the workbook's `visited_on`. */
export const Visits = defineEntity({
  name: 'Visits',
  tableName: 'visits',
  properties: {
    ...factColumns,
    ...caseColumns,
    role: p.enum(CONTACT_ROLES),
    problemsFound: p.integer().nullable(),
    problemsFoundAtLeast: p.boolean().default(false),
    problemsSolved: p.integer().nullable(),
    problemsSolvedAtLeast: p.boolean().default(false),
    note: p.text().nullable(),
  },
  ...factTable(
    'visits',
    ['caseNo', 'role', 'effectiveOn'],
    [],
    [
      datesFinite('visits', 'effective_on'),
      notNegative('visits', 'problems_found'),
      notNegative('visits', 'problems_solved'),
    ],
  ),
});
