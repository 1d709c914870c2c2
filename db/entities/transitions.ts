import { defineEntity, p } from '@mikro-orm/core';
import { TRANSITION_STATES } from '../vocabulary.ts';
import { datesFinite } from './constraints.ts';
import { caseColumns, factColumns, factTable } from './fact-columns.ts';

/** Changes of a case's state; `identified` is its start and has no row. */
export const Transitions = defineEntity({
  name: 'Transitions',
  tableName: 'transitions',
  properties: {
    ...factColumns,
    ...caseColumns,
    state: p.enum(TRANSITION_STATES),
    documentNo: p.text().nullable(),
    note: p.text().nullable(),
  },
  ...factTable('transitions', ['caseNo', 'state', 'effectiveOn'], [], [datesFinite('transitions', 'effective_on')]),
});
