import { sql } from 'kysely';
import { defineBase, join, type RowContext } from '../base.ts';
import { raw, type Sql } from '../../database/sql.ts';
import { inEffect } from '../../ledger/temporal/index.ts';

const place = { unitCode: raw('r.unit_code'), place: 'r', effectiveOn: raw('r.effective_on') };

const ofCampaign = (context: RowContext): Sql[] => [raw('r.campaign = k.campaign'), inEffect('r', context)];

const countBase = (name: 'team' | 'supports', dayKey: string, more: Readonly<Record<string, Sql>>) =>
  defineBase({
    ...place,
    name,
    sheet: name,
    from: () => raw(`${name} r`),
    tables: [name],
    joins: {},
    where: ofCampaign,
    columns: {
      effectiveOn: { sql: raw('r.effective_on'), reads: [dayKey] },
      kind: { sql: raw('u.kind') },
      item: { sql: raw('r.item'), reads: ['item'] },
      count: { sql: raw('r.count'), reads: ['count'] },
      atLeast: { sql: raw('r.at_least') },
    },
    dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, WEEK: {}, MONTH: {} },
    day: 'effectiveOn',
    identity: [raw('r.campaign'), raw('r.unit_code'), raw('r.item'), raw('r.effective_on')],
    cells: {
      campaign: raw('r.campaign'),
      unit_code: raw('r.unit_code'),
      item: raw('r.item'),
      [dayKey]: raw('r.effective_on'),
      count: raw("r.count || case when r.at_least then '+' else '' end"),
      ...more,
      note: raw('r.note'),
    },
  });

/** One row for an entry of `team` in effect on the day. */
export const team = countBase('team', 'effective_on', { term_until: raw('r.term_until') });

/** One row for an entry of `supports` in effect on the day. */
export const supports = countBase('supports', 'since', {});

const fundBase = (name: 'venue_funds' | 'project_funds') =>
  defineBase({
    ...place,
    name,
    sheet: name,
    from: () => raw(`${name} r`),
    tables: [name],
    joins: {},
    where: ofCampaign,
    columns: {
      receivedOn: { sql: raw('r.effective_on'), reads: ['received_on'] },
      kind: { sql: raw('u.kind') },
      source: { sql: raw('r.source'), reads: ['source'] },
      amount: { sql: raw('r.amount_yuan'), reads: ['amount_yuan'] },
    },
    dimensions: {
      CHILD_UNIT: {},
      UNIT_KIND: { column: 'kind' },
      FUND_SOURCE: { column: 'source' },
      WEEK: {},
      MONTH: {},
    },
    day: 'receivedOn',
    identity: [raw('r.campaign'), raw('r.unit_code'), raw('r.source'), raw('r.effective_on')],
    cells: {
      campaign: raw('r.campaign'),
      unit_code: raw('r.unit_code'),
      source: raw('r.source'),
      received_on: raw('r.effective_on'),
      amount_yuan: raw('r.amount_yuan'),
    },
  });

/** One row for money received for a venue on or before the day. */
export const venueFunds = fundBase('venue_funds');

/** One row for money won on or before the day. */
export const projectFunds = fundBase('project_funds');

const raised = (context: RowContext): Sql => sql`left join lateral (
  select sum(x.amount_yuan) as amount, bool_or(x.illustrative && '{*,amount_yuan}'::text[]) as illustrative
  from venue_funds x
  where x.campaign = r.campaign and x.unit_code = r.unit_code and ${inEffect('x', context)}) f on true`;

const listed = (context: RowContext): Sql => sql`cross join lateral (select exists (
  select from cases c where c.campaign = r.campaign and c.unit_code = r.unit_code
    and ${inEffect('c', context)}) as identified) l`;

/** One row for a venue that was found to be needed on or before the day. */
export const venues = defineBase({
  ...place,
  name: 'venues',
  sheet: 'venues',
  from: () => raw('venues r'),
  tables: ['venues'],
  joins: { f: join(['venue_funds'], raised), l: join(['cases'], listed) },
  where: ofCampaign,
  columns: {
    identifiedOn: { sql: raw('r.effective_on'), reads: ['identified_on'] },
    kind: { sql: raw('u.kind') },
    way: { sql: raw('r.way'), reads: ['way'] },
    estimate: { sql: raw('r.estimate_yuan'), reads: ['estimate_yuan'] },
    doneOn: { sql: raw('r.done_on'), reads: ['done_on'] },
    done: { sql: raw('coalesce(r.done_on <= at.day, false)'), reads: ['done_on'] },
    raised: { sql: raw('coalesce(f.amount, 0)'), joins: ['f'], illustrative: raw('f.illustrative') },
    ofIdentified: { sql: raw('l.identified'), joins: ['l'] },
  },
  dimensions: {
    CHILD_UNIT: {},
    UNIT_KIND: { column: 'kind' },
    VENUE_WAY: { column: 'way' },
    WEEK: {},
    MONTH: {},
  },
  day: 'identifiedOn',
  identity: [raw('r.campaign'), raw('r.unit_code')],
  cells: {
    campaign: raw('r.campaign'),
    unit_code: raw('r.unit_code'),
    way: raw('r.way'),
    estimate_yuan: raw('r.estimate_yuan'),
    raised_yuan: raw('coalesce(f.amount, 0)'),
    identified_on: raw('r.effective_on'),
    done_on: raw('r.done_on'),
  },
  cellJoins: ['f'],
});

/** One row for a report that was due on or before the day. */
export const reports = defineBase({
  ...place,
  name: 'reports',
  sheet: 'reports',
  from: () => raw('reports r'),
  tables: ['reports'],
  joins: {},
  where: ofCampaign,
  columns: {
    dueOn: { sql: raw('r.effective_on'), reads: ['due_on'] },
    kind: { sql: raw('u.kind') },
    submitted: { sql: raw('coalesce(r.submitted_on <= at.day, false)'), reads: ['submitted_on'] },
    inTime: {
      sql: raw('coalesce(r.submitted_on <= at.day and r.submitted_on <= r.effective_on, false)'),
      reads: ['submitted_on', 'due_on'],
    },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, WEEK: {}, MONTH: {} },
  day: 'dueOn',
  identity: [raw('r.campaign'), raw('r.unit_code'), raw('r.period')],
  cells: {
    campaign: raw('r.campaign'),
    unit_code: raw('r.unit_code'),
    period: raw('r.period'),
    due_on: raw('r.effective_on'),
    submitted_on: raw('r.submitted_on'),
  },
});
