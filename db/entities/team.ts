import { defineEntity, p } from '@mikro-orm/core';
import { TEAM_ITEMS } from '../vocabulary.ts';
import { day } from './columns.ts';
import { check, datesFinite, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/** What was done to leading teams (班子建设), counted at the lowest unit for which it is known. */
export const Team = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    item: p.enum(TEAM_ITEMS),
    count: p.integer(),
    atLeast: p.boolean().default(false),
    termUntil: day().nullable(),
    note: p.text().nullable(),
  },
  ...factTable(
    'team',
    ['campaign', 'unitCode', 'item', 'effectiveOn'],
    ['campaign', 'unitCode'],
    [
      datesFinite('team', 'effective_on', 'term_until'),
      notNegative('team', 'count'),
      check('team_term_until_after_effective', 'term_until >= effective_on'),
    ],
  ),
});
