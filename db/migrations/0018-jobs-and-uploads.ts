import { Migration } from '@mikro-orm/migrations';
import { oneOf } from './fact-table.ts';

const TABLES = [
  `create table job (
  kind text not null,
  id text not null,
  running boolean not null,
  body text not null,
  started_at timestamptz(6) not null,
  touched_at timestamptz(6) not null,
  primary key (kind, id),
  ${oneOf('job', 'kind', 'import issue')})`,
  `create table upload (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  bytes integer not null,
  received_at timestamptz(6) not null,
  ${oneOf('upload', 'kind', 'import document')},
  constraint upload_bytes_not_negative check (bytes >= 0))`,
  'create index upload_received on upload (received_at)',
  `create table upload_chunk (
  upload_id uuid not null,
  place integer not null,
  bytes bytea not null,
  primary key (upload_id, place),
  constraint upload_chunk_upload_id_foreign foreign key (upload_id) references upload (id) on delete cascade,
  constraint upload_chunk_place_not_negative check (place >= 0))`,
];

/** What a process used to remember alone: imports under way, how far cards are, uploads with their bytes. */
export class JobsAndUploads extends Migration {
  override async up(): Promise<void> {
    for (const sql of TABLES) this.addSql(sql);
  }

  override async down(): Promise<void> {
    for (const table of ['upload_chunk', 'upload', 'job']) this.addSql(`drop table ${table}`);
  }
}
