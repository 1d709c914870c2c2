import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { DateTimeScalar } from '../../graphql-types/scalars.ts';
import { OrgUnit } from '../units/index.ts';
import type { RecordedBoundary } from './boundary.service.ts';
import { Boundary } from './boundary.types.ts';
import { encodeRings, snap } from './encode-rings.ts';

/** A grid of 1 km to 0.1 m: 10^-decimals of a degree. */
const DECIMALS = { from: 2, to: 6, usual: 4 } as const;

@Resolver(() => OrgUnit)
export class UnitBoundaryResolver {
  @FieldResolver(() => Boundary, {
    nullable: true,
    description: 'Its boundary on the day of the tree, from the map that its office imported. Null if there is none.',
  })
  async boundary(
    @Ctx() ctx: GraphContext,
    @Root() unit: OrgUnit,
    @Arg('decimals', () => Int, { nullable: true, defaultValue: DECIMALS.usual }) requested: number | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
  ): Promise<Boundary | null> {
    const decimals = requested ?? DECIMALS.usual;
    if (decimals < DECIMALS.from || decimals > DECIMALS.to) {
      throw new WallchartError(
        'BAD_INPUT',
        `decimals: ${decimals}. Ask for ${DECIMALS.from} to ${DECIMALS.to}; ${DECIMALS.usual} is a grid of about ten metres.`,
      );
    }
    const key = { code: unit.code, on: unit.on, knownAt: knownAt ?? null };
    return drawn(await ctx.boundaries.boundaries.load(key), decimals);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a map can be drawn: the unit, a child or a grandchild has a boundary on the day of the tree.',
  })
  mapped(
    @Ctx() ctx: GraphContext,
    @Root() unit: OrgUnit,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
  ): Promise<boolean> {
    return ctx.boundaries.mapped.load({ code: unit.code, on: unit.on, knownAt: knownAt ?? null });
  }
}

function drawn(recorded: readonly RecordedBoundary[], decimals: number): Boundary | null {
  const area = recorded.find(({ shape }) => shape === 'area');
  const site = recorded.find(({ shape }) => shape === 'site');
  const first = area ?? site;
  if (!first) return null;
  return {
    rings: area ? encodeRings(area.geometry, decimals) : [],
    site: site ? snap(site.geometry.coordinates as [number, number], 10 ** decimals) : null,
    decimals,
    effectiveOn: first.effectiveOn,
    illustrative: recorded.some(({ illustrative }) => illustrative),
  };
}
