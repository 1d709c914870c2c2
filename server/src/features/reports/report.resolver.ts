import { readAbout } from '@wallchart/db';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import {
  GrainEnum,
  TreeEnum,
  TrendModeEnum,
  type GrainName,
  type TreeName,
  type TrendModeName,
} from '../../graphql-types/enums.ts';
import { DimensionEnum, MetricIdEnum } from '../../graphql-types/metric-enums.ts';
import { listSize, pageSize } from '../../graphql-types/page.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import { weighedBy, WEIGHTS } from '../../graphql-types/weights.ts';
import type { Dimension, MetricId } from '../../metrics/index.ts';
import { Campaign } from '../campaigns/index.ts';
import { OrgUnit } from '../units/index.ts';
import { activitiesOf } from './activities.service.ts';
import { evidencePage } from './evidence.service.ts';
import { Breakdown, MetricChange, MetricValue, TownRank, TrendPoint } from './metric.types.ts';
import { reportOf } from './open-report.ts';
import { Activity, PartInput, Report, RowConnection } from './report.types.ts';

@Resolver(() => OrgUnit)
export class UnitReportResolver {
  @FieldResolver(() => Report, {
    description:
      "Report as of a day (defaults to the campaign's default day), from the data as recorded at a moment (defaults to the latest).",
  })
  async report(
    @Ctx() ctx: GraphContext,
    @Root() unit: OrgUnit,
    @Arg('campaign', () => ID) id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
    @Arg('tree', () => TreeEnum, { nullable: true, defaultValue: 'then' }) requested: TreeName | null,
  ): Promise<Report> {
    return reportOf(ctx, unit, { campaign: id, asOf, knownAt: knownAt ?? null, tree: requested ?? 'then' });
  }
}

@Resolver(() => Report)
export class ReportResolver {
  @FieldResolver(() => Campaign)
  campaign(@Root() report: Report): Campaign {
    return report.campaignRow;
  }

  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() report: Report): Promise<OrgUnit> {
    return ctx.units.require(report.key.unit, report.treeDay);
  }

  @FieldResolver(() => [MetricValue], { complexity: weighedBy('ids', 8, 20) })
  async metrics(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('ids', () => [MetricIdEnum]) ids: MetricId[],
  ): Promise<readonly MetricValue[]> {
    listSize('ids', ids);
    return ctx.reports.values.load({ key: report.key, ids });
  }

  @FieldResolver(() => Breakdown, { complexity: weighedBy('ids', 15, 40) })
  async breakdown(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('by', () => DimensionEnum) by: Dimension,
    @Arg('ids', () => [MetricIdEnum]) ids: MetricId[],
  ): Promise<Breakdown> {
    listSize('ids', ids);
    const found = await ctx.reports.breakdown.load({ key: report.key, by, ids });
    const rows = found.rows.map(({ unit, ...row }) => ({
      ...row,
      unitKey: unit === null ? null : { code: unit, on: report.treeDay },
    }));
    return { ...found, rows };
  }

  @FieldResolver(() => [TrendPoint], {
    complexity: weighedBy('ids', 25, 100),
    description: 'From the start of the campaign to the as-of day by default.',
  })
  async trend(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('grain', () => GrainEnum) grain: GrainName,
    @Arg('ids', () => [MetricIdEnum]) ids: MetricId[],
    @Arg('from', () => DateScalar, { nullable: true }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true }) to: string | null,
    @Arg('mode', () => TrendModeEnum, { nullable: true, defaultValue: 'level' }) mode: TrendModeName | null,
  ): Promise<readonly TrendPoint[]> {
    listSize('ids', ids);
    return ctx.reports.trend.load({
      key: report.key,
      grain,
      ids,
      from: from ?? null,
      to: to ?? null,
      mode: mode ?? 'level',
    });
  }

  @FieldResolver(() => [MetricChange], {
    complexity: weighedBy('ids', 40, 200),
    description: 'Compares the as-of day with another, and explains each change.',
  })
  async compare(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('to', () => DateScalar) to: string,
    @Arg('ids', () => [MetricIdEnum]) ids: MetricId[],
    @Arg('toKnownAt', () => DateTimeScalar, { nullable: true }) toKnownAt: string | null,
  ): Promise<readonly MetricChange[]> {
    listSize('ids', ids);
    return ctx.reports.compare.load({ key: report.key, to, toKnownAt: toKnownAt ?? null, ids });
  }

  @FieldResolver(() => RowConnection, { complexity: WEIGHTS.scan, description: 'The rows that a figure counts.' })
  async rows(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('id', () => MetricIdEnum) id: MetricId,
    @Arg('part', () => PartInput, { nullable: true }) part: PartInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<RowConnection> {
    return evidencePage(ctx, report, id, part ?? null, { first: pageSize(first ?? 50), after: after ?? null });
  }

  @FieldResolver(() => [TownRank], { complexity: WEIGHTS.scan, description: 'Child units in the order of progress.' })
  async ranking(@Ctx() ctx: GraphContext, @Root() report: Report): Promise<TownRank[]> {
    const ranks = await ctx.reports.ranking.load(report.key);
    return ranks.map((rank) => Object.assign({ unitKey: { code: rank.unit, on: report.treeDay } }, rank));
  }

  @FieldResolver(() => [Activity], {
    complexity: WEIGHTS.scan,
    description: 'Activities held or planned, by date.',
  })
  activities(@Ctx() ctx: GraphContext, @Root() report: Report): Promise<Activity[]> {
    return readAbout([report.key.unit], () => activitiesOf(ctx.db, report));
  }
}
