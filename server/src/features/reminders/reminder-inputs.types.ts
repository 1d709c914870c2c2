import { Field, ID, InputType, Int } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';
import { ReminderAddresseeEnum } from './reminder-enums.ts';
import type { AddresseeKind } from './rules/index.ts';

@InputType()
export class ReminderAddresseeInput {
  @Field(() => ID, { description: 'The matter.' })
  key!: string;

  @Field(() => ReminderAddresseeEnum)
  kind!: AddresseeKind;
}

@InputType()
export class ReminderInput {
  @Field(() => ID)
  campaign!: string;

  @Field(() => ID, { nullable: true, description: "Defaults to the campaign's own unit." })
  unit?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Cut-off date. Defaults to the campaign's default day." })
  asOf?: string | null;

  @Field(() => LangEnum, { nullable: true })
  lang?: Lang | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of the matters. Defaults to all that are due.' })
  keys?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Date by which to reply. Defaults to ten days after the issue date.',
  })
  replyBy?: string | null;

  @Field(() => String, { nullable: true, description: "Defaults to the unit's organisation department or committee." })
  issuer?: string | null;

  @Field(() => [ReminderAddresseeInput], {
    nullable: true,
    description: "Addressee for each matter. Defaults to the rule's own choice.",
  })
  addressees?: ReminderAddresseeInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Issue one card per matter, even if one post has several.' })
  separate?: boolean | null;
}

@InputType()
export class IssueReminderCardsInput extends ReminderInput {
  @Field(() => Int, { nullable: true, description: 'A card issued within this many days is recent. Defaults to 10.' })
  repeatDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Also issue cards for matters that had one recently.' })
  again?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'An id for this request, with which to query its progress.' })
  progress?: string | null;
}
