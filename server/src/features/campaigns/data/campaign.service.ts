import { Big } from 'big.js';
import { sql } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import { knownNow } from '../../../ledger/temporal/index.ts';
import type { Campaign, Cause } from '../campaign.types.ts';

interface CampaignRow {
  id: string;
  unit_code: string;
  name_zh: string;
  name_en: string | null;
  start_on: string;
  deadline: string | null;
  rectified_from: Campaign['rectifiedFrom'];
  declared_villages: number | null;
  declared_communities: number | null;
  village_quota: string | null;
  community_quota: string | null;
  visits_per_month: number | null;
  checklist: string[];
  illustrative: boolean;
}

const COLUMNS = sql`c.campaign as id, c.unit_code, c.name_zh, c.name_en, c.start_on, c.deadline, c.rectified_from,
  c.declared_villages, c.declared_communities, (c.village_quota / 100)::text as village_quota,
  (c.community_quota / 100)::text as community_quota, c.visits_per_month, c.checklist, c.illustrative <> '{}' as illustrative`;

/** Without the zeros that a division leaves: 0.1. */
const shareOf = (share: string | null): string | null => share && new Big(share).toFixed();

function campaignOfRow(row: CampaignRow): Campaign {
  return {
    id: row.id,
    startOn: row.start_on,
    deadline: row.deadline,
    rectifiedFrom: row.rectified_from,
    declaredVillages: row.declared_villages,
    declaredCommunities: row.declared_communities,
    villageQuota: shareOf(row.village_quota),
    communityQuota: shareOf(row.community_quota),
    visitsPerMonth: row.visits_per_month,
    checklist: row.checklist,
    illustrative: row.illustrative,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    unitCode: row.unit_code,
  };
}

/** All campaigns as they stand now, in the order of their keys. */
export async function allCampaigns(db: ViewerDb): Promise<Campaign[]> {
  const { rows } = await sql<CampaignRow>`/* campaigns.all */
    select ${COLUMNS} from campaign_version c where ${knownNow('c')} order by c.campaign`.execute(db);
  return rows.map(campaignOfRow);
}

/** The campaigns with these keys; one statement. */
export async function campaignsById(db: ViewerDb, ids: readonly string[]): Promise<Campaign[]> {
  const { rows } = await sql<CampaignRow>`/* campaigns.by_id */
    select ${COLUMNS} from campaign_version c
    where ${knownNow('c')} and c.campaign = any(${[...ids]}::text[])`.execute(db);
  return rows.map(campaignOfRow);
}

/** The reference list of causes in its order. */
export async function allCauses(db: ViewerDb): Promise<Cause[]> {
  const rows = await db.selectFrom('cause').select(['code', 'name_zh', 'name_en']).orderBy('position').execute();
  return rows.map((row) => ({ code: row.code, nameZh: row.name_zh, nameEn: row.name_en }));
}
