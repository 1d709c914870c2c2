import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  ImportStateEnum,
  RowChangeKindEnum,
  SeverityEnum,
  type ImportStateName,
  type RowChangeKindName,
  type SeverityName,
} from '../../graphql-types/enums.ts';
import type { Text } from '../../domain/text.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import { MetricValue } from '../reports/metric.types.ts';

@ObjectType({ simpleResolvers: true, description: 'A cell of a changed row; coded words by their keys.' })
export class CellChange {
  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A cell of a row on record; coded words by their keys.' })
export class RecordedCell {
  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => String, { nullable: true })
  value!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What an import did, or would do, to a row.' })
export class RowChange {
  @Field(() => ID, { description: 'Id of the row now in force, or of the withdrawn row.' })
  id!: string;

  @Field(() => String)
  sheet!: string;

  @Field(() => RowChangeKindEnum)
  kind!: RowChangeKindName;

  @Field(() => String, { nullable: true })
  caseNo!: string | null;

  @Field(() => String, { nullable: true })
  unitCode!: string | null;

  @Field(() => String, { nullable: true })
  unitName!: string | null;

  @Field(() => DateScalar, { nullable: true })
  effectiveOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Row number in the file.' })
  sourceRow!: number | null;

  @Field(() => [RecordedCell], { description: 'The cells that identify the row within its sheet.' })
  identity!: readonly RecordedCell[];

  @Field(() => [CellChange], {
    description: 'For a corrected row, the cells that changed; for others, all filled cells.',
  })
  cells!: readonly CellChange[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    "An existing row of the file's campaigns that its sheet does not contain. It stays unless it is withdrawn.",
})
export class RowNotInFile {
  @Field(() => ID, { description: 'For `withdraw` of startImport.' })
  id!: string;

  @Field(() => String)
  sheet!: string;

  @Field(() => String, { nullable: true })
  caseNo!: string | null;

  @Field(() => String, { nullable: true })
  unitCode!: string | null;

  @Field(() => String, { nullable: true })
  unitName!: string | null;

  @Field(() => DateScalar, { nullable: true })
  effectiveOn!: string | null;

  @Field(() => [RecordedCell])
  cells!: readonly RecordedCell[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A figure of a campaign's unit before an import and after it, as of the campaign's default day.",
})
export class FigureChange {
  @Field(() => ID)
  campaign!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => MetricValue)
  before!: MetricValue;

  @Field(() => MetricValue)
  after!: MetricValue;

  campaignName!: Text;
}

@ObjectType({ simpleResolvers: true, description: 'What an import changed, or would change.' })
export class ImportEffect {
  @Field(() => [RowChange], { description: 'At most 500 withdrawn, corrected or added rows, by sheet.' })
  changes!: readonly RowChange[];

  @Field(() => [FigureChange], {
    description: "The figures that differ, including those that were null before, such as a new campaign's.",
  })
  figures!: readonly FigureChange[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'One accepted import or form. All its rows were recorded at the same moment.',
})
export class ImportRun {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null for a form.' })
  fileName!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;

  @Field(() => String)
  recordedBy!: string;

  @Field(() => String, { description: 'cli, upload, sample or form.' })
  channel!: string;

  @Field(() => Int)
  rowsNew!: number;

  @Field(() => Int)
  rowsCorrected!: number;

  @Field(() => Int)
  rowsUnchanged!: number;

  @Field(() => Int)
  rowsWithdrawn!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What is wrong with one cell, row or sheet, and what is expected.' })
export class ImportProblem {
  @Field(() => String)
  sheet!: string;

  @Field(() => Int, { nullable: true, description: 'Row number in the file, from 1.' })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'Key of the column.' })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the cell, e.g. C7.' })
  cell!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field(() => String, { description: 'Stable code, for programs.' })
  code!: string;

  @Field(() => SeverityEnum)
  severity!: SeverityName;

  @Field(() => ID, {
    nullable: true,
    description: 'The existing row it concerns, if withdrawing that row may be what is intended.',
  })
  onRecord!: string | null;

  sheetTitle!: Text;
  columnTitle!: Text | null;
  expected!: Text;
  message!: Text;
}

@ObjectType({ simpleResolvers: true, description: 'What an import did, or would do, to a sheet.' })
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
  withdrawn!: number;

  @Field(() => Int)
  problems!: number;

  @Field(() => Int, { description: "Existing rows of the file's campaigns that the sheet does not contain." })
  notInFile!: number;

  title!: Text;
}

@ObjectType({ simpleResolvers: true, description: 'A running or finished import, kept for an hour.' })
export class ImportJob {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The upload it reads, to start another import of the same file.' })
  upload!: string;

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

  @Field(() => Int, { description: 'Total number of errors.' })
  problemCount!: number;

  @Field(() => Int)
  warningCount!: number;

  @Field(() => [SheetSummary])
  sheets!: readonly SheetSummary[];

  @Field(() => Boolean, { description: 'Whether existing rows that the file does not contain are withdrawn.' })
  replace!: boolean;

  @Field(() => ImportEffect, { nullable: true, description: 'Null until the import finishes, and if nothing changes.' })
  effect!: ImportEffect | null;

  @Field(() => [RowNotInFile], { description: 'At most 200; the sheet summaries give the full counts.' })
  notInFile!: readonly RowNotInFile[];

  @Field(() => String, { nullable: true, description: 'The workbook with the bad cells marked.' })
  annotatedUrl!: string | null;

  message!: Text | null;
}

@ObjectType({ simpleResolvers: true, description: 'The result of a withdrawal, or of its check.' })
export class Withdrawal {
  @Field(() => ImportStateEnum)
  state!: ImportStateName;

  @Field(() => ImportRun, { nullable: true })
  run!: ImportRun | null;

  @Field(() => [ImportProblem])
  problems!: readonly ImportProblem[];

  @Field(() => ImportEffect, { nullable: true })
  effect!: ImportEffect | null;

  message!: Text;
}
