import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TreeEnum, type TreeName } from '../../graphql-types/enums.ts';
import { PageInfo } from '../../graphql-types/page.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../graphql-types/scalars.ts';
import type { Dimension, ReportKey } from '../../metrics/index.ts';
import type { Campaign } from '../campaigns/index.ts';
import { Cell } from '../ledger/index.ts';
import { DimensionEnum } from '../../graphql-types/metric-enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The figures of one campaign in one unit, as of a day, from the data as recorded at a moment.',
})
export class Report {
  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null for the latest data.' })
  knownAt!: string | null;

  @Field(() => TreeEnum)
  tree!: TreeName;

  key!: ReportKey;
  campaignRow!: Campaign;
  /** The day whose tree units are placed on. */
  treeDay!: string;
}

@InputType({ description: 'One part of a breakdown.' })
export class PartInput {
  @Field(() => DimensionEnum, { nullable: true, description: 'Omit together with `key` for the whole figure.' })
  by?: Dimension | null;

  @Field(() => String, { nullable: true })
  key?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  unassigned?: boolean;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'The rows of the denominator.' })
  den?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'The organisations without an entry, of a figure with `coverage`.',
  })
  missing?: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A row that a figure counts.' })
export class EvidenceRow {
  @Field(() => String)
  sheet!: string;

  @Field(() => ID, { nullable: true })
  caseNo!: string | null;

  @Field(() => DateScalar, { nullable: true })
  effectiveOn!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What it adds to the figure.' })
  contribution!: string | null;

  @Field(() => String, { nullable: true })
  source!: string | null;

  @Field(() => DateTimeScalar)
  recordedAt!: string;

  @Field(() => [Cell])
  cells!: Cell[];

  @Field(() => Boolean)
  illustrative!: boolean;

  unitKey!: { code: string; on: string };
}

@ObjectType({ simpleResolvers: true })
export class RowEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => EvidenceRow)
  node!: EvidenceRow;
}

@ObjectType({ simpleResolvers: true, description: 'The sum of the contributions is the figure.' })
export class RowConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => DecimalScalar, { nullable: true })
  sum!: string | null;

  @Field(() => [RowEdge])
  edges!: RowEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'A meeting, training, notice, visit …' })
export class Activity {
  @Field(() => String)
  kind!: string;

  @Field(() => DateScalar)
  heldOn!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int, { nullable: true })
  attendees!: number | null;

  @Field(() => Boolean)
  attendeesAtLeast!: boolean;

  @Field(() => Int, { nullable: true })
  count!: number | null;

  @Field(() => Boolean)
  countAtLeast!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of the month that `heldOn` is the last day of, where the day is not known: early, middle, late, month.',
  })
  heldOnSpan!: string | null;

  @Field(() => String, {
    description:
      'planned, held or cancelled. Defaults to held if it was first entered on its day or later, otherwise planned.',
  })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who leads it: committee, secretary, minister, leader, department, town.',
  })
  ledBy!: string | null;

  @Field(() => String, { nullable: true, description: 'The sentence that a circular prints about it, in Chinese.' })
  sentence!: string | null;

  @Field(() => String, { nullable: true, description: 'The sentence that a circular prints about it, in English.' })
  sentenceEn!: string | null;

  @Field(() => Boolean, { description: 'Not yet held, or not confirmed as held.' })
  planned!: boolean;

  @Field(() => Boolean, {
    description:
      'It was planned for a day that has passed by the as-of day, and no one has confirmed that it was held.',
  })
  passed!: boolean;

  @Field(() => Boolean)
  illustrative!: boolean;

  unitKey!: { code: string; on: string };
}
