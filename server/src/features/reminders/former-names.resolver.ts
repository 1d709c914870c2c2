import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../graphql-types/context.ts';
import { WEIGHTS } from '../../graphql-types/weights.ts';
import { Case } from '../ledger/index.ts';
import { IssueReminderCardsInput } from './reminder-inputs.types.ts';
import { CaseReminderResolver, ReminderResolver } from './reminder.resolver.ts';
import {
  ReminderBatch,
  ReminderCandidate,
  ReminderCard,
  ReminderOutcome,
  ReminderVoidOutcome,
} from './reminder.types.ts';

/*
 * What was called a card before version 0.2 answers under its old name for one version more.
 */

const renamed = (name: string) => ({ deprecationReason: `Renamed to ${name}.` });
const reminders = new ReminderResolver();
const ofCase = new CaseReminderResolver();

@Resolver()
export class FormerReminderResolver {
  @Mutation(() => ReminderOutcome, { ...renamed('issueReminders'), complexity: WEIGHTS.document })
  issueReminderCards(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => IssueReminderCardsInput) input: IssueReminderCardsInput,
  ): Promise<ReminderOutcome> {
    return reminders.issueReminders(ctx, input);
  }

  @Mutation(() => ReminderVoidOutcome, { ...renamed('voidReminder'), complexity: WEIGHTS.scan })
  voidReminderCard(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'At most 200 characters.' }) reason: string,
  ): Promise<ReminderVoidOutcome> {
    return reminders.voidReminder(ctx, id, reason);
  }
}

@Resolver(() => ReminderBatch)
export class FormerBatchResolver {
  @FieldResolver(() => Int, renamed('reminderCount'))
  cardCount(@Root() { reminderCount }: ReminderBatch): number {
    return reminderCount;
  }

  @FieldResolver(() => [ReminderCard], renamed('reminders'))
  cards(@Root() batch: ReminderBatch): ReminderCard[] {
    return batch.reminders;
  }
}

@Resolver(() => ReminderCandidate)
export class FormerCandidateResolver {
  @FieldResolver(() => ReminderCard, { ...renamed('lastReminder'), nullable: true })
  lastCard(@Root() { lastReminder }: ReminderCandidate): ReminderCard | null {
    return lastReminder;
  }
}

@Resolver(() => ReminderVoidOutcome)
export class FormerVoidOutcomeResolver {
  @FieldResolver(() => ReminderCard, { ...renamed('reminder'), nullable: true })
  card(@Root() { reminder }: ReminderVoidOutcome): ReminderCard | null {
    return reminder;
  }
}

@Resolver(() => Case)
export class FormerCaseReminderResolver {
  @FieldResolver(() => [ReminderCard], renamed('reminders'))
  reminderCards(@Ctx() ctx: GraphContext, @Root() row: Case): Promise<ReminderCard[]> {
    return ofCase.reminders(ctx, row);
  }
}
