import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { same } from '../../../graphql-types/enums.ts';
import { FINDING_KINDS, FINDING_WEIGHTS } from './check-report.ts';

export const CheckAgainstEnum = same(['SEALED', 'CURRENT']);
export type CheckAgainstName = keyof typeof CheckAgainstEnum;
registerEnumType(CheckAgainstEnum, {
  name: 'CheckAgainst',
  description:
    "SEALED: the sealed edition that the file was produced from. CURRENT: the same text with today's figures.",
});

export const FindingKindEnum = same(FINDING_KINDS);
registerEnumType(FindingKindEnum, {
  name: 'FindingKind',
  description:
    'CHANGED: different text. REMOVED: missing. ADDED: not in the original. MOVED: in another place. OBSOLETE: matches what was sealed, which no longer holds.',
});

export const FindingWeightEnum = same(FINDING_WEIGHTS);
registerEnumType(FindingWeightEnum, {
  name: 'FindingWeight',
  description:
    'FIGURE: a number. NAME: a name, or words that belong to a number. HEAD: masthead, number, title, addressees, annexes, signature, date or imprint. PICTURE: a picture. SENTENCE: a whole sentence added or removed. WORDING: other words. FORM: punctuation or order, with the same meaning.',
});

@ObjectType({ simpleResolvers: true, description: 'A difference between an edited document and what it should say.' })
export class CheckFinding {
  @Field(() => FindingWeightEnum)
  weight!: keyof typeof FindingWeightEnum;

  @Field(() => FindingKindEnum)
  kind!: keyof typeof FindingKindEnum;

  @Field(() => ID, { nullable: true, description: 'The figure it concerns; null for other text.' })
  key!: string | null;

  @Field(() => Int, { nullable: true, description: 'Paragraph of the file, from 1; null in a table or if it is gone.' })
  paragraph!: number | null;

  @Field(() => String)
  sentence!: string;

  @Field(() => String, { description: 'Empty if it is gone.' })
  says!: string;

  @Field(() => String, { description: 'Empty if there should be no text here.' })
  shouldSay!: string;

  @Field(() => String, { description: 'Where it was printed, in words.' })
  place!: string;

  @Field(() => String, { nullable: true, description: 'What to do, or further information.' })
  note!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a check of an edited document found.' })
export class CircularCheck {
  @Field(() => Int, { description: 'Number of figures compared.' })
  checked!: number;

  @Field(() => [CheckFinding], { description: 'Every difference, most important first.' })
  findings!: readonly CheckFinding[];

  @Field(() => Boolean, { description: 'Whether any of it may change what the document says.' })
  changesMeaning!: boolean;

  @Field(() => Int, { nullable: true, description: 'The edition that the file was produced from; null for a draft.' })
  edition!: number | null;

  @Field(() => [String], { description: 'Reasons why the result may be incomplete.' })
  problems!: readonly string[];
}
