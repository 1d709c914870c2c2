import { Migration } from '@mikro-orm/migrations';

const IDEMPOTENCY_KEY = `create table idempotency_key (
  recorded_by text not null,
  key text not null,
  input_sha256 text not null,
  recording bigint,
  answer text not null,
  primary key (recorded_by, key),
  constraint idempotency_key_recording_foreign foreign key (recording) references import_run (id))`;

/**
 * A recording is one of some counties: those of different counties may share a moment. Of earlier ones, which waited for
 * each other, `counties` stays null, for all. No fact is touched: one column without a value, and an index of the imports.
 */
export class Recordings extends Migration {
  override async up(): Promise<void> {
    this.addSql('alter table import_run add column counties text[]');
    this.addSql('create index import_run_recorded on import_run (recorded_at)');
    this.addSql(IDEMPOTENCY_KEY);
  }

  override async down(): Promise<void> {
    this.addSql('drop table idempotency_key');
    this.addSql('drop index import_run_recorded');
    this.addSql('alter table import_run drop column counties');
  }
}
