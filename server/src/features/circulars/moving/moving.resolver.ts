import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { GraphContext } from '../../../graphql-types/context.ts';
import { WEIGHTS } from '../../../graphql-types/weights.ts';
import { listCirculars, recordedAtOf } from '../circular.store.ts';
import { requireCircular } from '../circular.service.ts';
import { contextOfRequest } from '../context-of-request.ts';
import { movedCirculars, type MovedCircular as Moved } from './moved-circulars.ts';
import { movedByRun } from './moved-by-run.ts';
import { MovedCircular } from './moving.types.ts';

@Resolver(() => MovedCircular)
export class MovedCircularResolver {
  @Query(() => [MovedCircular], {
    complexity: WEIGHTS.document,
    description:
      'Sealed circulars of a campaign, or of one unit in it, whose figures have changed since they were sealed.',
  })
  async movedCirculars(
    @Ctx() ctx: GraphContext,
    @Arg('campaign', () => ID) campaign: string,
    @Arg('unit', () => ID, { nullable: true }) unit: string | null,
    @Arg('circular', () => ID, { nullable: true, description: 'Only this one.' }) circular: string | null,
  ): Promise<MovedCircular[]> {
    await ctx.campaigns.require(campaign);
    const rows = circular
      ? [await requireCircular(ctx, circular)]
      : await listCirculars(ctx.db, campaign, unit ?? null);
    return (await movedCirculars(contextOfRequest(ctx), rows)).map(present);
  }

  @Query(() => [MovedCircular], {
    complexity: WEIGHTS.document,
    description:
      'The sealed circulars affected by an import, with the figures that have changed since they were sealed.',
  })
  async circularsMovedBy(@Ctx() ctx: GraphContext, @Arg('run', () => ID) run: string): Promise<MovedCircular[]> {
    const recordedAt = await recordedAtOf(ctx.db, run);
    return recordedAt === null ? [] : (await movedByRun(contextOfRequest(ctx), recordedAt)).map(present);
  }
}

const present = ({ row, edition, figures }: Moved): MovedCircular => ({
  circular: row.id,
  campaign: row.campaign,
  unit: row.unitCode,
  asOf: row.asOf,
  edition: edition.edition,
  number: edition.number,
  title: edition.title,
  figures,
});
