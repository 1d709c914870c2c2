import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CaseStateEnum, GradeEnum, type CaseStateName, type GradeName } from '../../graphql-types/enums.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../graphql-types/scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A change of state.' })
export class Transition {
  @Field(() => CaseStateEnum)
  state!: CaseStateName;

  @Field(() => DateScalar)
  effectiveOn!: string;

  @Field(() => String, { nullable: true })
  documentNo!: string | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'One measure of the plan.' })
export class Measure {
  @Field(() => Int)
  no!: number;

  @Field(() => String)
  area!: string;

  @Field(() => String)
  content!: string;

  @Field(() => String, { nullable: true })
  responsible!: string | null;

  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;

  @Field(() => DateScalar, { nullable: true })
  doneOn!: string | null;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A post or unit responsible for the case.' })
export class Contact {
  @Field(() => String)
  role!: string;

  @Field(() => String)
  holder!: string;

  @Field(() => String, { nullable: true })
  holderEn!: string | null;

  @Field(() => DateScalar)
  since!: string;

  @Field(() => DateScalar, { nullable: true })
  until!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A visit of a contact.' })
export class Visit {
  @Field(() => String)
  role!: string;

  @Field(() => DateScalar)
  visitedOn!: string;

  @Field(() => Int, { nullable: true })
  problemsFound!: number | null;

  @Field(() => Boolean)
  problemsFoundAtLeast!: boolean;

  @Field(() => Int, { nullable: true })
  problemsSolved!: number | null;

  @Field(() => Boolean)
  problemsSolvedAtLeast!: boolean;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A self-assessment, satisfaction ballot, acceptance group's assessment or city review.",
})
export class Evaluation {
  @Field(() => String)
  kind!: string;

  @Field(() => DateScalar)
  evaluatedOn!: string;

  @Field(() => Int, { nullable: true })
  issued!: number | null;

  @Field(() => Int, { nullable: true })
  returned!: number | null;

  @Field(() => Int, { nullable: true })
  satisfied!: number | null;

  @Field(() => Int, { nullable: true })
  fairly!: number | null;

  @Field(() => Int, { nullable: true })
  dissatisfied!: number | null;

  @Field(() => DecimalScalar, { nullable: true })
  score!: string | null;

  @Field(() => GradeEnum, { nullable: true })
  grade!: GradeName | null;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The venue that the organisation needs.' })
export class Venue {
  @Field(() => String)
  way!: string;

  @Field(() => DecimalScalar, { nullable: true })
  estimateYuan!: string | null;

  @Field(() => DateScalar)
  identifiedOn!: string;

  @Field(() => DateScalar, { nullable: true })
  doneOn!: string | null;

  @Field(() => DecimalScalar)
  raisedYuan!: string;

  @Field(() => DecimalScalar, { nullable: true })
  gapYuan!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Money received from one source.' })
export class Fund {
  @Field(() => String)
  source!: string;

  @Field(() => DateScalar)
  receivedOn!: string;

  @Field(() => DecimalScalar)
  amountYuan!: string;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Operating funds of a year.' })
export class OperatingFund {
  @Field(() => Int)
  year!: number;

  @Field(() => DecimalScalar, { nullable: true })
  dueYuan!: string | null;

  @Field(() => DecimalScalar)
  paidYuan!: string;

  @Field(() => DateScalar)
  paidOn!: string;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Collective income of a year.' })
export class Economy {
  @Field(() => Int)
  year!: number;

  @Field(() => DecimalScalar)
  incomeYuan!: string;

  @Field(() => Boolean)
  illustrative!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'One column of a row as it was recorded.' })
export class Cell {
  @Field(() => String, { description: 'Key of the column in the workbook.' })
  column!: string;

  @Field(() => String, { nullable: true })
  value!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One version of one row about a case.' })
export class HistoryEntry {
  @Field(() => ID, { description: 'Identifies this version, for withdrawRows.' })
  id!: string;

  @Field(() => String)
  sheet!: string;

  @Field(() => DateScalar)
  effectiveOn!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was corrected or withdrawn; null while it is in force.',
  })
  supersededAt!: string | null;

  @Field(() => Boolean, { description: 'It was withdrawn without a replacement.' })
  withdrawn!: boolean;

  @Field(() => String, { nullable: true, description: 'Who withdrew it, and with which file.' })
  withdrawnBy!: string | null;

  @Field(() => String)
  recordedBy!: string;

  @Field(() => String, { nullable: true, description: 'File and row it came from, or form.' })
  source!: string | null;

  @Field(() => [Cell])
  cells!: Cell[];

  @Field(() => [String], { description: 'Columns that differ from the version it replaced.' })
  changed!: string[];
}
