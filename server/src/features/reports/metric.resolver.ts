import { Arg, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { LangEnum } from '../../graphql-types/enums.ts';
import { localize, type Lang } from '../../domain/text.ts';
import {
  DimensionEnum,
  MetricFormatEnum,
  MetricIdEnum,
  MetricUnitEnum,
  PolarityEnum,
  RollupEnum,
} from '../../graphql-types/metric-enums.ts';
import type { Dimension } from '../../metrics/dimension.ts';
import type { Metric as Declaration } from '../../metrics/metric.ts';
import { registry } from '../../metrics/registry.ts';

@ObjectType('Metric', { simpleResolvers: true, description: 'A metric as it is declared in the registry.' })
export class MetricType {
  @Field(() => MetricIdEnum)
  id!: string;

  @Field(() => MetricUnitEnum)
  unit!: keyof typeof MetricUnitEnum;

  @Field(() => MetricFormatEnum)
  format!: keyof typeof MetricFormatEnum;

  @Field(() => RollupEnum)
  rollup!: keyof typeof RollupEnum;

  @Field(() => PolarityEnum)
  polarity!: keyof typeof PolarityEnum;

  @Field(() => [DimensionEnum], { description: 'What it can be broken down by.' })
  dimensions!: readonly Dimension[];

  @Field(() => String, { description: 'The family it is shown in.' })
  group!: string;

  @Field(() => String, { description: 'Sheet of the ledger whose rows it counts.' })
  sheet!: string;
}

@Resolver(() => MetricType)
export class MetricResolver {
  @Query(() => [MetricType], { description: 'Every metric, in the order of the registry.' })
  metrics(): Declaration[] {
    return [...registry.values()];
  }

  @FieldResolver(() => String)
  label(
    @Root() metric: Declaration,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(metric.label, lang);
  }

  @FieldResolver(() => String)
  definition(
    @Root() metric: Declaration,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(metric.definition, lang);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the entry that organisations should make for it, e.g. 运转经费. Null if no entry is expected.',
  })
  entry(
    @Root() metric: Declaration,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(metric.coverage?.entry ?? null, lang);
  }

  @FieldResolver(() => String)
  formula(
    @Root() metric: Declaration,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(metric.formula, lang);
  }

  @FieldResolver(() => String, { description: 'How it is totalled, in words.' })
  rollupText(
    @Root() metric: Declaration,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(metric.totals, lang);
  }
}
