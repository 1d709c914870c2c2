import type { Db } from '@wallchart/db';
import type DataLoader from 'dataloader';
import { WallchartError } from '../../errors.ts';
import { batchLoader } from '../../graph/batch-loader.ts';
import { boundedCache } from '../../graph/bounded-cache.ts';
import { allCampaigns, allCauses, campaignsById } from './campaign.service.ts';
import { campaignSpans, defaultAsOf, type CampaignSpan } from './campaign-span.service.ts';
import type { Campaign, Cause } from './campaign.types.ts';

export interface CampaignLoaders {
  readonly campaign: DataLoader<string, Campaign | null>;
  readonly span: DataLoader<string, CampaignSpan | null>;
  /** All campaigns, in the order of their keys. */
  readonly all: () => Promise<Campaign[]>;
  readonly causes: () => Promise<Cause[]>;
  /** The campaign, or UNKNOWN_CAMPAIGN with the names of those that exist. */
  readonly require: (id: string) => Promise<Campaign>;
  /** The campaign to begin with when nobody asks for one, as the dashboard does; UNKNOWN_CAMPAIGN when there is none. */
  readonly starting: () => Promise<Campaign>;
  /** The day to show it for when nobody asks for one. */
  readonly defaultAsOf: (campaign: Campaign) => Promise<string>;
}

const MOST_REMEMBERED = 1000;

/** Loaders that remember what they found, failures excepted. */
export function createCampaignLoaders(db: Db, today: string): CampaignLoaders {
  let causes: Promise<Cause[]> | undefined;
  const forgetCauses = (error: unknown): never => {
    causes = undefined;
    throw error;
  };
  const campaign = batchLoader<string, Campaign | null>(
    async (ids) => {
      const found = new Map((await campaignsById(db, ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cacheMap: boundedCache(MOST_REMEMBERED) },
  );
  const span = batchLoader<string, CampaignSpan | null>(
    async (ids) => {
      const found = new Map((await campaignSpans(db, ids)).map((row) => [row.campaign, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cacheMap: boundedCache(MOST_REMEMBERED) },
  );
  const asOfDay = async (row: Campaign): Promise<string> => defaultAsOf(row, await span.load(row.id), today);
  return {
    campaign,
    span,
    all: () => allCampaigns(db),
    causes: () => (causes ??= allCauses(db).catch(forgetCauses)),
    require: async (id) => {
      const found = await campaign.load(id);
      if (found) return found;
      throw await unknownCampaign(db, id);
    },
    starting: async () => {
      const all = await allCampaigns(db);
      for (const row of all) if (row.deadline === null || (await asOfDay(row)) < row.deadline) return row;
      if (all[0]) return all[0];
      throw new WallchartError(
        'UNKNOWN_CAMPAIGN',
        'There is no campaign yet; import a ledger first. 还没有导入整顿批次。',
      );
    },
    defaultAsOf: asOfDay,
  };
}

async function unknownCampaign(db: Db, id: string): Promise<WallchartError> {
  const known = (await allCampaigns(db)).map((row) => row.id);
  const hint = known.length > 0 ? `Known: ${known.slice(0, 20).join(', ')}.` : 'None has been imported yet.';
  return new WallchartError('UNKNOWN_CAMPAIGN', `There is no campaign "${id}". ${hint} 没有这个整顿批次。`, { known });
}
