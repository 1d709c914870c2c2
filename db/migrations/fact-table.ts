/** How the first migration writes a fact table. Frozen with it: a later change is a later migration. */
export interface FactTable {
  name: string;
  /** Columns of its own, as SQL. */
  columns: string;
  /** Identity after `county_code`, as SQL columns. */
  identity: string;
  /** Columns of the roll-up index, where the identity does not serve. */
  rollUp?: string;
  /** Named checks and references of its own. */
  constraints: string[];
}

/** Reference to a campaign and a unit, as most fact tables have it. */
export const ofCampaignAndUnit = (table: string): string[] => [ofCampaign(table), ofUnit(table)];

export const ofCampaign = (table: string): string =>
  `constraint ${table}_campaign_foreign foreign key (campaign) references campaign (id)`;

export const ofUnit = (table: string): string =>
  `constraint ${table}_unit_code_foreign foreign key (unit_code) references org_unit (code)`;

export const ofCase = (table: string): string =>
  `constraint ${table}_county_code_case_no_foreign foreign key (county_code, case_no)
     references case_register (county_code, case_no)`;

export const ofImport = (table: string): string =>
  `constraint ${table}_import_id_foreign foreign key (import_id) references import_run (id)`;

export const notNegative = (table: string, ...columns: string[]): string[] =>
  columns.map((column) => `constraint ${table}_${column}_not_negative check (${column} >= 0)`);

export const notEmpty = (table: string, column: string): string =>
  `constraint ${table}_${column}_not_empty check (btrim(${column}) <> '')`;

export const oneOf = (table: string, column: string, words: string): string =>
  `constraint ${table}_${column}_check check (${column} in (${words
    .split(' ')
    .map((word) => `'${word}'`)
    .join(', ')}))`;

export const recordedBeforeSuperseded = (table: string): string =>
  `constraint ${table}_recorded_before_superseded check (recorded_at < superseded_at)`;

/** The second clock and the source of a row. */
export const RECORD_COLUMNS = `illustrative text[] not null default '{}',
  recorded_at timestamptz(6) not null,
  superseded_at timestamptz(6) not null default 'infinity',
  recorded_by text not null,
  import_id bigint,
  source_row integer`;

/** SQL statements that create a fact table with its indexes. */
export function createFactTable({ name, columns, identity, rollUp, constraints }: FactTable): string[] {
  const all = [
    `constraint ${name}_pkey primary key (county_code, id)`,
    recordedBeforeSuperseded(name),
    ofImport(name),
    ...constraints,
  ];
  const statements = [
    `create table ${name} (
  county_code text not null,
  id bigint generated always as identity,
  ${columns},
  effective_on date not null,
  ${RECORD_COLUMNS},
  ${all.join(',\n  ')})`,
    `create unique index ${name}_one_current on ${name} (county_code, ${identity}) where superseded_at = 'infinity'`,
    `create index ${name}_history on ${name} (county_code, ${identity})`,
  ];
  if (rollUp) statements.push(`create index ${name}_roll_up on ${name} (${rollUp}) where superseded_at = 'infinity'`);
  return statements;
}
