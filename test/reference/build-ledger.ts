import { buildCase } from './build-case.ts';
import { COUNTY, FIRST_DAY, buildTree, dayAt, text } from './build-tree.ts';
import { buildUnitFact } from './build-unit-fact.ts';
import { emptyLedger } from './ledger.ts';
import { put } from './site.ts';
import type { Places } from './build-tree.ts';
import type { CampaignRow, Ledger } from './ledger.ts';
import type { CampaignRecipe, Recipe } from './recipe.ts';
import type { Site } from './site.ts';

/** Turns a recipe into rows; a row whose identity is already taken is left out. */
export function buildLedger(recipe: Recipe): Ledger {
  const ledger = emptyLedger();
  const places = buildTree(ledger, recipe);
  for (const [n, campaign] of recipe.campaigns.entries()) buildCampaign(ledger, places, campaign, n);
  const campaigns = ledger.campaigns.filter((row) => row.superseded_at === null);
  const site: Site = { ledger, places, campaigns, taken: new Set() };
  for (const [n, one] of recipe.cases.entries()) buildCase(site, one, n);
  for (const one of recipe.unitFacts) buildUnitFact(site, one);
  return ledger;
}

function buildCampaign(ledger: Ledger, places: Places, recipe: CampaignRecipe, n: number): void {
  const first: CampaignRow = {
    campaign: `drive-${n + 1}`,
    unit_code: recipe.town === null ? COUNTY : (places.towns[recipe.town % places.towns.length] ?? COUNTY),
    name_zh: `批次${n + 1}`,
    start_on: FIRST_DAY,
    deadline: recipe.deadline === null ? null : dayAt(recipe.deadline),
    rectified_from: recipe.rectifiedFrom,
    declared_villages: recipe.declared,
    declared_communities: recipe.declaredCommunities,
    visits_per_month: recipe.visitsPerMonth,
    checklist: recipe.checklist,
    ...text(0),
  };
  put(ledger.campaigns, first, recipe.corrected, (corrected) => ({
    rectified_from: corrected.rectifiedFrom,
    deadline: corrected.deadline === null ? null : dayAt(corrected.deadline),
  }));
}
