import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { pageSize } from '../../graphql-types/page.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { searchUnits } from './unit-search.service.ts';
import { OrgUnit } from './unit.types.ts';

@Resolver(() => OrgUnit)
export class UnitResolver {
  @Query(() => OrgUnit, {
    nullable: true,
    description: 'A unit on a day; defaults to today. Fails with UNKNOWN_UNIT, whose message suggests similar codes.',
  })
  orgUnit(
    @Ctx() ctx: GraphContext,
    @Arg('code', () => ID) code: string,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
  ): Promise<OrgUnit> {
    return ctx.units.require(code, on ?? ctx.today);
  }

  @Query(() => [OrgUnit], {
    complexity: WEIGHTS.scan,
    description: 'Searches by part of the name, start of the code, or pinyin initials.',
  })
  async searchUnits(
    @Ctx() ctx: GraphContext,
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('campaign', () => ID, { nullable: true }) campaign: string | null,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
  ): Promise<OrgUnit[]> {
    const day = on ?? ctx.today;
    const size = pageSize(first ?? 20);
    const within = campaign ? await ctx.units.require((await ctx.campaigns.require(campaign)).unitCode, day) : null;
    return searchUnits(ctx.db, { text, first: size, within, on: day });
  }

  @FieldResolver(() => OrgUnit, { nullable: true })
  parent(@Ctx() ctx: GraphContext, @Root() unit: OrgUnit): Promise<OrgUnit | null> | null {
    return unit.parentCode ? ctx.units.unit.load({ code: unit.parentCode, on: unit.on }) : null;
  }

  @FieldResolver(() => [OrgUnit], { description: 'From the top level down, excluding the unit itself.' })
  async ancestors(@Ctx() ctx: GraphContext, @Root() unit: OrgUnit): Promise<OrgUnit[]> {
    const codes = unit.levelCodes.filter((code): code is string => code !== null && code !== unit.code);
    const found = await Promise.all(codes.map((code) => ctx.units.unit.load({ code, on: unit.on })));
    return found.filter((row) => row !== null);
  }

  @FieldResolver(() => [OrgUnit], { description: 'Its children on the day of the tree, in code order.' })
  children(@Ctx() ctx: GraphContext, @Root() unit: OrgUnit): Promise<OrgUnit[]> {
    return ctx.units.children.load({ code: unit.code, on: unit.on });
  }
}
