import { defineEntity, p } from '@mikro-orm/core';
import { SUPPORT_ITEMS } from '../vocabulary.ts';
import { datesFinite, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/** Cadres, units and villages that help (帮扶力量); `effective_on` is the workbook's `since`. */
export const Supports = defineEntity({
  name: 'Supports',
  tableName: 'supports',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    item: p.enum(SUPPORT_ITEMS),
    count: p.integer(),
    atLeast: p.boolean().default(false),
    note: p.text().nullable(),
  },
  ...factTable(
    'supports',
    ['campaign', 'unitCode', 'item', 'effectiveOn'],
    ['campaign', 'unitCode'],
    [datesFinite('supports', 'effective_on'), notNegative('supports', 'count')],
  ),
});
