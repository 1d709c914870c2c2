import { Migration } from '@mikro-orm/migrations';
import { ofCampaign, ofUnit, oneOf } from './fact-table.ts';
import { GAPLESS_SERIES, ISSUED } from './issued-guards.ts';
import { GAPLESS } from './circular-guards.ts';

const guard = (table: string, trigger: string, body: string): string[] => [
  `create function ${table}_${trigger}_fn() returns trigger as $$ begin ${body} end; $$ language plpgsql`,
  `create trigger ${trigger} before delete or update on ${table} for each row execute function ${table}_${trigger}_fn()`,
];

/** Circulars and reminder cards count each for themselves. */
const NUMBERS = [
  `create table document_number (
  series text not null,
  issuer text not null,
  year integer not null,
  last_serial integer not null,
  primary key (series, issuer, year),
  ${oneOf('document_number', 'series', 'circular reminder')},
  constraint document_number_last_serial_positive check (last_serial > 0))`,
  `insert into document_number (series, issuer, year, last_serial)
  select 'circular', issuer, year, last_serial from circular_number`,
  'drop table circular_number',
  'drop function circular_number_gapless_fn',
  ...guard('document_number', 'gapless', GAPLESS_SERIES),
];

const NUMBERS_BEFORE = [
  `create table circular_number (
  issuer text not null,
  year integer not null,
  last_serial integer not null,
  primary key (issuer, year),
  constraint circular_number_last_serial_positive check (last_serial > 0))`,
  `insert into circular_number (issuer, year, last_serial)
  select issuer, year, last_serial from document_number where series = 'circular'`,
  'drop table document_number',
  'drop function document_number_gapless_fn',
  ...guard('circular_number', 'gapless', GAPLESS),
];

const BATCH = `create table reminder_batch (
  id bigint generated always as identity primary key,
  campaign text not null,
  unit_code text not null,
  lang text not null,
  as_of date not null,
  known_at timestamptz(6) not null,
  issuer text not null,
  issued_on date not null,
  reply_by date not null,
  issued_at timestamptz(6) not null,
  issued_by text not null,
  docx bytea not null,
  pdf bytea not null,
  ${ofCampaign('reminder_batch')},
  ${ofUnit('reminder_batch')},
  ${oneOf('reminder_batch', 'lang', 'zh en')},
  constraint reminder_batch_reply_after_issue check (reply_by >= issued_on))`;

const CARD = `create table reminder_card (
  id bigint generated always as identity primary key,
  batch_id bigint not null,
  unit_code text not null,
  case_no text,
  rule text not null,
  issuer text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  frozen text not null,
  digest text not null,
  docx bytea not null,
  pdf bytea not null,
  constraint reminder_card_batch_id_foreign foreign key (batch_id) references reminder_batch (id),
  ${ofUnit('reminder_card')},
  ${oneOf('reminder_card', 'rule', 'OVERDUE VISITS_BELOW_DUTY REPORTS_MISSED')},
  constraint reminder_card_number_once unique (issuer, year, serial),
  constraint reminder_card_serial_positive check (serial > 0),
  constraint reminder_card_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'))`;

const kept = (table: string): string =>
  `create trigger kept before truncate on ${table} for each statement execute function ${table}_issued_fn()`;

/** Reminder cards (提醒卡) that were issued, batch by batch; none is ever changed or removed. */
export class ReminderCards extends Migration {
  override async up(): Promise<void> {
    const issued = ['reminder_batch', 'reminder_card'].flatMap((table) => [
      ...guard(table, 'issued', ISSUED),
      kept(table),
    ]);
    const indexes = [
      'create index reminder_batch_subject on reminder_batch (campaign, unit_code)',
      'create index reminder_card_batch on reminder_card (batch_id)',
      'create index reminder_card_matter on reminder_card (rule, unit_code, case_no)',
      'create index reminder_card_case on reminder_card (case_no)',
    ];
    for (const sql of [...NUMBERS, BATCH, CARD, ...indexes, ...issued]) this.addSql(sql);
  }

  override async down(): Promise<void> {
    this.addSql('drop table reminder_card, reminder_batch');
    this.addSql('drop function reminder_card_issued_fn, reminder_batch_issued_fn');
    for (const sql of NUMBERS_BEFORE) this.addSql(sql);
  }
}
