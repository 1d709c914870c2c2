import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ImportStateEnum, type ImportStateName } from '../../graphql-types/enums.ts';
import { WrittenText } from '../../graphql-types/text-argument.ts';
import type { Problem } from '../../recording/problems.ts';
import type { RecordedRun } from '../../recording/recording.ts';
import { ImportProblem, ImportRun } from '../imports/import.types.ts';

@InputType({
  description: 'A visit, as a row of the sheet visits: each field takes what its column takes, in either language.',
})
export class RecordVisitInput {
  @Field(() => ID)
  caseNo!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the county whose case it is; needed where several counties use the case number.',
  })
  county!: string | null;

  @Field(() => String, { description: 'Who visited: a role of a contact, such as leader or 挂钩领导.' })
  role!: string;

  @Field(() => String, { description: 'A day, such as 2014-07-18.' })
  visitedOn!: string;

  @Field(() => String, { nullable: true, description: 'A whole number as text; 2+ for at least 2.' })
  problemsFound!: string | null;

  @Field(() => String, { nullable: true, description: 'A whole number as text; 2+ for at least 2.' })
  problemsSolved!: string | null;

  @WrittenText()
  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => ID, {
    description:
      'Chosen by the sender, 8 to 100 characters: the same visit sent again under the same key is recorded once and gets the same answer, even if it has been withdrawn since; to record it again, use another key.',
  })
  idempotencyKey!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The result of recording a visit. With an error nothing is recorded.',
})
export class RecordedVisit {
  @Field(() => ImportStateEnum, { description: 'ACCEPTED, UNCHANGED if the same visit already exists, or REFUSED.' })
  state!: ImportStateName;

  @Field(() => ImportRun, { nullable: true, description: 'Only when the visit was recorded.' })
  run!: RecordedRun | null;

  @Field(() => [ImportProblem], {
    description: 'Errors first; `column` is the field of the input, as the sheet names it.',
  })
  problems!: readonly Problem[];
}
