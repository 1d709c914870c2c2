import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { MetricIdEnum } from '../../graphql-types/metric-enums.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import type { MetricId } from '../../metrics/index.ts';
import type { Subject } from '../circulars/index.ts';
import type { BatchRow } from './issuing/card.store.ts';
import { ReminderRuleEnum, ReminderAddresseeEnum, ReminderWarningEnum } from './reminder-enums.ts';
import type { Facts, AddresseeKind, AddresseeWarning, ReminderRuleId } from './rules/index.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The subject of a card: an organisation, or a unit that has missed reports.',
})
export class ReminderMatter {
  @Field(() => ID, { nullable: true, description: 'Null for a card about reports.' })
  caseNo!: string | null;

  @Field(() => String, { description: 'Its name in the ledger at the time.' })
  organisation!: string;

  unit!: string;
  asOf!: string;
  facts!: Facts;
}

@ObjectType({ simpleResolvers: true, description: 'Records that a card was declared void (作废).' })
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
  description: 'An issued reminder card (提醒卡). Its content never changes; it can be declared void.',
})
export class ReminderCard {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  batch!: string;

  @Field(() => String, { description: 'For example 提醒〔2014〕1号. Numbered by issuer and year, without gaps.' })
  number!: string;

  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => [ReminderMatter], {
    description: 'Its matters, of one rule and one addressee; only those about the requested unit.',
  })
  matters!: ReminderMatter[];

  @Field(() => Int, { description: 'Matters on it, including those about units other than the one requested.' })
  matterCount!: number;

  @Field(() => ReminderVoid, {
    nullable: true,
    description: 'Null unless the card is void. The number of a void card is not reused.',
  })
  voided!: ReminderVoid | null;

  @Field(() => String)
  issuer!: string;

  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar)
  knownAt!: string;

  @Field(() => DateScalar, { description: 'The date printed on it.' })
  issuedOn!: string;

  @Field(() => DateTimeScalar)
  issuedAt!: string;

  @Field(() => String)
  issuedBy!: string;

  @Field(() => DateScalar, { description: 'Date by which to reply.' })
  replyBy!: string;

  @Field(() => String, { description: "Hex SHA-256 of the card's text and the data behind it." })
  digest!: string;

  @Field(() => String, { description: 'The post or organisation it was sent to.' })
  answeredBy!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Reminder cards issued together, as one file.' })
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

  @Field(() => Int, { description: 'Cards in its file, including those about units other than the one requested.' })
  reminderCount!: number;

  @Field(() => [ReminderCard], { description: 'The cards about the requested unit.' })
  reminders!: ReminderCard[];

  row!: BatchRow;
}

@ObjectType({ simpleResolvers: true, description: 'A possible addressee of a card.' })
export class ReminderAddressee {
  @Field(() => ReminderAddresseeEnum)
  kind!: AddresseeKind;

  @Field(() => String, { description: 'The post or organisation, as the card names it.' })
  post!: string;

  @Field(() => Boolean, { description: 'Whether it is illustrative, that is, not given by the source.' })
  illustrative!: boolean;

  @Field(() => ReminderWarningEnum, {
    nullable: true,
    description: 'Why this addressee should not get a card from this issuer.',
  })
  warning!: AddresseeWarning | null;

  @Field(() => ID, { description: 'Matters whose addressees share this id go on one card.' })
  card!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A matter that is due for a reminder card.' })
export class ReminderCandidate {
  @Field(() => ID, { description: 'Identifies the matter, e.g. OVERDUE:2014-030.' })
  key!: string;

  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => ID, { nullable: true })
  caseNo!: string | null;

  @Field(() => String)
  organisation!: string;

  @Field(() => String, { description: 'The responsible post: the contact leader, or the secretary of the town.' })
  answeredBy!: string;

  @Field(() => [ReminderAddressee], { description: 'Possible addressees; the responsible post first.' })
  addressees!: ReminderAddressee[];

  @Field(() => String, { description: 'In words, e.g. 已逾期16天.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether any of it is illustrative, that is, not given by the source.' })
  illustrative!: boolean;

  @Field(() => ReminderCard, { nullable: true, description: 'The last card about the same matter that is not void.' })
  lastReminder!: ReminderCard | null;

  @Field(() => Boolean, { description: 'The last card is recent, so another is issued only with `again`.' })
  recent!: boolean;

  unitKey!: { readonly code: string; readonly on: string };
}

@ObjectType({ simpleResolvers: true, description: 'The matters found by one rule.' })
export class ReminderGroup {
  @Field(() => ReminderRuleEnum)
  rule!: ReminderRuleId;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'Who gets a card, in words.' })
  definition!: string;

  @Field(() => MetricIdEnum, { description: 'The metric whose rows it reads.' })
  metric!: MetricId;

  @Field(() => [ReminderCandidate])
  candidates!: ReminderCandidate[];
}

@ObjectType({ simpleResolvers: true, description: 'The matters due for a reminder as of a day.' })
export class Reminders {
  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateScalar, { description: 'The date that cards issued now would carry.' })
  issuedOn!: string;

  @Field(() => DateScalar, { description: 'The default reply date.' })
  replyBy!: string;

  @Field(() => [ReminderGroup], { description: 'One group per rule, in the order in which cards are numbered.' })
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

  @Field(() => [ReminderCandidate], { description: 'Skipped because they had a card recently.' })
  skipped!: ReminderCandidate[];
}

@ObjectType({ simpleResolvers: true, description: 'Progress of issuing a batch.' })
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
  reminder!: ReminderCard | null;
}
