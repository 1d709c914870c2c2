import { Migration } from '@mikro-orm/migrations';
import { ISSUED } from './issued-guards.ts';
import { SEALED } from './circular-guards.ts';
import { ISSUED_ONCE, SEALED_ONCE } from './files-later.ts';

const TABLES = [
  { table: 'circular_edition', files: ['docx', 'pdf', 'html'], trigger: 'sealed', body: SEALED_ONCE, before: SEALED },
  { table: 'reminder_batch', files: ['docx', 'pdf'], trigger: 'issued', body: ISSUED_ONCE, before: ISSUED },
  { table: 'reminder_card', files: ['docx', 'pdf'], trigger: 'issued', body: ISSUED_ONCE, before: ISSUED },
] as const;

const guard = (table: string, trigger: string, body: string): string =>
  `create or replace function ${table}_${trigger}_fn() returns trigger as $$ begin ${body} end; $$ language plpgsql`;

/** Files are stored after what they are rendered from: no lock is held while they are made. */
export class FilesAfterNumbers extends Migration {
  override async up(): Promise<void> {
    for (const { table, files, trigger, body } of TABLES) {
      for (const file of files) this.addSql(`alter table ${table} alter column ${file} drop not null`);
      this.addSql(`alter table ${table} add constraint ${table}_files_together
        check (num_nulls(${files.join(', ')}) in (0, ${files.length}))`);
      this.addSql(guard(table, trigger, body));
    }
  }

  override async down(): Promise<void> {
    for (const { table, files, trigger, before } of TABLES) {
      this.addSql(guard(table, trigger, before));
      this.addSql(`alter table ${table} drop constraint ${table}_files_together`);
      for (const file of files) this.addSql(`alter table ${table} alter column ${file} set not null`);
    }
  }
}
