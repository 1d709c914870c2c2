import { defineEntity, p } from '@mikro-orm/core';
import { FUND_SOURCES, VENUE_WAYS } from '../vocabulary.ts';
import { day, money } from './columns.ts';
import { check, datesFinite, isNumber, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/** Venues to build, rebuild or repair (活动场所); `effective_on` is the workbook's `identified_on`. */
export const Venues = defineEntity({
  name: 'Venues',
  tableName: 'venues',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    way: p.enum(VENUE_WAYS),
    estimateYuan: money().nullable(),
    doneOn: day().nullable(),
  },
  ...factTable(
    'venues',
    ['campaign', 'unitCode'],
    ['campaign', 'unitCode'],
    [
      datesFinite('venues', 'effective_on', 'done_on'),
      notNegative('venues', 'estimate_yuan'),
      isNumber('venues', 'estimate_yuan'),
      check('venues_done_after_identified', 'done_on >= effective_on'),
    ],
    { ofUnit: true },
  ),
});

/** Money received for a venue, by source; `effective_on` is the workbook's `received_on`. */
export const VenueFunds = defineEntity({
  name: 'VenueFunds',
  tableName: 'venue_funds',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    source: p.enum(FUND_SOURCES),
    amountYuan: money(),
  },
  ...factTable(
    'venue_funds',
    ['campaign', 'unitCode', 'source', 'effectiveOn'],
    ['campaign', 'unitCode'],
    [
      datesFinite('venue_funds', 'effective_on'),
      notNegative('venue_funds', 'amount_yuan'),
      isNumber('venue_funds', 'amount_yuan'),
    ],
  ),
});
