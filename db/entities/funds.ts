import { defineEntity, p } from '@mikro-orm/core';
import { CADRE_CLASSES, FUND_SOURCES } from '../vocabulary.ts';
import { day, money } from './columns.ts';
import { check, datesFinite, isNumber, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/** Money won for projects (帮扶资金); `effective_on` is the workbook's `received_on`. */
export const ProjectFunds = defineEntity({
  name: 'ProjectFunds',
  tableName: 'project_funds',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    source: p.enum(FUND_SOURCES),
    amountYuan: money(),
  },
  ...factTable(
    'project_funds',
    ['campaign', 'unitCode', 'source', 'effectiveOn'],
    ['campaign', 'unitCode'],
    [
      datesFinite('project_funds', 'effective_on'),
      notNegative('project_funds', 'amount_yuan'),
      isNumber('project_funds', 'amount_yuan'),
    ],
  ),
});

/** Yearly operating funds (运转经费); `effective_on` is 1 January of the year. */
export const OperatingFunds = defineEntity({
  name: 'OperatingFunds',
  tableName: 'operating_funds',
  properties: {
    ...factColumns,
    unitCode: unitCode(),
    year: p.smallint(),
    dueYuan: money().nullable(),
    paidYuan: money(),
    paidOn: day(),
  },
  ...factTable(
    'operating_funds',
    ['unitCode', 'year'],
    ['unitCode'],
    [
      check('operating_funds_year_in_range', 'year >= 1949 and year <= 2200'),
      datesFinite('operating_funds', 'effective_on', 'paid_on'),
      isNumber('operating_funds', 'due_yuan'),
      isNumber('operating_funds', 'paid_yuan'),
      notNegative('operating_funds', 'due_yuan'),
      notNegative('operating_funds', 'paid_yuan'),
    ],
  ),
});

/** Monthly pay of cadres per head, before and after a change (报酬). */
export const Remuneration = defineEntity({
  name: 'Remuneration',
  tableName: 'remuneration',
  properties: {
    ...factColumns,
    unitCode: unitCode(),
    class: p.enum(CADRE_CLASSES),
    headcount: p.integer(),
    beforeYuan: money(),
    afterYuan: money(),
    paidOnTime: p.boolean().nullable(),
  },
  ...factTable(
    'remuneration',
    ['unitCode', 'class', 'effectiveOn'],
    ['unitCode'],
    [
      datesFinite('remuneration', 'effective_on'),
      isNumber('remuneration', 'before_yuan'),
      isNumber('remuneration', 'after_yuan'),
      notNegative('remuneration', 'headcount'),
      notNegative('remuneration', 'before_yuan'),
      notNegative('remuneration', 'after_yuan'),
    ],
  ),
});

/** Yearly income of the collective (集体经济), which may be a loss; `effective_on` is 1 January of the year. */
export const Economy = defineEntity({
  name: 'Economy',
  tableName: 'economy',
  properties: { ...factColumns, unitCode: unitCode(), year: p.smallint(), incomeYuan: money() },
  ...factTable(
    'economy',
    ['unitCode', 'year'],
    ['unitCode'],
    [
      datesFinite('economy', 'effective_on'),
      isNumber('economy', 'income_yuan'),
      check('economy_year_in_range', 'year >= 1949 and year <= 2200'),
    ],
  ),
});
