import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { localize, type Lang } from '../../domain/text.ts';
import { OrgUnit } from '../units/index.ts';
import { BreakdownRow, MetricValue, Proof, TownRank } from './metric.types.ts';
import { Activity, EvidenceRow } from './report.types.ts';

@Resolver(() => MetricValue)
export class MetricValueResolver {
  @FieldResolver(() => String, { nullable: true })
  note(
    @Root() value: MetricValue,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(value.note, lang);
  }
}

@Resolver(() => BreakdownRow)
export class BreakdownRowResolver {
  @FieldResolver(() => String)
  label(
    @Root() row: BreakdownRow,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(row.label, lang);
  }

  @FieldResolver(() => OrgUnit, { nullable: true })
  unit(@Ctx() ctx: GraphContext, @Root() row: BreakdownRow): Promise<OrgUnit | null> | null {
    return row.unitKey ? ctx.units.unit.load(row.unitKey) : null;
  }
}

@Resolver(() => Proof)
export class ProofResolver {
  @FieldResolver(() => String, { nullable: true })
  reason(
    @Root() proof: Proof,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string | null {
    return localize(proof.reason, lang);
  }
}

@Resolver(() => TownRank)
export class TownRankResolver {
  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() rank: TownRank): Promise<OrgUnit> {
    return ctx.units.require(rank.unitKey.code, rank.unitKey.on);
  }
}

@Resolver(() => EvidenceRow)
export class EvidenceRowResolver {
  @FieldResolver(() => OrgUnit, { description: 'The unit at which the row is entered.' })
  unit(@Ctx() ctx: GraphContext, @Root() row: EvidenceRow): Promise<OrgUnit> {
    return ctx.units.require(row.unitKey.code, row.unitKey.on);
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() activity: Activity): Promise<OrgUnit> {
    return ctx.units.require(activity.unitKey.code, activity.unitKey.on);
  }
}
