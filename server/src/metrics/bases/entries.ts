import { sql } from 'kysely';
import { join, type Column, type RowContext } from '../base.ts';
import { all, every, raw, type Sql } from '../../database/sql.ts';
import { inEffect } from '../../ledger/temporal/index.ts';

/** Rows `x` that are entries of a unit; one that is known for a higher unit only is entered there and speaks of all below it. */
const ENTRIES = {
  operatingFunds: {
    table: 'operating_funds',
    where: ({ day }: RowContext) => sql`x.year = extract(year from ${day})::integer`,
  },
  economy: { table: 'economy', where: ({ day }: RowContext) => sql`x.year = extract(year from ${day})::integer` },
  leadingPay: {
    table: 'remuneration',
    where: ({ day }: RowContext) => sql`x.class = 'leading' and x.effective_on <= ${day}`,
  },
  generalPay: {
    table: 'remuneration',
    where: ({ day }: RowContext) => sql`x.class = 'general' and x.effective_on <= ${day}`,
  },
  payOnTime: {
    table: 'remuneration',
    where: (context: RowContext) => sql`x.paid_on_time is not null and x.effective_on <= ${context.day}
    and not exists (select from remuneration n where n.unit_code = x.unit_code and n.class = x.class
      and n.effective_on > x.effective_on and ${inEffect('n', context)})`,
  },
  reports: {
    table: 'reports',
    where: ({ day }: RowContext) => sql`x.campaign = k.campaign and x.effective_on <= ${day}`,
  },
} as const;

type EntryName = keyof typeof ENTRIES;

/** Units whose entries count: in the whole report, in the part of a child unit, in a part of units of one kind. */
const REACHES = {
  '': ({ upward }: RowContext) => upward('u', 'report'),
  InPart: ({ upward }: RowContext) => upward('u', 'child'),
  Here: () => [raw('u.code')],
} as const;

/** Whether the organisation of case `r` has an entry; the name is that of the join and of its column. */
function entered(name: string, entry: (typeof ENTRIES)[EntryName], reach: (context: RowContext) => readonly Sql[]) {
  // Sum and flags of a measure name it twice; "offset 0" keeps it a row that is looked up once.
  const sqlOf = (context: RowContext): Sql => {
    const within = sql`x.unit_code in (${all(reach(context), ', ')})`;
    return sql`cross join lateral (select exists (
  select from ${raw(entry.table)} x where ${within} and ${every([entry.where(context), context.known('x')])}) as entered offset 0) ${raw(name)}`;
  };
  const column: Column = { sql: raw(`${name}.entered`), joins: [name] };
  return { name, join: join([entry.table], sqlOf), column };
}

const found = Object.entries(ENTRIES).flatMap(([name, entry]) =>
  Object.entries(REACHES).map(([reach, units]) => entered(`${name}${reach}`, entry, units)),
);

/** Joins and columns of the cases that tell whether an organisation has an entry. */
export const entryJoins = Object.fromEntries(found.map(({ name, join: entry }) => [name, entry]));
export const entryColumns = Object.fromEntries(found.map(({ name, column }) => [name, column])) as Readonly<
  Record<`${EntryName}${keyof typeof REACHES}`, Column>
>;
