import { WallchartError } from '../../domain/errors.ts';
import type { TreeName } from '../../graphql-types/enums.ts';
import type { Campaign, CampaignLoaders } from '../campaigns/index.ts';
import type { OrgUnit, UnitLoaders } from '../units/index.ts';
import type { Report } from './report.types.ts';

/** What finding a report needs; a request's context is one. */
export interface ReportSources {
  readonly units: UnitLoaders;
  readonly campaigns: CampaignLoaders;
  /** Today in Asia/Shanghai. */
  readonly today: string;
}

export interface ReportRequest {
  readonly campaign: string;
  /** Null: the campaign's default day. */
  readonly asOf: string | null;
  /** ISO moment; null is now. */
  readonly knownAt: string | null;
  readonly tree: TreeName;
}

/** The report of a unit that is known already. @throws UNKNOWN_CAMPAIGN, OUTSIDE_CAMPAIGN */
export async function reportOf(sources: ReportSources, unit: OrgUnit, query: ReportRequest): Promise<Report> {
  const campaign = await sources.campaigns.require(query.campaign);
  const { tree, knownAt } = query;
  const asOf = query.asOf ?? (await sources.campaigns.defaultAsOf(campaign));
  const treeDay = tree === 'now' ? sources.today : asOf;
  await requireInside(sources, unit, campaign, treeDay);
  const key = { campaign: campaign.id, unit: unit.code, asOf, knownAt, tree, level: unit.level };
  return { asOf, knownAt, tree, key, campaignRow: campaign, treeDay };
}

/** The report and its unit, found by code. @throws UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN */
export async function openReport(
  sources: ReportSources,
  code: string,
  query: ReportRequest,
): Promise<{ report: Report; unit: OrgUnit }> {
  const campaign = await sources.campaigns.require(query.campaign);
  const asOf = query.asOf ?? (await sources.campaigns.defaultAsOf(campaign));
  const unit = await sources.units.require(code, query.tree === 'now' ? sources.today : asOf);
  return { report: await reportOf(sources, unit, { ...query, asOf }), unit };
}

/** A report of a unit outside the campaign would be all zeros, which reads like a finding. */
async function requireInside(
  { units }: ReportSources,
  unit: OrgUnit,
  campaign: Campaign,
  treeDay: string,
): Promise<void> {
  if (unit.levelCodes.includes(campaign.unitCode)) return;
  const placed = await units.unit.load({ code: unit.code, on: treeDay });
  if (placed?.levelCodes.includes(campaign.unitCode)) return;
  throw new WallchartError(
    'OUTSIDE_CAMPAIGN',
    `${unit.code} ${unit.name} is outside the campaign ${campaign.id}, which is that of unit ${campaign.unitCode}. ` +
      '该单位不在本批次范围内。',
    { unit: unit.code, campaign: campaign.id, campaignUnit: campaign.unitCode },
  );
}
