import type { CardPlace, ChartCard, ChartKind } from '@wallchart/charts/cards';
import type { Lang } from '../../domain/text.ts';
import { openReport } from '../reports/index.ts';
import { registry, type MetricId } from '../../metrics/index.ts';
import { digestOf } from '../../domain/digest.ts';
import { lastRecorded } from '../../recording/last-recorded.ts';
import { answerOf, type NameOf } from './chart-answers.ts';
import type { ChartRequest, ChartSources } from './chart-request.ts';
import { KIND_FACTS } from './kinds.ts';

/** What a picture says about where it comes from. */
export interface PictureFacts {
  readonly kind: ChartKind;
  readonly lang: Lang;
  readonly unit: string;
  readonly unitName: string;
  readonly campaign: string;
  readonly campaignName: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly asOf: string;
  /** ISO moment: what was recorded until then counts; null where nothing is recorded. */
  readonly knownAt: string | null;
  readonly tree: 'then' | 'now';
  readonly metricIds: readonly MetricId[];
  /** SHA-256 over the figures and what they are figures of, hex; the same in both languages. */
  readonly digest: string;
}

/** A chart before it is drawn: the card of the overview, and where it comes from. */
export interface ChartData {
  readonly card: ChartCard;
  readonly facts: PictureFacts;
}

/**
 * Asks the metric engine for one chart.
 *
 * @param nameOf names of the units on it; defaults to the recorded names
 * @throws WallchartError UNKNOWN_CAMPAIGN, UNKNOWN_UNIT, OUTSIDE_CAMPAIGN
 */
export async function chartData(
  sources: ChartSources,
  query: ChartRequest,
  nameOf: NameOf = (name) => name,
): Promise<ChartData> {
  const { kind, lang, knownAt, tree } = query;
  const { report, unit } = await openReport(sources, query.unit, query);
  const campaign = report.campaignRow;
  const [answer, recorded] = await Promise.all([
    answerOf(kind, sources.reports, report.key),
    knownAt ?? lastRecorded(sources),
  ]);
  const names = { zh: campaign.nameZh, en: campaign.nameEn ?? campaign.nameZh };
  const place: CardPlace = {
    lang: lang === 'en' ? 'en' : 'zh-CN',
    unitName: nameOf(unit.name),
    unitLevel: unit.level,
    asOf: report.asOf,
    campaign: { ...names, ...pick(campaign) },
    definition: (id) => registry.get(id)?.definition[lang] ?? '',
  };
  const of = { kind, unit: unit.code, campaign: campaign.id, asOf: report.asOf, tree };
  const digest = digestOf({
    of,
    names: { unit: unit.name, campaign: names },
    frame: pick(campaign),
    data: answer.data,
  });
  return {
    card: answer.card(place, nameOf),
    facts: {
      ...of,
      lang,
      unitName: unit.name,
      campaignName: names[lang],
      knownAt: recorded,
      metricIds: KIND_FACTS[kind].metricIds,
      digest,
    },
  };
}

/** What of a campaign a chart draws: its first day, its deadline, the visits that are due. */
const pick = ({ startOn, deadline, visitsPerMonth }: Omit<NonNullable<CardPlace['campaign']>, 'zh' | 'en'>) => ({
  startOn,
  deadline,
  visitsPerMonth,
});
