import { Migration } from '@mikro-orm/migrations';
import { CAUSES } from '../seeds/reference/causes.ts';
import { OPERATING_TIERS } from '../seeds/reference/operating-tiers.ts';
import {
  notNegative,
  ofCampaign,
  ofImport,
  ofUnit,
  oneOf,
  RECORD_COLUMNS,
  recordedBeforeSuperseded,
} from './fact-table.ts';

const REFERENCE = [
  'create table cause (code text primary key, name_zh text not null, name_en text not null, position smallint not null)',
  `create table operating_tier (
  county_code text not null default '*',
  kind text not null,
  population_over integer not null,
  due_yuan numeric(18,2) not null,
  primary key (county_code, kind, population_over),
  ${oneOf('operating_tier', 'kind', 'village community')},
  constraint operating_tier_population_over_at_least_minus_one check (population_over >= -1),
  ${notNegative('operating_tier', 'due_yuan').join()})`,
];

const IMPORT_RUN = `create table import_run (
  id bigint generated always as identity primary key,
  file_name text not null,
  sha256 text not null,
  channel text not null,
  recorded_at timestamptz(6) not null,
  recorded_by text not null,
  rows_new integer not null default 0,
  rows_corrected integer not null default 0,
  rows_unchanged integer not null default 0,
  ${oneOf('import_run', 'channel', 'cli upload sample')},
  ${notNegative('import_run', 'rows_new', 'rows_corrected', 'rows_unchanged').join(',\n  ')})`;

const UNIT_KINDS = 'province prefecture county street town township village community other';

const ORG_UNIT = [
  `create table org_unit (
  code text primary key,
  constraint org_unit_code_is_digits check (code ~ '^[0-9]{2,12}$'))`,
  `create table org_unit_version (
  id bigint generated always as identity primary key,
  code text not null,
  name text not null,
  kind text not null,
  level smallint not null,
  parent_code text,
  province_code text,
  prefecture_code text,
  county_code text,
  town_code text,
  village_code text,
  population integer,
  members integer,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  ${RECORD_COLUMNS},
  constraint org_unit_version_code_foreign foreign key (code) references org_unit (code),
  constraint org_unit_version_parent_code_foreign foreign key (parent_code) references org_unit (code),
  ${ofImport('org_unit_version')},
  constraint org_unit_version_name_not_empty check (name <> ''),
  ${oneOf('org_unit_version', 'kind', UNIT_KINDS)},
  constraint org_unit_version_level_in_range check (level >= 1 and level <= 5),
  ${notNegative('org_unit_version', 'population', 'members').join(',\n  ')},
  constraint org_unit_version_valid_from_before_to check (valid_from < valid_to),
  ${recordedBeforeSuperseded('org_unit_version')},
  constraint org_unit_version_not_own_parent check (parent_code <> code),
  constraint org_unit_version_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
    where (superseded_at = 'infinity'))`,
  'create index org_unit_version_code on org_unit_version (code)',
  "create index org_unit_version_town on org_unit_version (town_code) where superseded_at = 'infinity'",
  "create index org_unit_version_county on org_unit_version (county_code) where superseded_at = 'infinity'",
  "create index org_unit_version_parent on org_unit_version (parent_code) where superseded_at = 'infinity'",
  'create index org_unit_version_name_search on org_unit_version using gin (name gin_trgm_ops)',
];

const CAMPAIGN = [
  "create table campaign (id text primary key, constraint campaign_id_not_empty check (id <> ''))",
  `create table campaign_version (
  id bigint generated always as identity primary key,
  campaign text not null,
  unit_code text not null,
  name_zh text not null,
  name_en text,
  start_on date not null,
  deadline date,
  rectified_from text not null default 'struck_off',
  declared_villages integer,
  declared_communities integer,
  visits_per_month integer,
  checklist text[] not null default '{ledger,unit,leader,measures,working_group}',
  ${RECORD_COLUMNS},
  ${ofCampaign('campaign_version')},
  ${ofUnit('campaign_version')},
  ${ofImport('campaign_version')},
  ${oneOf('campaign_version', 'rectified_from', 'accepted struck_off consolidating')},
  constraint campaign_version_deadline_after_start check (deadline >= start_on),
  ${notNegative('campaign_version', 'declared_villages', 'declared_communities', 'visits_per_month').join(',\n  ')},
  ${recordedBeforeSuperseded('campaign_version')})`,
  "create unique index campaign_version_one_current on campaign_version (campaign) where superseded_at = 'infinity'",
  'create index campaign_version_history on campaign_version (campaign)',
  "create index campaign_version_unit on campaign_version (unit_code) where superseded_at = 'infinity'",
];

/** Reference data, imports, the dated tree and the campaigns. */
export class TreeAndCampaigns extends Migration {
  override async up(): Promise<void> {
    this.addSql('create extension if not exists btree_gist');
    this.addSql('create extension if not exists pg_trgm');
    for (const sql of [...REFERENCE, IMPORT_RUN, ...ORG_UNIT, ...CAMPAIGN]) this.addSql(sql);
    for (const cause of CAUSES) this.addSql(insertCause(cause));
    for (const tier of OPERATING_TIERS) this.addSql(insertTier(tier));
  }

  /** The extensions stay: something else in the database may use them. */
  override async down(): Promise<void> {
    this.addSql('drop table campaign_version, campaign, org_unit_version, org_unit, import_run, operating_tier, cause');
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const insertCause = ({ code, nameZh, nameEn, position }: (typeof CAUSES)[number]): string =>
  `insert into cause (code, name_zh, name_en, position)
   values (${quote(code)}, ${quote(nameZh)}, ${quote(nameEn)}, ${position}) on conflict do nothing`;

const insertTier = ({ kind, populationOver, dueYuan }: (typeof OPERATING_TIERS)[number]): string =>
  `insert into operating_tier (county_code, kind, population_over, due_yuan)
   values ('*', ${quote(kind)}, ${populationOver}, ${dueYuan}) on conflict do nothing`;
