import { defineEntity, p } from '@mikro-orm/core';
import { RECTIFIED_FROM } from '../vocabulary.ts';
import { day, percent, rowId, textList } from './columns.ts';
import {
  APPEND_ONLY_TRIGGER,
  check,
  CURRENT,
  datesFinite,
  notEmpty,
  notNegative,
  recordedBeforeSuperseded,
} from './constraints.ts';
import { OrgUnit } from './org-unit.ts';
import { recordColumns } from './record-columns.ts';

/** A campaign (整顿批次) by its key in the workbook; what is known of it is in its versions. */
export const Campaign = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  properties: { id: p.text().primary() },
  checks: [check('campaign_id_not_empty', "id <> ''")],
});

/** What was known of a campaign from `recorded_at` until `superseded_at`. */
export const CampaignVersion = defineEntity({
  name: 'CampaignVersion',
  tableName: 'campaign_version',
  properties: {
    id: rowId().primary(),
    campaign: p.manyToOne(Campaign).mapToPk().fieldName('campaign'),
    unitCode: p.manyToOne(OrgUnit).mapToPk().fieldName('unit_code'),
    nameZh: p.text(),
    nameEn: p.text().nullable(),
    startOn: day(),
    deadline: day().nullable(),
    rectifiedFrom: p.enum(RECTIFIED_FROM).default('struck_off'),
    declaredVillages: p.integer().nullable(),
    declaredCommunities: p.integer().nullable(),
    villageQuota: percent().nullable(),
    communityQuota: percent().nullable(),
    visitsPerMonth: p.integer().nullable(),
    checklist: textList().defaultRaw("'{ledger,unit,leader,measures,working_group}'"),
    ...recordColumns,
  },
  uniques: [{ name: 'campaign_version_one_current', properties: ['campaign'], where: CURRENT }],
  indexes: [
    { name: 'campaign_version_history', properties: ['campaign'] },
    { name: 'campaign_version_unit', properties: ['unitCode'], where: CURRENT },
  ],
  triggers: [APPEND_ONLY_TRIGGER],
  checks: [
    datesFinite('campaign_version', 'start_on', 'deadline'),
    notEmpty('campaign_version', 'name_zh'),
    check('campaign_version_deadline_after_start', 'deadline >= start_on'),
    notNegative('campaign_version', 'declared_villages'),
    notNegative('campaign_version', 'declared_communities'),
    notNegative('campaign_version', 'visits_per_month'),
    check('campaign_version_village_quota_percent', 'village_quota > 0 and village_quota <= 100'),
    check('campaign_version_community_quota_percent', 'community_quota > 0 and community_quota <= 100'),
    recordedBeforeSuperseded('campaign_version'),
  ],
});
