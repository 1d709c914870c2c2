import { campaigns } from '../sheets/tree-sheets.ts';
import { storedColumns } from '../staging/stage-table.ts';

const columns = storedColumns(campaigns).map(({ name }) => name);
const content = columns.filter((name) => name !== 'campaign');

/** Campaigns of the file beside those known. */
export const LOCATE_CAMPAIGNS = `/* imports: locate campaigns */
  create temp table located_campaigns on commit drop as
  select s.*, v.id as old_id,
    v.id is not null and row(${content.map((name) => `s.${name}`).join(', ')}) is not distinct from row(${content.map((name) => `v.${name}`).join(', ')}) as same
  from stage_campaigns s left join campaign_version v on v.campaign = s.campaign and v.superseded_at = 'infinity'`;

export const SUPERSEDE_CAMPAIGNS = `/* imports: supersede campaigns */
  update campaign_version v set superseded_at = $1 from located_campaigns l where l.old_id = v.id and not l.same`;

export const INSERT_CAMPAIGN_IDS = `/* imports: insert campaign ids */
  insert into campaign (id) select campaign from stage_campaigns on conflict do nothing`;

export const INSERT_CAMPAIGNS = `/* imports: insert campaigns */
  insert into campaign_version (${columns.join(', ')}, recorded_at, recorded_by, import_id, source_row)
  select ${columns.map((name) => `l.${name}`).join(', ')}, $1, $2, $3, l.row_no from located_campaigns l where not l.same`;

export const REGISTER_CASES = `/* imports: register cases */
  insert into case_register (county_code, case_no) select home, case_no from located_cases where not same on conflict do nothing`;
