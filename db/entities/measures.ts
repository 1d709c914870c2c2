import { defineEntity, p } from '@mikro-orm/core';
import { MEASURE_AREAS } from '../vocabulary.ts';
import { day } from './columns.ts';
import { check, datesFinite, notEmpty } from './constraints.ts';
import { caseColumns, factColumns, factTable } from './fact-columns.ts';

/** The plan of a case (一村一策); `effective_on` is the day the case was identified. */
export const Measures = defineEntity({
  name: 'Measures',
  tableName: 'measures',
  properties: {
    ...factColumns,
    ...caseColumns,
    no: p.integer(),
    area: p.enum(MEASURE_AREAS),
    content: p.text(),
    responsible: p.text().nullable(),
    dueOn: day().nullable(),
    doneOn: day().nullable(),
  },
  ...factTable(
    'measures',
    ['caseNo', 'no'],
    [],
    [
      datesFinite('measures', 'effective_on', 'due_on', 'done_on'),
      notEmpty('measures', 'content'),
      check('measures_no_positive', 'no > 0'),
    ],
  ),
});
