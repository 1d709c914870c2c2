import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WallchartError } from '../../domain/errors.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { Campaign, Cause } from '../campaigns/index.ts';
import { loadPinyinInitials, OrgUnit } from '../units/index.ts';
import {
  Contact,
  Economy,
  Evaluation,
  Fund,
  HistoryEntry,
  Measure,
  OperatingFund,
  Transition,
  Venue,
  Visit,
} from './case-detail.types.ts';
import { campaignOfCase, findCase, unknownCase } from './case.service.ts';
import { Case } from './case.types.ts';

@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, {
    complexity: WEIGHTS.scan,
    nullable: true,
    description:
      "As of a day; defaults to the campaign's default day. Fails with UNKNOWN_CASE, whose message suggests similar case numbers.",
  })
  async case(
    @Ctx() ctx: GraphContext,
    @Arg('caseNo', () => ID) caseNo: string,
    @Arg('county', () => ID, {
      nullable: true,
      description: 'Code of its county. Without it, of counties that use the same number the first by code.',
    })
    county: string | null | undefined,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: string | null,
  ): Promise<Case> {
    const number = { caseNo, county: county ?? null };
    const belongs = await campaignOfCase(ctx.db, number);
    if (!belongs) throw await unknownCase(ctx.db, caseNo);
    const campaign = await ctx.campaigns.require(belongs.campaign);
    const day = asOf ?? (await ctx.campaigns.defaultAsOf(campaign));
    const unit = await ctx.units.require(campaign.unitCode, day);
    const key = {
      asOf: day,
      knownAt: knownAt ?? null,
      treeDay: day,
      campaign: campaign.id,
      unit: unit.code,
      level: unit.level,
    };
    const found = await findCase(ctx.db, key, number);
    if (found) return found;
    if (belongs.withdrawnAt !== null)
      throw new WallchartError(
        'UNKNOWN_CASE',
        `Case "${caseNo}" was withdrawn; it is shown as known before. 该个案已撤回，可按撤回之前的记录查看。`,
        { caseNo, withdrawnAt: belongs.withdrawnAt },
      );
    throw new WallchartError(
      'UNKNOWN_CASE',
      `Case "${caseNo}" was identified on ${belongs.identifiedOn}; on ${day}, as known then, it was not on the list. 该日尚未认定。`,
      { caseNo, identifiedOn: belongs.identifiedOn },
    );
  }

  @FieldResolver(() => Campaign)
  campaign(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Campaign> {
    return ctx.campaigns.require(row.campaignId);
  }

  @FieldResolver(() => OrgUnit)
  unit(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<OrgUnit> {
    return ctx.units.require(row.unitCode, row.view.treeDay);
  }

  @FieldResolver(() => OrgUnit, { nullable: true })
  town(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<OrgUnit | null> | null {
    return row.townCode ? ctx.units.unit.load({ code: row.townCode, on: row.view.treeDay }) : null;
  }

  @FieldResolver(() => Cause)
  async primaryCause(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Cause> {
    return causeOf(await ctx.campaigns.causes(), row.primaryCauseCode);
  }

  @FieldResolver(() => [Cause])
  async otherCauses(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Cause[]> {
    const causes = await ctx.campaigns.causes();
    return row.otherCauseCodes.map((code) => causeOf(causes, code));
  }

  @FieldResolver(() => String, { description: "Pinyin initials of the unit's name, for search on the client." })
  async pinyin(@Root() row: Case): Promise<string> {
    return (await loadPinyinInitials())(row.unitName);
  }

  @FieldResolver(() => [Transition])
  transitions(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Transition[]> {
    return ctx.cases.transitions.load(row);
  }

  @FieldResolver(() => [Measure])
  measures(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Measure[]> {
    return ctx.cases.measures.load(row);
  }

  @FieldResolver(() => [Contact])
  contacts(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Contact[]> {
    return ctx.cases.contacts.load(row);
  }

  @FieldResolver(() => [Visit])
  visits(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Visit[]> {
    return ctx.cases.visits.load(row);
  }

  @FieldResolver(() => Visit, { nullable: true, description: 'The last visit up to the as-of day.' })
  async lastVisit(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Visit | null> {
    return (await ctx.cases.visits.load(row))[0] ?? null;
  }

  @FieldResolver(() => Measure, { nullable: true, description: 'The earliest-due measure that is not done.' })
  async nextMeasure(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Measure | null> {
    const open = (await ctx.cases.measures.load(row)).filter(({ doneOn }) => doneOn === null);
    return open.toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.no - b.no)[0] ?? null;
  }

  @FieldResolver(() => [Evaluation])
  evaluations(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Evaluation[]> {
    return ctx.cases.evaluations.load(row);
  }

  @FieldResolver(() => Venue, { nullable: true })
  async venue(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Venue | null> {
    return (await ctx.cases.venue.load(row))[0] ?? null;
  }

  @FieldResolver(() => [Fund])
  venueFunds(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Fund[]> {
    return ctx.cases.venueFunds.load(row);
  }

  @FieldResolver(() => [Fund])
  projectFunds(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Fund[]> {
    return ctx.cases.projectFunds.load(row);
  }

  @FieldResolver(() => [OperatingFund])
  operatingFunds(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<OperatingFund[]> {
    return ctx.cases.operatingFunds.load(row);
  }

  @FieldResolver(() => [Economy])
  economy(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<Economy[]> {
    return ctx.cases.economy.load(row);
  }

  @FieldResolver(() => [HistoryEntry], {
    description: 'Every recorded version of its rows, newest first, including corrections.',
  })
  history(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<HistoryEntry[]> {
    return ctx.cases.history.load(row);
  }
}

/** A cause that is not on the reference list shows under its code: the list is configurable, the ledger is not. */
export function causeOf(causes: readonly Cause[], code: string): Cause {
  return causes.find((cause) => cause.code === code) ?? { code, nameZh: code, nameEn: code };
}
