import { Field, ID, InputType, Int } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import { LangEnum } from '../../graphql-types/enums.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';
import { ReminderAddresseeEnum } from './reminder-enums.ts';
import type { RecipientKind } from './rules/index.ts';

@InputType()
export class ReminderAddresseeInput {
  @Field(() => ID, { description: 'The matter.' })
  key!: string;

  @Field(() => ReminderAddresseeEnum)
  kind!: RecipientKind;
}

@InputType()
export class ReminderInput {
  @Field(() => ID)
  campaign!: string;

  @Field(() => ID, { nullable: true, description: "The campaign's own unit if none." })
  unit?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Cut-off; the campaign's default day if none." })
  asOf?: string | null;

  @Field(() => LangEnum, { nullable: true })
  lang?: Lang | null;

  @Field(() => [ID], { nullable: true, description: 'Matters by their keys; all that are due if none.' })
  keys?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day by which to answer; ten days after the day of issue if none.',
  })
  replyBy?: string | null;

  @Field(() => String, { nullable: true, description: "The unit's organisation department or committee if none." })
  issuer?: string | null;

  @Field(() => [ReminderAddresseeInput], {
    nullable: true,
    description: "Whom the cards go to, by matter; the rule's own choice for those that are not named.",
  })
  addressees?: ReminderAddresseeInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'A card for each matter, also where one post has several.' })
  separate?: boolean | null;
}

@InputType()
export class IssueReminderCardsInput extends ReminderInput {
  @Field(() => Int, { nullable: true, description: 'A card younger than this many days is recent; ten if none.' })
  repeatDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Also where a card is recent.' })
  again?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Names this issuing, to ask for its progress.' })
  progress?: string | null;
}
