import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { same } from '../circular.types.ts';
import { FINDING_KINDS } from './check-report.ts';

export const CheckAgainstEnum = same(['SEALED', 'CURRENT']);
export type CheckAgainstName = keyof typeof CheckAgainstEnum;
registerEnumType(CheckAgainstEnum, {
  name: 'CheckAgainst',
  description: 'SEALED: what the edition says that the file was printed from. CURRENT: what its figures are now.',
});

export const FindingKindEnum = same(FINDING_KINDS);
registerEnumType(FindingKindEnum, {
  name: 'FindingKind',
  description: 'CHANGED: it says something else. REMOVED: it is gone.',
});

@ObjectType({ simpleResolvers: true, description: 'A figure of an edited document that does not say what it should.' })
export class CheckFinding {
  @Field(() => FindingKindEnum)
  kind!: keyof typeof FindingKindEnum;

  @Field(() => ID)
  key!: string;

  @Field(() => Int, { nullable: true, description: 'Paragraph of the file, from 1; null in a table or if it is gone.' })
  paragraph!: number | null;

  @Field(() => String)
  sentence!: string;

  @Field(() => String, { description: 'Empty if it is gone.' })
  says!: string;

  @Field(() => String)
  shouldSay!: string;

  @Field(() => String, { description: 'Where it was printed, in words.' })
  place!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A number that is bound to nothing, and so was not checked.' })
export class UncheckedNumber {
  @Field(() => Int)
  paragraph!: number;

  @Field(() => String)
  sentence!: string;

  @Field(() => String)
  says!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What a check of an edited document found.' })
export class CircularCheck {
  @Field(() => Int, { description: 'Figures that were compared.' })
  checked!: number;

  @Field(() => [CheckFinding])
  findings!: readonly CheckFinding[];

  @Field(() => [UncheckedNumber])
  notChecked!: readonly UncheckedNumber[];

  @Field(() => Int, { nullable: true, description: 'The edition that the file was printed from; null for a draft.' })
  edition!: number | null;

  @Field(() => [String], { description: 'What makes the result less than certain.' })
  problems!: readonly string[];
}
