import { Migration } from '@mikro-orm/migrations';

const COLUMNS = ['village_quota', 'community_quota'] as const;

/** The least share of villages, and of communities, that a campaign must identify, in per cent. */
export class CampaignQuotas extends Migration {
  override up(): void {
    for (const column of COLUMNS) {
      this.addSql(`alter table campaign_version add column ${column} numeric(5,2),
        add constraint campaign_version_${column}_percent check (${column} > 0 and ${column} <= 100)`);
    }
  }

  override down(): void {
    for (const column of COLUMNS) this.addSql(`alter table campaign_version drop column ${column}`);
  }
}
