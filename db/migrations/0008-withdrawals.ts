import { Migration } from '@mikro-orm/migrations';
import { oneOf } from './fact-table.ts';

/** A row may be superseded by nothing: a run counts what it withdraws, and may come from a form instead of a file. */
export class Withdrawals extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table import_run add column rows_withdrawn integer not null default 0,
      add constraint import_run_rows_withdrawn_not_negative check (rows_withdrawn >= 0),
      alter column file_name drop not null, alter column sha256 drop not null,
      drop constraint import_run_channel_check,
      add ${oneOf('import_run', 'channel', 'cli upload sample form')},
      add constraint import_run_file_unless_form
        check ((channel = 'form') = (file_name is null) and (file_name is null) = (sha256 is null))`);
  }

  /** Runs without a file cannot be told any more: what they withdrew stays withdrawn. */
  override async down(): Promise<void> {
    this.addSql(
      `alter table import_run drop constraint import_run_file_unless_form, drop constraint import_run_channel_check`,
    );
    this.addSql(`update import_run set file_name = '', sha256 = '', channel = 'upload' where channel = 'form'`);
    this.addSql(`alter table import_run drop column rows_withdrawn,
      alter column file_name set not null, alter column sha256 set not null,
      add ${oneOf('import_run', 'channel', 'cli upload sample')}`);
  }
}
