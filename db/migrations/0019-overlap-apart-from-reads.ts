import { Migration } from '@mikro-orm/migrations';

const constraint = (code: string, days: string, current: string): string =>
  `alter table org_unit_version add constraint org_unit_version_no_overlap
    exclude using gist (${code} with =, ${days} with &&) where (${current})`;

const DROP = 'alter table org_unit_version drop constraint org_unit_version_no_overlap';

/**
 * Keeps reads off the GiST index of the constraint. In PostgreSQL 18.4 a nested loop that scans such an index again and again, while two
 * transactions supersede rows, marks entries of rows in force as dead: a read through the index no longer finds them. No
 * query has these expressions, so that all of them use the B-tree indexes. The index is built again, which brings back what it may have
 * lost.
 */
export class OverlapApartFromReads extends Migration {
  override async up(): Promise<void> {
    this.addSql(DROP);
    this.addSql(constraint("(code || '')", "daterange(valid_from, valid_to, '[)')", 'not isfinite(superseded_at)'));
  }

  override async down(): Promise<void> {
    this.addSql(DROP);
    this.addSql(constraint('code', 'daterange(valid_from, valid_to)', "superseded_at = 'infinity'"));
  }
}
