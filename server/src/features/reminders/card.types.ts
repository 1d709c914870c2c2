import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { MetricIdEnum } from '../../graphql-types/metric-enums.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import type { MetricId } from '../../metrics/index.ts';
import type { Subject } from '../circulars/index.ts';
import type { BatchRow } from './issuing/card.store.ts';
import { ReminderRuleEnum, ReminderAddresseeEnum, ReminderWarningEnum } from './reminder-enums.ts';
import type { Facts, RecipientKind, RecipientWarning, ReminderRuleId } from './rules/index.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What a card is about: an organisation, or a unit that owes reports.',
})
export class ReminderMatter {
  @Field(() => ID, { nullable: true, description: 'Null for a card about reports.' })
  caseNo!: string | null;

  @Field(() => String, { description: 'As the ledger named it.' })
  organisation!: string;

  unit!: string;
  asOf!: string;
  facts!: Facts;
}

@ObjectType({ simpleResolvers: true, description: 'That a card was declared void (作废).' })
export class ReminderVoid {
  @Field(() => String)
  reason!: string;

  @Field(() => DateTimeScalar)
  voidedAt!: string;

  @Field(() => String)
  voidedBy!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A reminder card (提醒卡) that was issued. What it says never changes; it can be declared void.',
})
export class ReminderCard {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  batch!: string;

  @Field(() => String, { description: 'E.g. 提醒〔2014〕1号: counted by issuer and year, without gap.' })
  number!: string;

  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => [ReminderMatter], {
    description: 'What it is about: one matter, or several of one rule and recipient; those about the unit asked for.',
  })
  matters!: ReminderMatter[];

  @Field(() => Int, { description: 'Matters on it, those about other units than the one asked for included.' })
  matterCount!: number;

  @Field(() => ReminderVoid, { nullable: true, description: 'Null while it stands. Its number stays taken.' })
  voided!: ReminderVoid | null;

  @Field(() => String)
  issuer!: string;

  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar)
  knownAt!: string;

  @Field(() => DateScalar, { description: 'The day that it bears.' })
  issuedOn!: string;

  @Field(() => DateTimeScalar)
  issuedAt!: string;

  @Field(() => String)
  issuedBy!: string;

  @Field(() => DateScalar, { description: 'The day by which to answer.' })
  replyBy!: string;

  @Field(() => String, { description: 'SHA-256 over what it says and rests on.' })
  digest!: string;

  @Field(() => String, { description: 'The post or organisation that it went to.' })
  answeredBy!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Reminder cards issued at one go, as one file.' })
export class ReminderBatch {
  @Field(() => ID)
  id!: string;

  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar)
  knownAt!: string;

  @Field(() => String)
  issuer!: string;

  @Field(() => DateScalar)
  issuedOn!: string;

  @Field(() => DateScalar)
  replyBy!: string;

  @Field(() => DateTimeScalar)
  issuedAt!: string;

  @Field(() => String)
  issuedBy!: string;

  @Field(() => Int, { description: 'Cards in its file, those about other units than the one asked for included.' })
  cardCount!: number;

  @Field(() => [ReminderCard], { description: 'Those about the unit that was asked for.' })
  cards!: ReminderCard[];

  row!: BatchRow;
}

@ObjectType({ simpleResolvers: true, description: 'Whom a card about a matter can go to.' })
export class ReminderAddressee {
  @Field(() => ReminderAddresseeEnum)
  kind!: RecipientKind;

  @Field(() => String, { description: 'The post or organisation, as the card names it.' })
  post!: string;

  @Field(() => Boolean, { description: 'Whether the source does not give it.' })
  illustrative!: boolean;

  @Field(() => ReminderWarningEnum, { nullable: true, description: 'Why it should not get a card from this issuer.' })
  warning!: RecipientWarning | null;

  @Field(() => ID, { description: 'Matters whose addressees have the same one here share a card.' })
  card!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A matter that is due for a reminder card.' })
export class ReminderCandidate {
  @Field(() => ID, { description: 'Names the matter, e.g. OVERDUE:2014-030.' })
  key!: string;

  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => ID, { nullable: true })
  caseNo!: string | null;

  @Field(() => String)
  organisation!: string;

  @Field(() => String, { description: 'The post that answers: the contact leader, else the secretary of the town.' })
  answeredBy!: string;

  @Field(() => [ReminderAddressee], { description: 'Whom a card can go to; the one that answers first.' })
  addressees!: ReminderAddressee[];

  @Field(() => String, { description: 'In words, e.g. 已逾期16天.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether any of it is not given by the source.' })
  illustrative!: boolean;

  @Field(() => ReminderCard, { nullable: true, description: 'The last card about the same matter that is not void.' })
  lastCard!: ReminderCard | null;

  @Field(() => Boolean, { description: 'The last card is recent: another one is issued only if asked for.' })
  recent!: boolean;

  unitKey!: { readonly code: string; readonly on: string };
}

@ObjectType({ simpleResolvers: true, description: 'The matters that one rule finds.' })
export class ReminderGroup {
  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'Who gets a card, in words.' })
  definition!: string;

  @Field(() => MetricIdEnum, { description: 'The figure whose rows it reads.' })
  metric!: MetricId;

  @Field(() => [ReminderCandidate])
  candidates!: ReminderCandidate[];
}

@ObjectType({ simpleResolvers: true, description: 'Who is to be reminded, as of a day.' })
export class Reminders {
  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateScalar, { description: 'The day that cards issued now would bear.' })
  issuedOn!: string;

  @Field(() => DateScalar, { description: 'The day by which they would ask for an answer, unless another is named.' })
  replyBy!: string;

  @Field(() => [ReminderGroup], { description: 'One a rule, in the order in which cards are numbered.' })
  groups!: ReminderGroup[];

  subject!: Subject;
}

@ObjectType({ simpleResolvers: true })
export class ReminderError {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class ReminderOutcome {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => ReminderError, { nullable: true })
  error!: ReminderError | null;

  @Field(() => ReminderBatch, { nullable: true })
  batch!: ReminderBatch | null;

  @Field(() => [ReminderCandidate], { description: 'Passed over: a card about them is recent.' })
  skipped!: ReminderCandidate[];
}

@ObjectType({ simpleResolvers: true, description: 'How far the issuing of a batch is.' })
export class ReminderProgress {
  @Field(() => Int)
  done!: number;

  @Field(() => Int)
  total!: number;
}

@ObjectType({ simpleResolvers: true })
export class ReminderVoidOutcome {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => ReminderError, { nullable: true })
  error!: ReminderError | null;

  @Field(() => ReminderCard, { nullable: true })
  card!: ReminderCard | null;
}
