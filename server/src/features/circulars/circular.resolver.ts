import { GraphQLJSON } from 'graphql-scalars';
import { readFile } from 'node:fs/promises';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { Campaign } from '../campaigns/index.ts';
import { OrgUnit } from '../units/index.ts';
import { amendCircular } from './amending/amend.service.ts';
import { renewDraft } from './amending/renew.service.ts';
import { checkCircular } from './checking/check.service.ts';
import { CheckAgainstEnum, CircularCheck, type CheckAgainstName } from './checking/check.types.ts';
import { present } from './circular.presenter.ts';
import { discardDraft, draftCircular, requireCircular, saveCircular, subjectOf } from './circular.service.ts';
import { listCirculars } from './circular.store.ts';
import { BindingChoice, Circular, CircularDraft, CircularOutcome, DraftCircularInput } from './circular.types.ts';
import { bindingChoices } from './figures/binding-choices.ts';
import { contextOfRequest } from './context-of-request.ts';
import { storeFiles } from './sealing/edition.store.ts';
import { sealCircular, type SealedEdition } from './sealing/seal.service.ts';

@Resolver(() => Circular)
export class CircularResolver {
  @Query(() => [Circular], {
    complexity: WEIGHTS.scan,
    description: 'The circulars of a campaign, or of one unit in it, newest first.',
  })
  async circulars(
    @Ctx() ctx: GraphContext,
    @Arg('campaign', () => ID) campaign: string,
    @Arg('unit', () => ID, { nullable: true }) unit: string | null,
  ): Promise<Circular[]> {
    await ctx.campaigns.require(campaign);
    return present(ctx.db, await listCirculars(ctx.db, campaign, unit ?? null));
  }

  @Query(() => Circular, {
    complexity: WEIGHTS.scan,
    nullable: true,
    description: 'Fails with UNKNOWN_CIRCULAR if it does not exist.',
  })
  async circular(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<Circular> {
    return (await present(ctx.db, [await requireCircular(ctx, id)]))[0]!;
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description: 'Writes a new circular from the metrics and saves it as a draft.',
  })
  draftCircular(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => DraftCircularInput) input: DraftCircularInput,
  ): Promise<CircularOutcome> {
    return settle(ctx, () =>
      draftCircular(contextOfRequest(ctx), {
        campaign: input.campaign,
        unit: input.unit ?? null,
        asOf: input.asOf ?? null,
        lang: input.lang ?? 'zh',
        sections: input.sections ?? null,
        annexes: null,
        previous: input.previous ?? null,
        replyDays: input.replyDays ?? null,
        issuedOn: input.issuedOn ?? null,
      }),
    );
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description: 'CIRCULAR_CHANGED_MEANWHILE if the draft is at another revision.',
  })
  saveCircular(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int) revision: number,
    @Arg('content', () => GraphQLJSON) content: unknown,
  ): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await saveCircular(contextOfRequest(ctx), id, revision, content);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description:
      'Rewrites the generated sentences of a draft whose data have changed. Text that a person wrote or edited stays.',
  })
  renewCircularDraft(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int) revision: number,
  ): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await renewDraft(contextOfRequest(ctx), id, revision);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description:
      'Seals the draft as the next edition: numbers it and stores its files. A sealed edition never changes.',
  })
  sealCircular(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int) revision: number,
    @Arg('number', () => Int, {
      nullable: true,
      description: 'Serial number to use instead of the next one, if the office keeps its register elsewhere.',
    })
    number: number | null,
  ): Promise<CircularOutcome> {
    const input = { number: number ?? null };
    return settle(ctx, async () => {
      const sealed = await sealCircular(contextOfRequest(ctx), id, revision, input);
      await renderedNow(ctx, sealed);
      return sealed.circular;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description:
      'Starts a new edition of a sealed circular, with an erratum. Sentences that no longer hold are removed.',
  })
  amendCircular(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await amendCircular(contextOfRequest(ctx), id);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.scan,
    description: 'Discards the draft. Sealed editions are not affected.',
  })
  discardCircularDraft(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await discardDraft(contextOfRequest(ctx), id);
      return id;
    });
  }

  @Mutation(() => CircularCheck, {
    complexity: WEIGHTS.document,
    description:
      'Checks an edited DOCX (POST /uploads) and lists every difference from what it should say. Changes nothing.',
  })
  async checkCircular(
    @Ctx() ctx: GraphContext,
    @Arg('upload', () => ID) upload: string,
    @Arg('circular', () => ID) circular: string,
    @Arg('against', () => CheckAgainstEnum, { defaultValue: 'SEALED' }) against: CheckAgainstName,
  ): Promise<CircularCheck> {
    const { path } = await ctx.uploads.find(upload, 'document');
    return checkCircular(contextOfRequest(ctx), circular, await readFile(path), against);
  }

  @FieldResolver(() => Campaign)
  campaign(@Ctx() ctx: GraphContext, @Root() circular: Circular): Promise<Campaign> {
    return ctx.campaigns.require(circular.row.campaign);
  }

  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() circular: Circular): Promise<OrgUnit> {
    return ctx.units.require(circular.row.unitCode, circular.row.asOf);
  }

  @FieldResolver(() => CircularDraft, { nullable: true })
  draft(@Root() { row }: Circular): CircularDraft | null {
    return row.draft ? { ...row.draft, row } : null;
  }

  @FieldResolver(() => [BindingChoice], { complexity: WEIGHTS.document, description: 'What a figure can be bound to.' })
  async bindings(@Ctx() ctx: GraphContext, @Root() circular: Circular): Promise<BindingChoice[]> {
    const documents = contextOfRequest(ctx);
    return bindingChoices(documents, await subjectOf(documents, circular.row, null));
  }
}

/** Renders the files of what was just sealed. It is sealed without them: they are rendered when first opened. */
async function renderedNow(ctx: GraphContext, sealed: SealedEdition): Promise<void> {
  try {
    await storeFiles(ctx, sealed);
  } catch (err) {
    ctx.log.error({ err, ...sealed }, 'sealed, but its files could not be rendered; they will be when they are opened');
  }
}

/** Runs a change and answers with the circular as it is then; an expected failure is part of the answer. */
async function settle(ctx: GraphContext, change: () => Promise<string>): Promise<CircularOutcome> {
  try {
    const id = await change();
    const row = await requireCircular(ctx, id).catch(() => null);
    return { ok: true, error: null, circular: row ? (await present(ctx.db, [row]))[0]! : null };
  } catch (error) {
    if (!(error instanceof WallchartError)) throw error;
    const { code, message, details } = error;
    const place = typeof details?.['place'] === 'string' ? details['place'] : null;
    const paragraph = typeof details?.['paragraph'] === 'number' ? details['paragraph'] : null;
    return { ok: false, error: { code, message, place, paragraph }, circular: null };
  }
}
