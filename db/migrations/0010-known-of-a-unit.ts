import { Migration } from '@mikro-orm/migrations';

const TABLES = ['cases', 'venues'] as const;

/** Figures as known at a moment look up the cases and venues of a unit among all versions, not among current rows alone. */
export class KnownOfAUnit extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`drop index ${table}_roll_up`);
      this.addSql(`create index ${table}_of_unit on ${table} (campaign, unit_code)`);
    }
  }

  override down(): void {
    for (const table of TABLES) {
      this.addSql(`drop index ${table}_of_unit`);
      this.addSql(`create index ${table}_roll_up on ${table} (campaign, unit_code) where superseded_at = 'infinity'`);
    }
  }
}
