import { Migration } from '@mikro-orm/migrations';
import { GAPLESS, SEALED } from './circular-guards.ts';
import { ofCampaign, ofUnit, oneOf } from './fact-table.ts';

const guardFunction = (name: string, body: string): string =>
  `create function ${name}() returns trigger as $$ begin ${body} end; $$ language plpgsql`;

const CIRCULAR = `create table circular (
  id bigint generated always as identity primary key,
  campaign text not null,
  unit_code text not null,
  lang text not null,
  as_of date not null,
  previous_as_of date,
  previous_known_at timestamptz(6),
  reply_days integer not null,
  created_at timestamptz(6) not null,
  created_by text not null,
  ${ofCampaign('circular')},
  ${ofUnit('circular')},
  ${oneOf('circular', 'lang', 'zh en')},
  constraint circular_previous_before_as_of check (previous_as_of < as_of),
  constraint circular_reply_days_in_range check (reply_days >= 0 and reply_days <= 366))`;

const DRAFT = `create table circular_draft (
  circular_id bigint primary key,
  revision integer not null,
  content jsonb not null,
  updated_at timestamptz(6) not null,
  constraint circular_draft_circular_id_foreign foreign key (circular_id) references circular (id) on delete cascade,
  constraint circular_draft_revision_positive check (revision > 0))`;

const NUMBER = `create table circular_number (
  issuer text not null,
  year integer not null,
  last_serial integer not null,
  primary key (issuer, year),
  constraint circular_number_last_serial_positive check (last_serial > 0))`;

const EDITION = `create table circular_edition (
  circular_id bigint not null,
  edition integer not null,
  issuer text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  title text not null,
  known_at timestamptz(6) not null,
  sealed_at timestamptz(6) not null,
  sealed_by text not null,
  digest text not null,
  frozen text not null,
  docx bytea not null,
  pdf bytea not null,
  html bytea not null,
  primary key (circular_id, edition),
  constraint circular_edition_circular_id_foreign foreign key (circular_id) references circular (id),
  constraint circular_edition_number_once unique (issuer, year, serial, edition),
  constraint circular_edition_edition_positive check (edition > 0),
  constraint circular_edition_serial_positive check (serial > 0),
  constraint circular_edition_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'))`;

/** Sealed content cannot be changed by anyone, and an assigned number is never reused. Names as MikroORM reads them back. */
const GUARDS = [
  guardFunction('circular_edition_sealed_fn', SEALED),
  `create trigger sealed before delete or update on circular_edition
  for each row execute function circular_edition_sealed_fn()`,
  `create trigger kept before truncate on circular_edition
  for each statement execute function circular_edition_sealed_fn()`,
  guardFunction('circular_number_gapless_fn', GAPLESS),
  `create trigger gapless before delete or update on circular_number
  for each row execute function circular_number_gapless_fn()`,
];

const INDEXES = ['create index circular_subject on circular (campaign, unit_code)'];

/** Circulars: what they are about, their drafts, the numbers given, and the sealed editions. */
export class Circulars extends Migration {
  override async up(): Promise<void> {
    for (const sql of [CIRCULAR, DRAFT, NUMBER, EDITION, ...INDEXES, ...GUARDS]) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql('drop table circular_edition, circular_number, circular_draft, circular');
    this.addSql('drop function circular_edition_sealed_fn, circular_number_gapless_fn');
  }
}
