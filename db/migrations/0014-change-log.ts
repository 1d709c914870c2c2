import { Migration } from '@mikro-orm/migrations';
import { LOG_CHANGE, LOGGED, LOGGED_EVENTS, logChanges } from './change-triggers.ts';

const CHANGE_LOG = [
  `create table change_log (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  logged_at timestamptz(6) not null default now(),
  recording bigint,
  county_code text,
  campaign text,
  sheet text not null,
  first_day date,
  last_day date,
  units text[],
  constraint change_log_recording_foreign foreign key (recording) references import_run (id))`,
  'create index change_log_xid on change_log (xid)',
];

/** Every write to what answers are made from is logged by the database in the same transaction, for every writer. */
export class ChangeLog extends Migration {
  override async up(): Promise<void> {
    for (const sql of [...CHANGE_LOG, LOG_CHANGE]) this.addSql(sql);
    for (const table of Object.keys(LOGGED)) for (const event of LOGGED_EVENTS) this.addSql(logChanges(table, event));
  }

  override async down(): Promise<void> {
    for (const table of Object.keys(LOGGED))
      for (const event of LOGGED_EVENTS) this.addSql(`drop trigger logged_${event} on ${table}`);
    this.addSql('drop function log_change');
    this.addSql('drop table change_log');
  }
}
