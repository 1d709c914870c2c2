import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { localize, type Lang } from '../../domain/text.ts';
import type { GraphContext } from '../../graphql-types/context.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { RecordedVisit, RecordVisitInput } from './entry.types.ts';
import { entryMessage } from './entry-message.ts';
import { recordVisit } from './record-visit.service.ts';

@Resolver()
export class VisitEntryResolver {
  @Mutation(() => RecordedVisit, {
    complexity: WEIGHTS.scan,
    description:
      'Records a visit to a case, with the checks of the sheet visits; one of the same day and role is corrected.',
  })
  recordVisit(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => RecordVisitInput) input: RecordVisitInput,
  ): Promise<RecordedVisit> {
    return recordVisit(ctx.record, input);
  }
}

@Resolver(() => RecordedVisit)
export class RecordedVisitResolver {
  @FieldResolver(() => String)
  message(
    @Root() recorded: RecordedVisit,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return localize(entryMessage(recorded), lang);
  }
}
