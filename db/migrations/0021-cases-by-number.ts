import { Migration } from '@mikro-orm/migrations';

/**
 * A case is looked up by its number alone, by its page, by a form and by a file that names it: without the index each of them reads
 * the numbers of all counties. 600,000 cases take a second or two.
 */
export class CasesByNumber extends Migration {
  override async up(): Promise<void> {
    this.addSql('create index cases_number on cases (case_no)');
  }

  override async down(): Promise<void> {
    this.addSql('drop index cases_number');
  }
}
