import type DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { batchLoader } from '../../loading/batch-loader.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { Campaign } from '../campaigns/index.ts';
import { contextOfRequest, issuerOf, unitNamesIn } from '../circulars/index.ts';
import { Case } from '../ledger/index.ts';
import { OrgUnit } from '../units/index.ts';
import { presentBatches, presentCandidate, presentCard, presentGroups } from './reminder.presenter.ts';
import { IssueReminderCardsInput, ReminderInput } from './reminder-inputs.types.ts';
import {
  ReminderBatch,
  ReminderCandidate,
  ReminderCard,
  ReminderMatter,
  ReminderOutcome,
  ReminderProgress,
  Reminders,
  ReminderVoidOutcome,
  type ReminderError,
} from './reminder.types.ts';
import { draftCards, listCandidates } from './reminders.service.ts';
import { cardsOfBatches, cardsOfCases, listBatches, requireBatch, type CardRow } from './issuing/card.store.ts';
import { bundleOf } from './issuing/frozen.ts';
import { issueCards } from './issuing/issue.service.ts';
import { storeBatchFilesOrLog } from './issuing/store-files.ts';
import { progressOf, withProgress } from './issuing/progress.ts';
import { cardsToHtml } from './issuing/render-cards.ts';
import { voidCard } from './issuing/void.service.ts';
import type { CardPlanning } from './plan-reminders.ts';
import { reasonOf, ruleOf } from './rules/index.ts';
import { headOf } from './subject.ts';

@Resolver()
export class ReminderResolver {
  @Query(() => Reminders, {
    complexity: WEIGHTS.document,
    description: 'The matters due for a reminder within a unit, and the cards already issued for them.',
  })
  async reminders(
    @Ctx() ctx: GraphContext,
    @Arg('campaign', () => ID) campaign: string,
    @Arg('unit', () => ID, { nullable: true }) unit: string | null,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
    @Arg('repeatDays', () => Int, {
      nullable: true,
      description: 'A card issued within this many days is recent. Defaults to 10.',
    })
    repeatDays: number | null,
  ): Promise<Reminders> {
    const documents = contextOfRequest(ctx);
    const options = { campaign, unit: unit ?? null, asOf: asOf ?? null, knownAt: knownAt ?? null, replyBy: null };
    const { subject, candidates } = await listCandidates(
      documents,
      { ...options, lang: lang ?? 'zh' },
      repeatDays ?? null,
    );
    const { issuedOn, replyBy } = headOf(subject, documents.today, { issuer: null, replyBy: null });
    const groups = presentGroups(candidates, subject);
    return { asOf: subject.asOf, issuedOn, replyBy, groups, subject };
  }

  @Query(() => String, {
    complexity: WEIGHTS.document,
    description: 'A complete HTML page that shows the cards as they would be issued, each on a new page.',
  })
  async reminderPreview(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ReminderInput) input: ReminderInput,
  ): Promise<string> {
    const documents = contextOfRequest(ctx);
    const options = inputOf(input);
    const found = await listCandidates(documents, { ...options, knownAt: null });
    const chosen = found.candidates.filter(({ key }) => !input.keys || input.keys.includes(key));
    const head = { issuer: input.issuer ?? null, replyBy: options.replyBy, planning: planningOf(input) };
    const cards = draftCards(documents, { ...found, candidates: chosen }, head);
    if (cards.length > 0) return cardsToHtml(bundleOf(cards));
    throw new WallchartError(
      'REMINDER_NOT_DUE',
      'None of the selected matters is due for a reminder. 所选事项无需提醒。',
    );
  }

  @Query(() => [ReminderBatch], {
    complexity: WEIGHTS.scan,
    description: 'Issued cards, newest first. With a unit: issued by it or about an organisation within it.',
  })
  async reminderBatches(
    @Ctx() ctx: GraphContext,
    @Arg('campaign', () => ID) campaign: string,
    @Arg('unit', () => ID, { nullable: true }) unit: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
  ): Promise<ReminderBatch[]> {
    await ctx.campaigns.require(campaign);
    const batches = await listBatches(ctx.db, campaign, unit ?? null, knownAt ?? null);
    return presentBatches(
      batches,
      await cardsOfBatches(
        ctx.db,
        batches.map(({ id }) => id),
        { unit: unit ?? null, knownAt: knownAt ?? null },
      ),
    );
  }

  @Query(() => ReminderProgress, { nullable: true, description: 'Progress of issuing; null when it has finished.' })
  reminderProgress(@Ctx() ctx: GraphContext, @Arg('id', () => ID) id: string): Promise<ReminderProgress | null> {
    return progressOf(ctx.db, id);
  }

  @Mutation(() => ReminderOutcome, {
    complexity: WEIGHTS.document,
    description:
      'Numbers and issues cards as one batch. A matter that had a card recently is skipped unless `again` is set.',
  })
  async issueReminders(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => IssueReminderCardsInput) input: IssueReminderCardsInput,
  ): Promise<ReminderOutcome> {
    const documents = contextOfRequest(ctx);
    try {
      const { keys = null, repeatDays = null, again = false, issuer = null, progress = null } = input;
      const planning = planningOf(input);
      const options = { ...inputOf(input), keys, repeatDays, again: again === true, issuer, planning };
      const { subject, batch, skipped } = await withProgress(ctx.record, progress, async (report) => {
        const issued = await issueCards(documents, options);
        await storeBatchFilesOrLog(ctx, issued.batch, report);
        return issued;
      });
      const row = await requireBatch(ctx.db, batch);
      const [made] = presentBatches([row], await cardsOfBatches(ctx.db, [batch]));
      return {
        ok: true,
        error: null,
        batch: made!,
        skipped: skipped.map((each) => presentCandidate(each, subject)),
      };
    } catch (error) {
      return { ok: false, error: expectedError(error), batch: null, skipped: [] };
    }
  }

  @Mutation(() => ReminderVoidOutcome, {
    complexity: WEIGHTS.scan,
    description: 'Declares an issued card void (作废). This cannot be undone, and its number is not reused.',
  })
  async voidReminder(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'At most 200 characters.' }) reason: string,
  ): Promise<ReminderVoidOutcome> {
    try {
      return { ok: true, error: null, reminder: presentCard(await voidCard(contextOfRequest(ctx), id, reason)) };
    } catch (error) {
      return { ok: false, error: expectedError(error), reminder: null };
    }
  }
}

/** @throws what was not to be expected */
function expectedError(error: unknown): ReminderError {
  if (!(error instanceof WallchartError)) throw error;
  const { code, message, details } = error;
  return { code, message, place: typeof details?.['place'] === 'string' ? details['place'] : null };
}

const planningOf = ({ addressees, separate }: ReminderInput): CardPlanning => ({
  addressees: new Map((addressees ?? []).map(({ key, kind }) => [key, kind])),
  separate: separate === true,
});

const inputOf = ({ campaign, unit, asOf, lang, replyBy }: ReminderInput) => ({
  campaign,
  unit: unit ?? null,
  asOf: asOf ?? null,
  lang: lang ?? ('zh' as const),
  replyBy: replyBy ?? null,
});

@Resolver(() => Reminders)
export class RemindersResolver {
  @FieldResolver(() => String, { description: 'The default issuer, in the requested language.' })
  async issuer(
    @Root() { subject }: Reminders,
    @Arg('lang', () => LangEnum, { nullable: true }) lang: Lang | null,
  ): Promise<string> {
    const wanted = lang ?? subject.lang;
    return issuerOf(subject.unit, wanted, await unitNamesIn(wanted));
  }
}

@Resolver(() => ReminderCandidate)
export class ReminderCandidateResolver {
  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() { unitKey }: ReminderCandidate): Promise<OrgUnit> {
    return ctx.units.require(unitKey.code, unitKey.on);
  }
}

@Resolver(() => ReminderBatch)
export class ReminderBatchResolver {
  @FieldResolver(() => Campaign)
  campaign(@Ctx() ctx: GraphContext, @Root() { row }: ReminderBatch): Promise<Campaign> {
    return ctx.campaigns.require(row.campaign);
  }

  @FieldResolver(() => OrgUnit, { description: 'The unit within which they were issued.' })
  unit(@Ctx() ctx: GraphContext, @Root() { row }: ReminderBatch): Promise<OrgUnit> {
    return ctx.units.require(row.unitCode, row.asOf);
  }

  @FieldResolver(() => String)
  docxUrl(@Root() { id }: ReminderBatch): string {
    return `/cards/batch/${id}.docx`;
  }

  @FieldResolver(() => String)
  pdfUrl(@Root() { id }: ReminderBatch): string {
    return `/cards/batch/${id}.pdf`;
  }
}

@Resolver(() => ReminderCard)
export class ReminderCardResolver {
  @FieldResolver(() => String, { description: 'Why it was issued.' })
  ruleLabel(
    @Root() { rule }: ReminderCard,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return ruleOf(rule).label[lang ?? 'zh'];
  }

  @FieldResolver(() => String)
  docxUrl(@Root() { id }: ReminderCard): string {
    return `/cards/${id}.docx`;
  }

  @FieldResolver(() => String)
  pdfUrl(@Root() { id }: ReminderCard): string {
    return `/cards/${id}.pdf`;
  }
}

@Resolver(() => ReminderMatter)
export class ReminderMatterResolver {
  @FieldResolver(() => String, { description: 'The facts in words, as printed on the card.' })
  reason(
    @Root() { facts }: ReminderMatter,
    @Arg('lang', () => LangEnum, { nullable: true, defaultValue: 'zh' }) lang: Lang | null,
  ): string {
    return reasonOf(facts, lang ?? 'zh');
  }

  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() { unit, asOf }: ReminderMatter): Promise<OrgUnit> {
    return ctx.units.require(unit, asOf);
  }
}

type CardsOfCase = DataLoader<Case, CardRow[], string>;
const loaders = new WeakMap<GraphContext, CardsOfCase>();

/** Cards of the cases of a request in one statement for all that are seen from the same day and moment. */
function cardsLoader(ctx: GraphContext): CardsOfCase {
  const found = loaders.get(ctx);
  if (found) return found;
  const viewOf = ({ view }: Case): string => `${view.asOf}|${view.knownAt}`;
  const made: CardsOfCase = batchLoader(
    async (cases) => {
      const rows = new Map<Case, CardRow[]>();
      for (const group of Map.groupBy(cases, viewOf).values()) {
        const numbers = group.map(({ caseNo }) => caseNo);
        const cards = await cardsOfCases(ctx.db, numbers, group[0]!.view);
        const isAbout = (caseNo: string) => (row: CardRow) => row.card.matters.some((one) => one.caseNo === caseNo);
        for (const one of group) rows.set(one, cards.filter(isAbout(one.caseNo)));
      }
      return cases.map((one) => rows.get(one) ?? []);
    },
    { cacheKeyFn: (one) => `${one.caseNo}|${viewOf(one)}` },
  );
  loaders.set(ctx, made);
  return made;
}

@Resolver(() => Case)
export class CaseReminderResolver {
  @FieldResolver(() => [ReminderCard], {
    description: 'Cards issued about it with a cut-off date up to the as-of day, oldest first.',
  })
  async reminders(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<ReminderCard[]> {
    return (await cardsLoader(ctx).load(row)).map(presentCard);
  }
}
