import { defineEntity, p } from '@mikro-orm/core';
import { ACTIVITY_KINDS, ACTIVITY_LEADERS, ACTIVITY_STATUSES, DAY_SPANS } from '../vocabulary.ts';
import { day } from './columns.ts';
import { check, datesFinite, notEmpty, notNegative } from './constraints.ts';
import { campaign, factColumns, factTable, unitCode } from './fact-columns.ts';

/**
 * Meetings, trainings, notices (活动); `effective_on` is the workbook's `held_on`, or the last day of the part of a month that
 * it names, which `held_on_span` then tells. The sentences are what a circular prints.
 */
export const Activities = defineEntity({
  name: 'Activities',
  tableName: 'activities',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    kind: p.enum(ACTIVITY_KINDS),
    title: p.text(),
    heldOnSpan: p.enum(DAY_SPANS).nullable(),
    status: p.enum(ACTIVITY_STATUSES).nullable(),
    ledBy: p.enum(ACTIVITY_LEADERS).nullable(),
    sentence: p.text().nullable(),
    sentenceEn: p.text().nullable(),
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

/** What deserves to be followed (典型做法); `effective_on` is the workbook's `on`. The sentences are what a circular prints. */
export const GoodPractices = defineEntity({
  name: 'GoodPractices',
  tableName: 'good_practices',
  properties: {
    ...factColumns,
    campaign: campaign(),
    unitCode: unitCode(),
    title: p.text(),
    sentence: p.text(),
    sentenceEn: p.text().nullable(),
    source: p.text().nullable(),
  },
  ...factTable(
    'good_practices',
    ['campaign', 'unitCode', 'title'],
    ['campaign', 'unitCode'],
    [
      datesFinite('good_practices', 'effective_on'),
      notEmpty('good_practices', 'title'),
      notEmpty('good_practices', 'sentence'),
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
