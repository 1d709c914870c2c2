import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { Cause } from '../campaigns/index.ts';
import { OrgUnit } from '../units/index.ts';
import { CaseCount } from './case-list.types.ts';
import { causeOf } from './case.resolver.ts';

@Resolver(() => CaseCount)
export class CaseCountResolver {
  @FieldResolver(() => Cause, { nullable: true, description: 'Of CAUSE and PRIMARY_CAUSE.' })
  async cause(@Ctx() ctx: GraphContext, @Root() { by, key }: CaseCount): Promise<Cause | null> {
    return by === 'cause' || by === 'primary_cause' ? causeOf(await ctx.campaigns.causes(), key) : null;
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'Of TOWN.' })
  unit(@Ctx() ctx: GraphContext, @Root() { by, key, treeDay }: CaseCount): Promise<OrgUnit | null> | null {
    return by === 'town' ? ctx.units.unit.load({ code: key, on: treeDay }) : null;
  }
}
