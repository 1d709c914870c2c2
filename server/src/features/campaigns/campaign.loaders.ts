import type { ViewerDb } from '../../database/handles.ts';
import { WallchartError } from '../../domain/errors.ts';
import { MEGABYTE } from '../../loading/bounded-cache.ts';
import { sharedLoader, type Loader } from '../../loading/shared-loader.ts';
import { UNCHANGING, type Validity } from '../../loading/validity.ts';
import { allCampaigns, allCauses, campaignsById, campaignSpans, defaultAsOf, type CampaignSpan } from './data/index.ts';
import type { Campaign, Cause } from './campaign.types.ts';

declare module '../../graphql-types/context.ts' {
  interface SharedLoaders {
    readonly campaigns: CampaignLoaders;
  }
}

export interface CampaignLoaders {
  readonly campaign: Loader<string, Campaign | null>;
  readonly span: Loader<string, CampaignSpan | null>;
  /** All campaigns, in the order of their keys. */
  readonly all: () => Promise<Campaign[]>;
  readonly causes: () => Promise<Cause[]>;
  /** The campaign, or UNKNOWN_CAMPAIGN with the names of those that exist. */
  readonly require: (id: string) => Promise<Campaign>;
  /** The campaign to begin with when no one asks for one, as the dashboard does; UNKNOWN_CAMPAIGN when there is none. */
  readonly starting: () => Promise<Campaign>;
  /** The day to show it for when no one asks for one. */
  readonly defaultAsOf: (campaign: Campaign) => Promise<string>;
}

/** What a campaign takes, about. */
const ROW_BYTES = 1_000;
const BY_ID = { keyOf: (id: string) => id, bounds: { bytes: MEGABYTE, bytesOf: () => ROW_BYTES } };
const LIST = {
  keyOf: () => '',
  bounds: { bytes: 16 * MEGABYTE, bytesOf: (rows: readonly unknown[]) => ROW_BYTES * rows.length },
};

/** What is changed for everybody: a campaign, a cause. */
const everywhere = (): readonly string[] => [];

/** Loaders that remember what they found, failures excepted. */
export function createCampaignLoaders(db: ViewerDb, today: string, validity: Validity = UNCHANGING): CampaignLoaders {
  const listed = <T>(read: () => Promise<T[]>): (() => Promise<T[]>) => {
    const list = sharedLoader<string, T[]>({
      ...LIST,
      validity,
      about: everywhere,
      loadAll: async (keys) => {
        const rows = await read();
        return keys.map(() => rows);
      },
    });
    return () => list.load('');
  };
  const causes = listed(() => allCauses(db));
  const all = listed(() => allCampaigns(db));
  const campaign = sharedLoader<string, Campaign | null>({
    ...BY_ID,
    validity,
    about: everywhere,
    loadAll: async (ids) => {
      const found = new Map((await campaignsById(db, ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  });
  const span = sharedLoader<string, CampaignSpan | null>({
    ...BY_ID,
    validity,
    // A row of any county may be its last.
    about: () => null,
    loadAll: async (ids) => {
      const found = new Map((await campaignSpans(db, ids, today)).map((row) => [row.campaign, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  });
  const asOfDay = async (row: Campaign): Promise<string> => defaultAsOf(row, await span.load(row.id), today);
  return {
    campaign,
    span,
    all,
    causes,
    require: async (id) => {
      const found = await campaign.load(id);
      if (found) return found;
      throw unknownCampaign(id, await all());
    },
    starting: async () => {
      const rows = await all();
      for (const row of rows) if (row.deadline === null || (await asOfDay(row)) < row.deadline) return row;
      if (rows[0]) return rows[0];
      throw new WallchartError(
        'UNKNOWN_CAMPAIGN',
        'There is no campaign yet; import a ledger first. 还没有导入整顿批次。',
      );
    },
    defaultAsOf: asOfDay,
  };
}

function unknownCampaign(id: string, campaigns: readonly Campaign[]): WallchartError {
  const known = campaigns.map((row) => row.id);
  const hint = known.length > 0 ? `Known: ${known.slice(0, 20).join(', ')}.` : 'None has been imported yet.';
  return new WallchartError('UNKNOWN_CAMPAIGN', `There is no campaign "${id}". ${hint} 没有这个整顿批次。`, { known });
}
