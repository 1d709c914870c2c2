import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import type { GraphContext } from '../../graphql-types/context.ts';
import { chartData } from './chart-data.ts';
import { describe } from './describe.ts';
import { chartAddress, type ChartKind } from './kinds.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { ChartKindEnum, ChartPicture } from './chart.types.ts';
import { Report } from '../reports/report.types.ts';

@Resolver(() => Report)
export class ReportChartResolver {
  @FieldResolver(() => ChartPicture, {
    complexity: WEIGHTS.figures,
    description: 'A chart of this report as a picture.',
  })
  async chart(
    @Ctx() ctx: GraphContext,
    @Root() report: Report,
    @Arg('kind', () => ChartKindEnum) kind: ChartKind,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): Promise<ChartPicture> {
    const { campaign, unit, asOf, knownAt, tree } = report.key;
    const query = { campaign, unit, asOf, knownAt, tree, lang: lang ?? 'zh' };
    const data = await chartData(ctx, { kind, ...query });
    return {
      svgUrl: chartAddress(kind, 'svg', query),
      pngUrl: chartAddress(kind, 'png', query),
      digest: data.facts.digest,
      title: data.card.title,
      alt: describe(data),
    };
  }
}
