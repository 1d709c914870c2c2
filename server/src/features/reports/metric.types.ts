import { Field, Int, ObjectType } from 'type-graphql';
import type { Text } from '../../domain/text.ts';
import { DateScalar, DecimalScalar } from '../../graphql-types/scalars.ts';
import type { Dimension, MetricId } from '../../metrics/index.ts';
import { ChangeKindEnum, DimensionEnum, MetricIdEnum, type ChangeKindName } from '../../graphql-types/metric-enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'How many organisations identified as of the day should have an entry, and how many do.',
})
export class Coverage {
  @Field(() => Int)
  entered!: number;

  @Field(() => Int)
  expected!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A figure, exact, with both parts of a ratio.' })
export class MetricValue {
  @Field(() => MetricIdEnum)
  id!: MetricId;

  @Field(() => DecimalScalar, { nullable: true })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  denominator!: string | null;

  @Field(() => Boolean, { description: 'The figure is a lower bound ("500+").' })
  atLeast!: boolean;

  @Field(() => Boolean, { description: 'Whether the figure depends on content marked as illustrative.' })
  illustrative!: boolean;

  @Field(() => Coverage, {
    nullable: true,
    description:
      'How complete the entries behind the figure are. If `entered` is below `expected`, `rows(part: { missing: true })` lists the organisations without an entry. Null if no entry is expected, for flows, and for parts that are not places.',
  })
  coverage!: Coverage | null;

  note!: Text | null;
}

@ObjectType({ simpleResolvers: true, description: 'One part of a breakdown.' })
export class BreakdownRow {
  @Field(() => String)
  key!: string;

  @Field(() => [MetricValue])
  values!: readonly MetricValue[];

  label!: Text;
  /** The day of the tree, for the unit of a row by child unit. */
  unitKey!: { code: string; on: string } | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Checks that parts + unassigned = total, or gives the reason why not.',
})
export class Proof {
  @Field(() => MetricIdEnum)
  id!: MetricId;

  @Field(() => DecimalScalar, { nullable: true })
  parts!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  unassigned!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  total!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null, with a reason, if parts overlap.' })
  holds!: boolean | null;

  reason!: Text | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A figure broken down into parts, with the proof that they add up to the whole.',
})
export class Breakdown {
  @Field(() => DimensionEnum)
  by!: Dimension;

  @Field(() => [BreakdownRow])
  rows!: readonly BreakdownRow[];

  @Field(() => [MetricValue])
  total!: readonly MetricValue[];

  @Field(() => [MetricValue])
  unassigned!: readonly MetricValue[];

  @Field(() => Boolean)
  exclusive!: boolean;

  @Field(() => [Proof])
  proof!: readonly Proof[];
}

@ObjectType({ simpleResolvers: true, description: 'A period, half open: [from, to).' })
export class TrendPoint {
  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => String, { description: '2014-W27 or 2014-07.' })
  label!: string;

  @Field(() => [MetricValue])
  values!: readonly MetricValue[];
}

@ObjectType({ simpleResolvers: true, description: 'One reason for a change in the numerator.' })
export class ChangePart {
  @Field(() => ChangeKindEnum)
  kind!: ChangeKindName;

  @Field(() => DecimalScalar)
  change!: string;

  @Field(() => Int)
  rows!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A figure on two days, and why it changed.' })
export class MetricChange {
  @Field(() => MetricIdEnum)
  id!: MetricId;

  @Field(() => MetricValue)
  from!: MetricValue;

  @Field(() => MetricValue)
  to!: MetricValue;

  @Field(() => DecimalScalar, { nullable: true })
  change!: string | null;

  @Field(() => Boolean, { description: 'The change is in percentage points ("24.3").' })
  inPoints!: boolean;

  @Field(() => [ChangePart])
  parts!: readonly ChangePart[];
}

@ObjectType({ simpleResolvers: true, description: 'A child unit in the order of progress; ties share a rank.' })
export class TownRank {
  @Field(() => Int, { nullable: true, description: 'Null without a case.' })
  rank!: number | null;

  @Field(() => Boolean)
  tied!: boolean;

  @Field(() => Int)
  identified!: number;

  @Field(() => Int)
  rectified!: number;

  @Field(() => Int)
  acceptedPending!: number;

  @Field(() => Int)
  overdue!: number;

  @Field(() => Int)
  relapsed!: number;

  @Field(() => Int)
  inWork!: number;

  @Field(() => Int)
  outstanding!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null without a case.' })
  rate!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;

  unitKey!: { code: string; on: string };
}
