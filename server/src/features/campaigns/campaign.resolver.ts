import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import type { GraphContext } from '../../graphql-types/context.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';
import { OrgUnit } from '../units/index.ts';
import { Campaign, Cause } from './campaign.types.ts';

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => [Campaign], {
    description: 'All campaigns, or those whose unit contains the given unit or lies within it.',
  })
  async campaigns(
    @Ctx() ctx: GraphContext,
    @Arg('unit', () => ID, { nullable: true }) code: string | null,
  ): Promise<Campaign[]> {
    const all = await ctx.campaigns.all();
    if (code === null || code === undefined) return all;
    const unit = await ctx.units.require(code, ctx.today);
    const own = await Promise.all(all.map((row) => ctx.units.unit.load({ code: row.unitCode, on: ctx.today })));
    return all.filter(
      (row, index) => unit.levelCodes.includes(row.unitCode) || (own[index]?.levelCodes.includes(unit.code) ?? false),
    );
  }

  @Query(() => Campaign, {
    nullable: true,
    description: 'Fails with UNKNOWN_CAMPAIGN, whose message lists the campaigns that exist.',
  })
  campaign(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<Campaign> {
    return ctx.campaigns.require(id);
  }

  @FieldResolver(() => String)
  name(
    @Root() campaign: Campaign,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return lang === 'en' ? (campaign.nameEn ?? campaign.nameZh) : campaign.nameZh;
  }

  @FieldResolver(() => OrgUnit)
  async unit(@Ctx() ctx: GraphContext, @Root() campaign: Campaign): Promise<OrgUnit> {
    return ctx.units.require(campaign.unitCode, await ctx.campaigns.defaultAsOf(campaign));
  }

  @FieldResolver(() => DateScalar, { description: 'First recorded day.' })
  async firstDay(@Ctx() ctx: GraphContext, @Root() campaign: Campaign): Promise<string> {
    return (await ctx.campaigns.span.load(campaign.id))?.firstDay ?? campaign.startOn;
  }

  @FieldResolver(() => DateScalar, { description: 'Last recorded day up to today; planned activities do not count.' })
  async lastDay(@Ctx() ctx: GraphContext, @Root() campaign: Campaign): Promise<string> {
    return (await ctx.campaigns.span.load(campaign.id))?.lastDay ?? campaign.startOn;
  }

  @FieldResolver(() => DateScalar, { description: 'Today while the campaign runs, otherwise the last recorded day.' })
  defaultAsOf(@Ctx() ctx: GraphContext, @Root() campaign: Campaign): Promise<string> {
    return ctx.campaigns.defaultAsOf(campaign);
  }
}

@Resolver(() => Cause)
export class CauseResolver {
  @Query(() => [Cause], { description: 'The reference list in its order.' })
  causes(@Ctx() ctx: GraphContext): Promise<Cause[]> {
    return ctx.campaigns.causes();
  }

  @FieldResolver(() => String)
  label(
    @Root() cause: Cause,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return lang === 'en' ? cause.nameEn : cause.nameZh;
  }
}
