import type { ReadContext } from '../../graphql-types/context.ts';
import { endOfMonthBefore } from '../../domain/day.ts';
import { digestOf } from '../../domain/digest.ts';
import { lastRecorded } from './last-recorded.sql.ts';
import type { OperationRunner } from './run-operation.ts';

/** What a briefing file is about; null: the campaign's own unit, its default day, all that is recorded. */
export interface BriefingRequest {
  readonly campaign: string;
  readonly unit: string | null;
  readonly asOf: string | null;
  /** ISO moment with its offset. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
}

/** Answers by operation, then by unit ('' for those that are not about one). */
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Everything that the file shows, at one day and as known at one moment. */
export interface Snapshot {
  readonly campaign: string;
  readonly unit: string;
  readonly unitName: string;
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly tree: 'THEN' | 'NOW';
  /** SHA-256 over all that it holds, hex; `digests` has that of each unit's own answer. */
  readonly digest: string;
  readonly digests: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

interface BriefingAnswer {
  readonly orgUnit: {
    readonly name: string;
    readonly level: number;
    readonly report: {
      readonly metrics: readonly { readonly id: string }[];
      readonly ranking?: readonly { readonly unit: { readonly code: string }; readonly identified: number }[];
      readonly towns?: { readonly unassigned: readonly { readonly id: string }[] };
    };
  };
}

const VILLAGE = 5;
const VILLAGE_DIGITS = 12;
/** Units asked for at once: their statements are merged, and their answers held together. */
const AT_ONCE = 40;

/**
 * Asks the briefing's operations for a unit, its parts and the villages that have a case.
 *
 * @param onProgress called after each batch with the units done and those known so far
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN, BAD_DATE
 */
export async function takeSnapshot(
  context: ReadContext,
  { run }: OperationRunner,
  query: BriefingRequest,
  onProgress: (done: number, known: number) => void = () => undefined,
): Promise<Snapshot> {
  const campaign = await context.campaigns.require(query.campaign);
  const unit = query.unit ?? campaign.unitCode;
  const asOf = query.asOf ?? (await context.campaigns.defaultAsOf(campaign));
  const knownAt = query.knownAt ?? (await lastRecorded(context.db, campaign.unitCode));
  const tree = query.tree === 'now' ? 'NOW' : 'THEN';
  const about = { campaign: campaign.id, asOf, before: endOfMonthBefore(asOf), knownAt, tree };
  const briefings = await requestDown(
    unit,
    (code) => run('Briefing', { ...about, code, parts: hasParts(code) }),
    onProgress,
  );
  const answers: Answers = {
    Briefing: Object.fromEntries(briefings),
    Campaigns: { '': onlyCampaign(await run<CampaignsAnswer>('Campaigns', {}), campaign.id, asOf) },
    MetricLabels: { '': onlyMetrics(await run<LabelsAnswer>('MetricLabels', {}), [...briefings.values()]) },
  };
  const shown = { campaign: campaign.id, unit, asOf, tree } as const;
  const digests = [...briefings].map(([code, answer]) => [code, digestOf(answer)] as const);
  return {
    ...shown,
    unitName: briefings.get(unit)?.orgUnit.name ?? unit,
    knownAt,
    digest: fileDigest(shown, digests, answers),
    digests: Object.fromEntries(digests),
    answers,
  };
}

/** A unit and what is below it, level by level: all parts, but of the villages only those that are listed. */
async function requestDown(
  top: string,
  answerOf: (code: string) => Promise<BriefingAnswer>,
  onProgress: (done: number, known: number) => void,
): Promise<Map<string, BriefingAnswer>> {
  const found = new Map<string, BriefingAnswer>();
  let waiting = [top];
  while (waiting.length > 0) {
    const batch = waiting.slice(0, AT_ONCE);
    const answers = await Promise.all(batch.map(async (code) => [code, await answerOf(code)] as const));
    answers.forEach(([code, answer]) => found.set(code, answer));
    const below = answers.flatMap(([, { orgUnit }]) => {
      const parts = orgUnit.report.ranking ?? [];
      return orgUnit.level + 1 < VILLAGE ? parts : parts.filter(({ identified }) => identified > 0);
    });
    waiting = [...waiting.slice(AT_ONCE), ...below.map(({ unit }) => unit.code).filter((code) => !found.has(code))];
    onProgress(found.size, found.size + waiting.length);
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const hasParts = (code: string): boolean => code.length < VILLAGE_DIGITS;

/** SHA-256 over what the file is about, the digest of each unit in the order of codes, and the words about them. */
function fileDigest(
  shown: Pick<Snapshot, 'campaign' | 'unit' | 'asOf' | 'tree'>,
  units: readonly (readonly [code: string, digest: string])[],
  { Campaigns: campaigns, MetricLabels: labels }: Answers,
): string {
  return digestOf({ ...shown, units, campaigns: campaigns?.[''], labels: labels?.[''] });
}

interface CampaignsAnswer {
  readonly campaigns: readonly { readonly id: string }[];
}

/** The file's own campaign alone, whose day is the file's: its addresses need not name it. */
function onlyCampaign({ campaigns }: CampaignsAnswer, id: string, asOf: string): CampaignsAnswer {
  return { campaigns: campaigns.filter((one) => one.id === id).map((one) => ({ ...one, defaultAsOf: asOf })) };
}

interface LabelsAnswer {
  readonly metrics: readonly { readonly id: string }[];
}

/** Labels and definitions of the metrics that occur. */
function onlyMetrics({ metrics }: LabelsAnswer, briefings: readonly BriefingAnswer[]): LabelsAnswer {
  const used = new Set(
    briefings.flatMap(({ orgUnit: { report } }) =>
      [...report.metrics, ...(report.towns?.unassigned ?? [])].map(({ id }) => id),
    ),
  );
  return { metrics: metrics.filter(({ id }) => used.has(id)) };
}
