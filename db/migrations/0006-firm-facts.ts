import { Migration } from '@mikro-orm/migrations';
import { APPEND_ONLY } from './append-only.ts';

/** Tables with two clocks, and their days that must be days of a calendar. */
const DAYS: Record<string, string> = {
  org_unit_version: '',
  campaign_version: 'start_on deadline',
  cases: 'effective_on deadline',
  transitions: 'effective_on',
  measures: 'effective_on due_on done_on',
  contacts: 'effective_on until',
  visits: 'effective_on',
  evaluations: 'effective_on',
  team: 'effective_on term_until',
  supports: 'effective_on',
  venues: 'effective_on done_on',
  venue_funds: 'effective_on',
  project_funds: 'effective_on',
  activities: 'effective_on',
  reports: 'effective_on submitted_on',
  operating_funds: 'effective_on paid_on',
  remuneration: 'effective_on',
  economy: 'effective_on',
  boundaries: '',
};

const MONEY: Record<string, string> = {
  operating_tier: 'due_yuan',
  venues: 'estimate_yuan',
  venue_funds: 'amount_yuan',
  project_funds: 'amount_yuan',
  operating_funds: 'due_yuan paid_yuan',
  remuneration: 'before_yuan after_yuan',
  economy: 'income_yuan',
};

const NOT_EMPTY: Record<string, string> = {
  case_register: 'county_code case_no',
  campaign_version: 'name_zh',
  measures: 'content',
  contacts: 'holder',
  activities: 'title',
};

type Constraint = readonly [table: string, name: string, expression: string];

const each = (tables: Record<string, string>, make: (table: string, column: string) => Constraint): Constraint[] =>
  Object.entries(tables).flatMap(([table, columns]) => columns.split(' ').map((column) => make(table, column)));

const isDated = (table: string): boolean => table !== 'org_unit_version' && table !== 'campaign_version';

const CONSTRAINTS: readonly Constraint[] = [
  ...Object.entries(DAYS).map(([table, days]): Constraint => [
    table,
    `${table}_dates_finite`,
    [...days.split(' ').filter((day) => day !== ''), 'recorded_at'].map((day) => `isfinite(${day})`).join(' and '),
  ]),
  ...each(MONEY, (table, column) => [table, `${table}_${column}_is_number`, `${column} <> 'NaN'`]),
  ...each(NOT_EMPTY, (table, column) => [table, `${table}_${column}_not_empty`, `btrim(${column}) <> ''`]),
  ...Object.keys(DAYS)
    .filter(isDated)
    .map((table): Constraint => [table, `${table}_county_code_not_empty`, "btrim(county_code) <> ''"]),
  ['boundaries', 'boundaries_effective_on_begins', "effective_on < 'infinity'"],
  [
    'evaluations',
    'evaluations_answers_at_most_returned',
    'coalesce(satisfied, 0)::bigint + coalesce(fairly, 0) + coalesce(dissatisfied, 0) <= returned',
  ],
  [
    'reports',
    'reports_week_exists',
    `period !~ '^[0-9]{4}-W53$' or extract(week from make_date(left(period, 4)::integer, 12, 28)) = 53`,
  ],
  [
    'org_unit_version',
    'org_unit_version_kind_fits_level',
    `case when kind = 'province' then level = 1 when kind = 'prefecture' then level = 2 when kind = 'county' then level = 3
      when kind in ('street', 'town', 'township') then level = 4 when kind in ('village', 'community') then level = 5 else level > 1 end`,
  ],
];

const periodIs = (pattern: string): string[] => [
  'alter table reports drop constraint reports_period_is_week_or_month',
  `alter table reports add constraint reports_period_is_week_or_month check (period ~ '${pattern}')`,
];

const GUARDED = Object.keys(DAYS);

/** Facts are append-only and the database itself enforces it for every writer. Names of functions as MikroORM reads them back. */
export class FirmFacts extends Migration {
  override async up(): Promise<void> {
    for (const [table, name, expression] of CONSTRAINTS)
      this.addSql(`alter table ${table} add constraint ${name} check (${expression})`);
    for (const sql of periodIs('^[0-9]{4}-(W(0[1-9]|[1-4][0-9]|5[0-3])|0[1-9]|1[0-2])$')) this.addSql(sql);
    for (const table of GUARDED) {
      this.addSql(
        `create function ${table}_append_only_fn() returns trigger as $$ begin ${APPEND_ONLY} end; $$ language plpgsql`,
      );
      this.addSql(`create trigger append_only before delete or update on ${table}
        for each row execute function ${table}_append_only_fn()`);
      this.addSql(`create trigger kept before truncate on ${table}
        for each statement execute function ${table}_append_only_fn()`);
    }
  }

  override async down(): Promise<void> {
    for (const table of GUARDED) {
      this.addSql(`drop trigger append_only on ${table}`);
      this.addSql(`drop trigger kept on ${table}`);
      this.addSql(`drop function ${table}_append_only_fn`);
    }
    for (const sql of periodIs('^[0-9]{4}-(W[0-9]{2}|[0-9]{2})$')) this.addSql(sql);
    for (const [table, name] of CONSTRAINTS) this.addSql(`alter table ${table} drop constraint ${name}`);
  }
}
