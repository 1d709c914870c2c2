import { buildLedger } from '../reference/build-ledger.ts';
import { recipe } from '../reference/random-ledger.ts';

/** Campaigns of the county only, for a case outside the unit of its campaign is refused; an empty checklist is the usual. */
export const importable = recipe.map((made) =>
  buildLedger({
    ...made,
    campaigns: made.campaigns.map((campaign) => ({
      ...campaign,
      town: null,
      checklist: campaign.checklist.length === 0 ? ['ledger'] : campaign.checklist,
    })),
  }),
);
