import { GraphQLJSON } from 'graphql-scalars';
import { readFile } from 'node:fs/promises';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../context.ts';
import { WallchartError } from '../../errors.ts';
import { WEIGHTS } from '../../graph/weights.ts';
import { Campaign } from '../campaigns/index.ts';
import { OrgUnit } from '../units/index.ts';
import { amendCircular } from './amending/amend.service.ts';
import { renewDraft } from './amending/renew.service.ts';
import { checkCircular } from './checking/check.service.ts';
import { CheckAgainstEnum, CircularCheck, type CheckAgainstName } from './checking/check.types.ts';
import { present } from './circular.presenter.ts';
import { discardDraft, draftCircular, requireCircular, saveCircular, subjectOf } from './circular.service.ts';
import { listCirculars } from './circular.store.ts';
import {
  BindingChoice,
  Circular,
  CircularDraft,
  CircularEdition,
  CircularFigure,
  CircularOutcome,
  CircularWarning,
  ErratumLine,
  DraftCircularInput,
} from './circular.types.ts';
import { bindingChoices } from './figures/binding-choices.ts';
import { deskOfRequest } from './desk-of-request.ts';
import { frozenEdition } from './sealing/edition.store.ts';
import { thaw } from './sealing/frozen.ts';
import { numberToCome } from './sealing/number-to-come.ts';
import { sealCircular } from './sealing/seal.service.ts';
import { warningsOf } from './pages/warnings.ts';
import { draftPage, type DraftPage } from './pages/draft-page.ts';
import { renderAs } from './pages/render-files.ts';

const pages = new WeakMap<CircularDraft, Promise<DraftPage>>();

/** The page of a draft, made once for all fields of a request. */
function pageOf(ctx: GraphContext, draft: CircularDraft): Promise<DraftPage> {
  const found = pages.get(draft) ?? draftPage(deskOfRequest(ctx), draft.row);
  pages.set(draft, found);
  return found;
}

@Resolver(() => Circular)
export class CircularResolver {
  @Query(() => [Circular], {
    complexity: WEIGHTS.scan,
    description: 'The circulars of a campaign, or of one unit in it; the latest first.',
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
    description: 'UNKNOWN_CIRCULAR if there is none.',
  })
  async circular(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<Circular> {
    return (await present(ctx.db, [await requireCircular(ctx, id)]))[0]!;
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description: 'Writes a new circular from the metrics and keeps it as a draft.',
  })
  draftCircular(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => DraftCircularInput) input: DraftCircularInput,
  ): Promise<CircularOutcome> {
    return settle(ctx, () =>
      draftCircular(deskOfRequest(ctx), {
        campaign: input.campaign,
        unit: input.unit ?? null,
        asOf: input.asOf ?? null,
        lang: input.lang ?? 'zh',
        sections: input.sections ?? null,
        annexes: null,
        previous: input.previous ?? null,
        replyDays: input.replyDays ?? null,
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
      await saveCircular(deskOfRequest(ctx), id, revision, content);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description:
      'Writes anew what of a draft was written from data that have changed since; what somebody wrote or reworded stays.',
  })
  renewCircularDraft(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int) revision: number,
  ): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await renewDraft(deskOfRequest(ctx), id, revision);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description: 'Freezes the draft as the next edition, numbers it and keeps its files; nothing of it ever changes.',
  })
  sealCircular(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('revision', () => Int) revision: number,
  ): Promise<CircularOutcome> {
    return settle(ctx, async () => (await sealCircular(deskOfRequest(ctx), id, revision)).circular);
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.document,
    description: 'Opens a sealed circular for a new edition with an erratum; what no longer holds is struck.',
  })
  amendCircular(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await amendCircular(deskOfRequest(ctx), id);
      return id;
    });
  }

  @Mutation(() => CircularOutcome, {
    complexity: WEIGHTS.scan,
    description: 'Takes the draft back; what was sealed stays.',
  })
  discardCircularDraft(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<CircularOutcome> {
    return settle(ctx, async () => {
      await discardDraft(deskOfRequest(ctx), id);
      return id;
    });
  }

  @Mutation(() => CircularCheck, {
    complexity: WEIGHTS.document,
    description: 'Checks an edited DOCX (POST /uploads): figures that do not say what they should. Changes nothing.',
  })
  async checkCircular(
    @Ctx() ctx: GraphContext,
    @Arg('upload', () => ID) upload: string,
    @Arg('circular', () => ID) circular: string,
    @Arg('against', () => CheckAgainstEnum, { defaultValue: 'SEALED' }) against: CheckAgainstName,
  ): Promise<CircularCheck> {
    const { path } = ctx.uploads.find(upload, 'document');
    return checkCircular(deskOfRequest(ctx), circular, await readFile(path), against);
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
    const desk = deskOfRequest(ctx);
    return bindingChoices(desk, await subjectOf(desk, circular.row, null));
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

@Resolver(() => CircularDraft)
export class CircularDraftResolver {
  @FieldResolver(() => [CircularFigure], { complexity: WEIGHTS.document })
  async figures(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<readonly CircularFigure[]> {
    return (await pageOf(ctx, draft)).figures;
  }

  @FieldResolver(() => [CircularWarning], { complexity: WEIGHTS.document })
  async warnings(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<CircularWarning[]> {
    const { nameZh, nameEn } = await ctx.campaigns.require(draft.row.campaign);
    return warningsOf(draft.row, [nameZh, nameEn ?? nameZh], await pageOf(ctx, draft));
  }

  @FieldResolver(() => String, {
    complexity: WEIGHTS.statement,
    description: 'The number it would get if it were sealed now; a new edition keeps that of the first.',
  })
  nextNumber(@Ctx() ctx: GraphContext, @Root() { row }: CircularDraft): Promise<string> {
    return numberToCome(ctx.db, row);
  }

  @FieldResolver(() => String, {
    complexity: WEIGHTS.document,
    description: 'A complete HTML page, as it would be printed.',
  })
  async preview(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<string> {
    const { document } = await pageOf(ctx, draft);
    return (await renderAs('html', document)).toString();
  }

  @FieldResolver(() => [ErratumLine], {
    complexity: WEIGHTS.document,
    description: 'What a new edition would say of its changes; empty for a first.',
  })
  async erratum(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<readonly ErratumLine[]> {
    return (await pageOf(ctx, draft)).erratum;
  }

  @FieldResolver(() => String)
  docxUrl(@Root() { row }: CircularDraft): string {
    return `/circulars/${row.id}/draft.docx`;
  }

  @FieldResolver(() => String)
  pdfUrl(@Root() { row }: CircularDraft): string {
    return `/circulars/${row.id}/draft.pdf`;
  }

  @FieldResolver(() => String)
  htmlUrl(@Root() { row }: CircularDraft): string {
    return `/circulars/${row.id}/draft.html`;
  }
}

/** Editions sealed by earlier versions counted the rows and did not name them. */
const withRecords = ({ causes, ...line }: ErratumLine): ErratumLine => ({
  ...line,
  causes: causes.map(({ kind, rows, records }) => ({ kind, rows, records: records ?? [] })),
});

const editionUrl = ({ row }: CircularEdition, format: string): string =>
  `/circulars/${row.circular}/editions/${row.edition}.${format}`;

@Resolver(() => CircularEdition)
export class CircularEditionResolver {
  @FieldResolver(() => [ErratumLine], {
    complexity: WEIGHTS.statement,
    description: 'What differs from the edition before, and why.',
  })
  async erratum(@Ctx() ctx: GraphContext, @Root() { row }: CircularEdition): Promise<readonly ErratumLine[]> {
    if (row.edition === 1) return [];
    return thaw(await frozenEdition(ctx.db, row.circular, row.edition)).erratum.map(withRecords);
  }

  @FieldResolver(() => String)
  docxUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'docx');
  }

  @FieldResolver(() => String)
  pdfUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'pdf');
  }

  @FieldResolver(() => String)
  htmlUrl(@Root() edition: CircularEdition): string {
    return editionUrl(edition, 'html');
  }
}
