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

@ObjectType({ simpleResolvers: true, description: 'What an import did, or would do, to one row.' })
export class RowChange {
  @Field(() => ID, { description: 'Of the row that stands now, or that was withdrawn.' })
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

  @Field(() => Int, { nullable: true, description: 'Row of the file that says so.' })
  sourceRow!: number | null;

  @Field(() => [RecordedCell], { description: 'What tells the row from others of its sheet.' })
  identity!: readonly RecordedCell[];

  @Field(() => [CellChange], {
    description: 'Of a corrected row the cells that changed, of others all that are filled in.',
  })
  cells!: readonly CellChange[];
}

@ObjectType({
  simpleResolvers: true,
  description: "A row on record of the file's campaigns that its sheet does not hold; it stays unless it is withdrawn.",
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
  @Field(() => [RowChange], { description: 'At most 500: what was withdrawn, corrected, added, sheet by sheet.' })
  changes!: readonly RowChange[];

  @Field(() => [FigureChange], {
    description: 'The figures that differ; those that were null before, of a new campaign, too.',
  })
  figures!: readonly FigureChange[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'One accepted import, or one form; all its rows were recorded at one moment.',
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

  @Field(() => ID, {
    nullable: true,
    description: 'The row on record that it is about, where withdrawing that one may be what is meant.',
  })
  onRecord!: string | null;

  sheetTitle!: Text;
  columnTitle!: Text | null;
  expected!: Text;
  message!: Text;
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
  withdrawn!: number;

  @Field(() => Int)
  problems!: number;

  @Field(() => Int, { description: "Rows on record of the file's campaigns that the sheet does not hold." })
  notInFile!: number;

  title!: Text;
}

@ObjectType({ simpleResolvers: true, description: 'An import under way or done; kept for an hour.' })
export class ImportJob {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'What it reads, for another startImport of the same file.' })
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

  @Field(() => Int, { description: 'Errors found in all.' })
  problemCount!: number;

  @Field(() => Int)
  warningCount!: number;

  @Field(() => [SheetSummary])
  sheets!: readonly SheetSummary[];

  @Field(() => Boolean, { description: 'Rows on record that the file lacks are withdrawn.' })
  replace!: boolean;

  @Field(() => ImportEffect, { nullable: true, description: 'Null before the end, and where nothing changes.' })
  effect!: ImportEffect | null;

  @Field(() => [RowNotInFile], { description: 'At most 200; the counts of the sheets say how many there are.' })
  notInFile!: readonly RowNotInFile[];

  @Field(() => String, { nullable: true, description: 'The workbook with the bad cells marked.' })
  annotatedUrl!: string | null;

  message!: Text | null;
}

@ObjectType({ simpleResolvers: true, description: 'How the withdrawal of rows on record ended, or would end.' })
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
