import type { Db } from '@wallchart/db';
import DataLoader from 'dataloader';
import { WallchartError } from '../../errors.ts';
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
  const campaign = new DataLoader<string, Campaign | null>(
    async (ids) => {
      const found = new Map((await campaignsById(db, ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cacheMap: boundedCache(MOST_REMEMBERED) },
  );
  const span = new DataLoader<string, CampaignSpan | null>(
    async (ids) => {
      const found = new Map((await campaignSpans(db, ids)).map((row) => [row.campaign, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cacheMap: boundedCache(MOST_REMEMBERED) },
  );
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
    defaultAsOf: async (row) => defaultAsOf(row, await span.load(row.id), today),
  };
}

async function unknownCampaign(db: Db, id: string): Promise<WallchartError> {
  const known = (await allCampaigns(db)).map((row) => row.id);
  const hint = known.length > 0 ? `Known: ${known.slice(0, 20).join(', ')}.` : 'None has been imported yet.';
  return new WallchartError('UNKNOWN_CAMPAIGN', `There is no campaign "${id}". ${hint} 没有这个整顿批次。`, { known });
}
