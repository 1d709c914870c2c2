import { sql } from 'kysely';
import { defineBase, join, type RowContext } from '../base.ts';
import { all, raw, type Sql } from '../../database/sql.ts';
import { codesByLevel, inEffect } from '../../ledger/temporal/index.ts';

const place = { unitCode: raw('r.unit_code'), place: 'r', effectiveOn: raw('r.effective_on') };

/** Facts without a campaign count within the campaign's own unit. */
export const insideCampaign = sql`k.unit_code in (${all(codesByLevel('u'), ', ')})`;

const ofYear = ({ day, known }: RowContext): Sql[] => [
  sql`r.year = extract(year from ${day})::integer`,
  known('r'),
  insideCampaign,
];

/**
 * What the county's tiers give unit `u`, as `y`; a county without tiers of its own for the kind of unit follows the
 * rule `*`. A village of unknown population draws nothing that could be stated.
 */
const dueByTier = (): Sql =>
  raw(`left join lateral (
  select t.due_yuan from operating_tier t
  where t.kind = u.kind and t.county_code in (u.county_code, '*')
    and t.population_over < case u.kind when 'community' then coalesce(u.population, 0) else u.population end
  order by t.county_code <> '*' desc, t.population_over desc limit 1) y on true`);

const paid = 'case when r.paid_on <= at.day then r.paid_yuan else 0 end';
const due = 'coalesce(r.due_yuan, y.due_yuan)';

/** One row for a unit's operating funds of the year of the day. */
export const operatingFunds = defineBase({
  ...place,
  name: 'operating_funds',
  sheet: 'operating_funds',
  from: () => raw('operating_funds r'),
  tables: ['operating_funds'],
  joins: { y: join(['operating_tier'], dueByTier) },
  where: ofYear,
  columns: {
    kind: { sql: raw('u.kind') },
    yearStarts: { sql: raw('r.effective_on') },
    paidOn: { sql: raw('r.paid_on') },
    due: { sql: raw(due), joins: ['y'], reads: ['due_yuan'] },
    paid: { sql: raw(`(${paid})`), reads: ['paid_yuan'] },
    paidByDay: { sql: raw('r.paid_on <= at.day') },
    gap: {
      sql: raw(`case when ${due} is not null then greatest(${due} - ${paid}, 0) end`),
      joins: ['y'],
      reads: ['due_yuan', 'paid_yuan'],
    },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' } },
  day: 'yearStarts',
  identity: [raw('r.unit_code'), raw('r.year')],
  cells: {
    unit_code: raw('r.unit_code'),
    year: raw('r.year'),
    due_yuan: raw(due),
    paid_yuan: raw('r.paid_yuan'),
    paid_on: raw('r.paid_on'),
  },
  cellJoins: ['y'],
});

/** One row for a unit's collective economy in the year of the day. */
export const economy = defineBase({
  ...place,
  name: 'economy',
  sheet: 'economy',
  from: () => raw('economy r'),
  tables: ['economy'],
  joins: {},
  where: ofYear,
  columns: {
    kind: { sql: raw('u.kind') },
    yearStarts: { sql: raw('r.effective_on') },
    income: { sql: raw('r.income_yuan'), reads: ['income_yuan'] },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' } },
  day: 'yearStarts',
  identity: [raw('r.unit_code'), raw('r.year')],
  cells: { unit_code: raw('r.unit_code'), year: raw('r.year'), income_yuan: raw('r.income_yuan') },
});

/** One row for a unit and class of cadre: the latest remuneration in effect on the day. */
export const remuneration = defineBase({
  ...place,
  name: 'remuneration',
  sheet: 'remuneration',
  from: () => raw('remuneration r'),
  tables: ['remuneration'],
  joins: {},
  where: (context) => [
    inEffect('r', context),
    insideCampaign,
    sql`not exists (select from remuneration n where n.unit_code = r.unit_code and n.class = r.class
      and n.effective_on > r.effective_on and ${inEffect('n', context)})`,
  ],
  columns: {
    since: { sql: raw('r.effective_on'), reads: ['effective_on'] },
    kind: { sql: raw('u.kind') },
    class: { sql: raw('r.class'), reads: ['class'] },
    headcount: { sql: raw('r.headcount'), reads: ['headcount'] },
    before: { sql: raw('r.headcount * r.before_yuan'), reads: ['headcount', 'before_yuan'] },
    rise: {
      sql: raw('r.headcount * (r.after_yuan - r.before_yuan)'),
      reads: ['headcount', 'before_yuan', 'after_yuan'],
    },
    onTime: { sql: raw('r.paid_on_time'), reads: ['paid_on_time'] },
  },
  dimensions: { CHILD_UNIT: {}, UNIT_KIND: { column: 'kind' }, CADRE_CLASS: { column: 'class' } },
  day: 'since',
  identity: [raw('r.unit_code'), raw('r.class')],
  cells: {
    unit_code: raw('r.unit_code'),
    class: raw('r.class'),
    effective_on: raw('r.effective_on'),
    headcount: raw('r.headcount'),
    before_yuan: raw('r.before_yuan'),
    after_yuan: raw('r.after_yuan'),
    paid_on_time: raw("case r.paid_on_time when true then 'yes' when false then 'no' end"),
  },
});
