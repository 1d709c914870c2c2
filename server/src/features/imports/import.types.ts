import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ImportStateEnum, SeverityEnum, type ImportStateName, type SeverityName } from '../../graph/enums.ts';
import type { Localized } from '../../graph/localized.ts';
import { DateTimeScalar } from '../../graph/scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'One accepted import; all its rows were recorded at one moment.' })
export class ImportRun {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => DateTimeScalar)
  recordedAt!: string;

  @Field(() => String)
  recordedBy!: string;

  @Field(() => String, { description: 'cli, upload or sample.' })
  channel!: string;

  @Field(() => Int)
  rowsNew!: number;

  @Field(() => Int)
  rowsCorrected!: number;

  @Field(() => Int)
  rowsUnchanged!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What is wrong with one cell, row or sheet, and what is expected.' })
export class ImportProblem {
  @Field(() => String)
  sheet!: string;

  @Field(() => Int, { nullable: true, description: 'As in the file, from 1.' })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'Key of the column.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the cell, e.g. C7.' })
  cell!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field(() => String, { description: 'Stable; for programs.' })
  code!: string;

  @Field(() => SeverityEnum)
  severity!: SeverityName;

  sheetTitle!: Localized;
  columnTitle!: Localized | null;
  expected!: Localized;
  message!: Localized;
}

@ObjectType({ simpleResolvers: true, description: 'What an import did, or would do, with one sheet.' })
export class SheetSummary {
  @Field(() => String)
  sheet!: string;

  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  new!: number;

  @Field(() => Int)
  corrected!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  problems!: number;

  title!: Localized;
}

@ObjectType({ simpleResolvers: true, description: 'An import under way or done; kept for an hour.' })
export class ImportJob {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  dryRun!: boolean;

  @Field(() => String)
  fileName!: string;

  @Field(() => ImportStateEnum)
  state!: ImportStateName;

  @Field(() => String, { description: 'opening, reading, checking, writing or done.' })
  phase!: string;

  @Field(() => Int)
  rowsDone!: number;

  @Field(() => Int, { nullable: true })
  rowsTotal!: number | null;

  @Field(() => ImportRun, { nullable: true, description: 'Only when rows were written.' })
  run!: ImportRun | null;

  @Field(() => [ImportProblem], { description: 'At most 1,000, errors first.' })
  problems!: readonly ImportProblem[];

  @Field(() => Int, { description: 'Errors found in all.' })
  problemCount!: number;

  @Field(() => Int)
  warningCount!: number;

  @Field(() => [SheetSummary])
  sheets!: readonly SheetSummary[];

  @Field(() => String, { nullable: true, description: 'The workbook with the bad cells marked.' })
  annotatedUrl!: string | null;

  message!: Localized | null;
}
