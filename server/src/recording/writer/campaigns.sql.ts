import { campaigns } from '../../ledger/sheets/tree-sheets.ts';
import { storedColumns } from './stage-table.ts';
import { stagedOrKept } from './located.sql.ts';

const columns = storedColumns(campaigns).map(({ name }) => name);
const lists = new Set(campaigns.columns.filter(({ type }) => type.kind === 'coded-list').map(({ target }) => target));

/** What is compared of a column: the order of a list is no content. */
const compared = (of: string, name: string): string =>
  lists.has(name) ? `(select array_agg(item order by item) from unnest(${of}.${name}) item)` : `${of}.${name}`;

/** Statement that sets the campaigns of the file beside those known; columns that the sheet does not have are kept. */
export function locateCampaigns(kept: ReadonlySet<string>): string {
  const content = columns.filter((name) => name !== 'campaign' && !kept.has(name));
  const row = (of: string): string => `row(${content.map((name) => compared(of, name)).join(', ')})`;
  return `/* imports: locate campaigns */
    create temp table located_campaigns on commit drop as
    select s.row_no, s.broken, ${stagedOrKept(campaigns, kept, 'v')}, v.id as old_id,
      v.id is not null and ${row('s')} is not distinct from ${row('v')} as same
    from stage_campaigns s left join campaign_version v on v.campaign = s.campaign and v.superseded_at = 'infinity'`;
}

export const SUPERSEDE_CAMPAIGNS = `/* imports: supersede campaigns */
  update campaign_version v set superseded_at = $1 from located_campaigns l where l.old_id = v.id and not l.same`;

export const INSERT_CAMPAIGN_IDS = `/* imports: insert campaign ids */
  insert into campaign (id) select campaign from stage_campaigns on conflict do nothing`;

export const INSERT_CAMPAIGNS = `/* imports: insert campaigns */
  insert into campaign_version (${columns.join(', ')}, recorded_at, recorded_by, import_id, source_row)
  select ${columns.map((name) => `l.${name}`).join(', ')}, $1, $2, $3, l.row_no from located_campaigns l where not l.same`;

export const REGISTER_CASES = `/* imports: register cases */
  insert into case_register (county_code, case_no) select home, case_no from located_cases where not same on conflict do nothing`;
