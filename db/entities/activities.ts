import { defineEntity, p } from '@mikro-orm/core';
import { ACTIVITY_KINDS } from '../vocabulary.ts';
import { day } from './columns.ts';
import { check, datesFinite, notEmpty, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/** Meetings, trainings, notices (活动); `effective_on` is the workbook's `held_on`. */
export const Activities = defineEntity({
  name: 'Activities',
  tableName: 'activities',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    kind: p.enum(ACTIVITY_KINDS),
    title: p.text(),
    attendees: p.integer().nullable(),
    attendeesAtLeast: p.boolean().default(false),
    count: p.integer().nullable(),
    countAtLeast: p.boolean().default(false),
  },
  ...factTable(
    'activities',
    ['campaign', 'unitCode', 'kind', 'effectiveOn', 'title'],
    ['campaign', 'unitCode'],
    [
      datesFinite('activities', 'effective_on'),
      notEmpty('activities', 'title'),
      notNegative('activities', 'attendees'),
      notNegative('activities', 'count'),
    ],
  ),
});

/** Weekly and monthly reports due (报送); `effective_on` is the workbook's `due_on`. */
export const Reports = defineEntity({
  name: 'Reports',
  tableName: 'reports',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    period: p.text(),
    submittedOn: day().nullable(),
  },
  ...factTable(
    'reports',
    ['campaign', 'unitCode', 'period'],
    ['campaign', 'unitCode'],
    [
      datesFinite('reports', 'effective_on', 'submitted_on'),
      check('reports_period_is_week_or_month', "period ~ '^[0-9]{4}-(W(0[1-9]|[1-4][0-9]|5[0-3])|0[1-9]|1[0-2])$'"),
      // the last ISO week of a year holds 28 December
      check(
        'reports_week_exists',
        "period !~ '^[0-9]{4}-W53$' or extract(week from make_date(left(period, 4)::integer, 12, 28)) = 53",
      ),
    ],
  ),
});
