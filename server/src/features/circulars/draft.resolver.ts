import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { requireDraft, subjectOf } from './circular.service.ts';
import { editionsOf } from './circular.store.ts';
import { CircularDraft, CircularFigure, CircularWarning, ErratumLine } from './circular.types.ts';
import { contextOfRequest } from './context-of-request.ts';
import { draftPage, type DraftPage } from './pages/draft-page.ts';
import { renderAs } from './pages/render-files.ts';
import { warningsOf } from './pages/warnings.ts';
import { previewNumber } from './sealing/numbering.ts';

const pages = new WeakMap<CircularDraft, Promise<DraftPage>>();

/** The page of a draft, made once for all fields of a request. */
function pageOf(ctx: GraphContext, draft: CircularDraft): Promise<DraftPage> {
  const found = pages.get(draft) ?? draftPage(contextOfRequest(ctx), draft.row);
  pages.set(draft, found);
  return found;
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
    complexity: WEIGHTS.document,
    description:
      'The number it would get if sealed now. A new edition keeps its number; a translation shares the number of its original.',
  })
  async nextNumber(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<string> {
    const documents = contextOfRequest(ctx);
    const { row } = draft;
    return previewNumber(documents, {
      row,
      subject: await subjectOf(documents, row, null),
      content: requireDraft(row).content,
      editions: await editionsOf(ctx.db, [row.id]),
      figures: async () => (await pageOf(ctx, draft)).figures,
    });
  }

  @FieldResolver(() => String, {
    complexity: WEIGHTS.document,
    description: 'A complete HTML page that shows the printed result.',
  })
  async preview(@Ctx() ctx: GraphContext, @Root() draft: CircularDraft): Promise<string> {
    const { document } = await pageOf(ctx, draft);
    return (await renderAs('html', document)).toString();
  }

  @FieldResolver(() => [ErratumLine], {
    complexity: WEIGHTS.document,
    description: 'The changes a new edition would list; empty for a first edition.',
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
