import { defineEntity, p } from '@mikro-orm/core';
import { EVALUATION_KINDS, GRADES } from '../vocabulary.ts';
import { check, datesFinite, notNegative } from './constraints.ts';
import { caseColumns, factColumns, factTable } from './fact-columns.ts';

/** Acceptance of a case: assessment, ballot, group, city review; `effective_on` is the workbook's `evaluated_on`. */
export const Evaluations = defineEntity({
  name: 'Evaluations',
  tableName: 'evaluations',
  properties: {
    ...factColumns,
    ...caseColumns,
    kind: p.enum(EVALUATION_KINDS),
    issued: p.integer().nullable(),
    returned: p.integer().nullable(),
    satisfied: p.integer().nullable(),
    fairly: p.integer().nullable(),
    dissatisfied: p.integer().nullable(),
    score: p.decimal('string').columnType('numeric(5,2)').nullable(),
    grade: p.enum(GRADES).nullable(),
  },
  ...factTable(
    'evaluations',
    ['caseNo', 'kind', 'effectiveOn'],
    [],
    [
      datesFinite('evaluations', 'effective_on'),
      notNegative('evaluations', 'issued'),
      notNegative('evaluations', 'returned'),
      notNegative('evaluations', 'satisfied'),
      notNegative('evaluations', 'fairly'),
      notNegative('evaluations', 'dissatisfied'),
      check('evaluations_score_in_range', 'score >= 0 and score <= 100'),
      check('evaluations_returned_at_most_issued', 'returned <= issued'),
      check('evaluations_answers_sum_to_returned', 'satisfied + fairly + dissatisfied = returned'),
      check(
        'evaluations_answers_at_most_returned',
        'coalesce(satisfied, 0)::bigint + coalesce(fairly, 0) + coalesce(dissatisfied, 0) <= returned',
      ),
    ],
  ),
});
