import {
  type CardPlace,
  type CausesAnswer,
  type ChartCard,
  type ChartKind,
  type FigureAnswer,
  type MoneyAnswer,
  type PartAnswer,
  type PayAnswer,
  type PeriodAnswer,
  type RankedUnit,
  type VisitsAnswer,
  acceptanceCard,
  causesCard,
  moneyCard,
  payCard,
  townsCard,
  trendCard,
  visitsCard,
} from '@wallchart/charts/cards';
import type { ReportLoaders } from '../reports/index.ts';
import type {
  Breakdown,
  BreakdownRow,
  Dimension,
  MetricId,
  MetricValue,
  ReportKey,
  TrendPoint,
} from '../../metrics/index.ts';
import { KIND_FACTS } from './kinds.ts';

export type NameOf = (name: string) => string;

/** What a chart is drawn from, as plain data, and how it becomes a card. */
export interface ChartAnswer {
  readonly data: unknown;
  /** @param nameOf what units are called on the chart */
  readonly card: (place: CardPlace, nameOf: NameOf) => ChartCard;
}

const figure = ({ note, ...value }: MetricValue): FigureAnswer => ({
  ...value,
  noteZh: note?.zh ?? null,
  noteEn: note?.en ?? null,
});

const part = ({ key, label, values }: BreakdownRow): PartAnswer => ({ key, ...label, values: values.map(figure) });

const period = ({ from, to, label, values }: TrendPoint): PeriodAnswer => ({
  from,
  to,
  label,
  values: values.map(figure),
});

/** Asks the metric engine for what one chart shows, in the shape that the dashboard's own query gives it. */
class ChartRequests {
  constructor(
    private readonly reports: ReportLoaders,
    private readonly key: ReportKey,
  ) {}

  async metrics(ids: readonly MetricId[]): Promise<FigureAnswer[]> {
    return (await this.reports.values.load({ key: this.key, ids })).map(figure);
  }

  breakdown(by: Dimension, ids: readonly MetricId[]): Promise<Breakdown> {
    return this.reports.breakdown.load({ key: this.key, by, ids });
  }

  async trend(grain: 'WEEK' | 'MONTH', ids: readonly MetricId[], mode: 'level' | 'flow'): Promise<PeriodAnswer[]> {
    return (await this.reports.trend.load({ key: this.key, grain, ids, mode, from: null, to: null })).map(period);
  }

  async towns(): Promise<RankedUnit[]> {
    const ranks = await this.reports.ranking.load(this.key);
    return ranks.map(({ unit: code, name, ...rank }) => ({ ...rank, unit: { code, name } }));
  }

  async causes(by: 'PRIMARY_CAUSE' | 'CAUSE'): Promise<CausesAnswer> {
    const [metrics, { rows, proof }] = await Promise.all([
      this.metrics(['IDENTIFIED']),
      this.breakdown(by, ['IDENTIFIED']),
    ]);
    const reasons = proof.map(({ reason }) => ({ reasonZh: reason?.zh ?? null, reasonEn: reason?.en ?? null }));
    return { metrics, breakdown: { rows: rows.map(part), proof: reasons } };
  }

  async money(): Promise<MoneyAnswer> {
    const [metrics, { rows }] = await Promise.all([
      this.metrics(KIND_FACTS.VENUE_GAP.metricIds),
      this.breakdown('FUND_SOURCE', ['VENUE_RAISED']),
    ]);
    return { metrics, sources: { rows: rows.map(part) } };
  }

  async pay(): Promise<PayAnswer> {
    const ids = KIND_FACTS.PAY.metricIds;
    const [metrics, { rows }] = await Promise.all([this.metrics(ids), this.breakdown('CHILD_UNIT', ids)]);
    const towns = rows.map(({ key, unit, label, values }) => ({
      key,
      unit: unit === null ? null : { code: unit, name: label.zh },
      values: values.map(figure),
    }));
    return { metrics, towns: { rows: towns } };
  }

  async visits(): Promise<VisitsAnswer> {
    const [metrics, trend] = await Promise.all([
      this.metrics(KIND_FACTS.VISITS.metricIds),
      this.trend('MONTH', ['VISIT_COMPLIANCE'], 'flow'),
    ]);
    return { metrics, trend };
  }
}

const answered = <T>(
  data: T,
  card: (data: T, place: CardPlace) => ChartCard,
  renamed: (data: T, nameOf: NameOf) => T = (same) => same,
): ChartAnswer => ({ data, card: (place, nameOf) => card(renamed(data, nameOf), place) });

const rename = <T extends { readonly unit: { readonly code: string; readonly name: string } | null }>(
  one: T,
  nameOf: NameOf,
): T => (one.unit ? { ...one, unit: { ...one.unit, name: nameOf(one.unit.name) } } : one);

/** The answer that a chart of this kind is drawn from. */
export async function answerOf(kind: ChartKind, reports: ReportLoaders, key: ReportKey): Promise<ChartAnswer> {
  const query = new ChartRequests(reports, key);
  switch (kind) {
    case 'TOWNS':
      return answered(await query.towns(), townsCard, (towns, nameOf) => towns.map((town) => rename(town, nameOf)));
    case 'CAUSES':
      return answered(await query.causes('PRIMARY_CAUSE'), (data, place) => causesCard(data, 'primary', place));
    case 'CAUSE_INCIDENCE':
      return answered(await query.causes('CAUSE'), (data, place) => causesCard(data, 'incidence', place));
    case 'TREND':
      return answered(await query.trend('WEEK', KIND_FACTS.TREND.metricIds, 'level'), trendCard);
    case 'VENUE_GAP':
      return answered(await query.money(), moneyCard);
    case 'PAY':
      return answered(await query.pay(), payCard, ({ metrics, towns }, nameOf) => ({
        metrics,
        towns: { rows: towns.rows.map((row) => rename(row, nameOf)) },
      }));
    case 'VISITS':
      return answered(await query.visits(), visitsCard);
    case 'ACCEPTANCE':
      return answered(await query.metrics(KIND_FACTS.ACCEPTANCE.metricIds), acceptanceCard);
    default:
      return kind satisfies never;
  }
}
