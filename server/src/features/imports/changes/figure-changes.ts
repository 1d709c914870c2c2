import { sql } from 'kysely';
import type { ViewerDb } from '../../../database/handles.ts';
import { dayInShanghai } from '../../../domain/day.ts';
import { createMetricEngine, METRICS, type MetricValue, type ReportKey } from '../../../metrics/index.ts';
import { campaignsById, campaignSpans, defaultAsOf } from '../../campaigns/data/index.ts';
import { SHEETS, type SheetSpec } from '../../../ledger/sheets/index.ts';
import { isFact } from '../../../recording/withdrawing/withdrawals.sql.ts';
import { supersededIn, type RunKey } from './row-changes.ts';

/** A figure of a campaign's unit before a run and after it, as of the campaign's default day, or that of a later row. */
export interface FigureChange {
  readonly campaign: string;
  readonly campaignName: { readonly zh: string; readonly en: string };
  /** `YYYY-MM-DD` in Asia/Shanghai */
  readonly asOf: string;
  readonly before: MetricValue;
  readonly after: MetricValue;
}

/** Campaigns whose figures are compared at most: those with the most changed rows. */
const CAMPAIGNS = 5;

const EVERY_METRIC = METRICS.map(({ id }) => id);

/**
 * The figures that a run changed, of the campaigns that it touched: each campaign's own unit as of its default day, known
 * just before the run and by it.
 */
export async function figureChanges(db: ViewerDb, run: RunKey, today = dayInShanghai()): Promise<FigureChange[]> {
  const touched = await touchedCampaigns(db, run, today);
  const ids = [...touched.keys()];
  if (ids.length === 0) return [];
  const [campaigns, spans] = await Promise.all([campaignsById(db, ids), campaignSpans(db, ids, today)]);
  const keys = campaigns.map((campaign): ReportKey => ({
    campaign: campaign.id,
    unit: campaign.unitCode,
    asOf: later(
      defaultAsOf(campaign, spans.find((span) => span.campaign === campaign.id) ?? null, today),
      touched.get(campaign.id) ?? null,
    ),
    knownAt: run.recordedAt,
    tree: 'then',
  }));
  const before = new Date(Date.parse(run.recordedAt) - 1).toISOString();
  const engine = createMetricEngine(db, { today: () => today });
  const known = [...keys, ...keys.map((key) => ({ ...key, knownAt: before }))];
  const values = await engine.values(known, EVERY_METRIC);
  return campaigns.flatMap((campaign, at) =>
    EVERY_METRIC.flatMap((_, metric) => {
      const [is, was] = [values[at]?.[metric], values[at + campaigns.length]?.[metric]];
      const name = { zh: campaign.nameZh, en: campaign.nameEn ?? campaign.nameZh };
      return is && was && (is.value !== was.value || is.atLeast !== was.atLeast)
        ? [{ campaign: campaign.id, campaignName: name, asOf: keys[at]!.asOf, before: was, after: is }]
        : [];
    }),
  );
}

const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day);

/**
 * Campaigns that changed rows belong to, each with the last day up to today of such a row: the last of all may be the one
 * that was withdrawn. Of a unit and of what belongs to no campaign, those with a case there.
 */
async function touchedCampaigns(db: ViewerDb, run: RunKey, today: string): Promise<Map<string, string | null>> {
  const changed = (sheet: SheetSpec) => sql`(r.import_id = ${run.id}::bigint or ${supersededIn(sheet, 'r', run)})`;
  const { rows } = await sql<{ campaign: string; last: string | null }>`/* imports.touched_campaigns */
    select campaign, max(day) filter (where day <= ${today}::date) as last from (${sql.join(
      SHEETS.map(
        (
          sheet,
        ) => sql`select ${campaignOf(sheet)} as campaign, ${isFact(sheet) ? sql`r.effective_on` : sql`null::date`} as day
            from ${sql.table(sheet.table)} r
        ${joinOf(sheet)} where ${changed(sheet)}`,
      ),
      sql` union all `,
    )}) changed where campaign is not null group by campaign order by count(*) desc, campaign limit ${CAMPAIGNS}`.execute(
    db,
  );
  return new Map(rows.map(({ campaign, last }) => [campaign, last]));
}

const campaignOf = ({ scope }: SheetSpec) =>
  scope === 'cases' || scope === 'campaigns' || scope === 'of-campaign-unit' ? sql`r.campaign` : sql`c.campaign`;

function joinOf({ scope }: SheetSpec) {
  if (scope === 'of-case') {
    return sql`left join lateral (select c.campaign from cases c where c.county_code = r.county_code and c.case_no = r.case_no
      order by c.superseded_at desc limit 1) c on true`;
  }
  const unit = scope === 'units' ? sql`r.code` : scope === 'of-unit' ? sql`r.unit_code` : null;
  return unit === null
    ? sql``
    : sql`join (select distinct campaign, unit_code from cases where superseded_at = 'infinity') c on c.unit_code = ${unit}`;
}
