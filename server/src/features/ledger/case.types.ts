import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  CaseOrderFieldEnum,
  CaseStateEnum,
  GradeEnum,
  UnitKindEnum,
  type CaseOrderFieldName,
  type CaseStateName,
  type GradeName,
  type UnitKindName,
} from '../../graphql-types/enums.ts';
import { PageInfo } from '../../graphql-types/page.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';
import type { MetricId } from '../../metrics/index.ts';
import { MetricIdEnum } from '../../graphql-types/metric-enums.ts';

/** What a case is seen from: a day, what was known, and the day of the tree its unit is placed on. */
export interface CaseView {
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly treeDay: string;
}

@ObjectType({ simpleResolvers: true, description: 'A case: one organisation on the list of one campaign.' })
export class Case {
  @Field(() => ID)
  caseNo!: string;

  @Field(() => CaseStateEnum, { description: 'State on the as-of day.' })
  state!: CaseStateName;

  @Field(() => DateScalar)
  stateSince!: string;

  @Field(() => DateScalar)
  identifiedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "Its own deadline, else the campaign's." })
  deadline!: string | null;

  @Field(() => Int, { nullable: true, description: 'Negative: overdue. Null when rectified or without a deadline.' })
  daysLeft!: number | null;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => Boolean)
  rectified!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'First day in a state that counts as rectified.' })
  rectifiedOn!: string | null;

  @Field(() => String, { nullable: true })
  symptoms!: string | null;

  @Field(() => String, { nullable: true })
  symptomsEn!: string | null;

  @Field(() => String, { nullable: true })
  aim!: string | null;

  @Field(() => ID, { nullable: true, description: 'The earlier case that this one is a relapse of.' })
  relapseOf!: string | null;

  @Field(() => GradeEnum, { nullable: true })
  grade!: GradeName | null;

  @Field(() => String, { nullable: true, description: 'Post of the contact leader on the as-of day.' })
  contactLeader!: string | null;

  @Field(() => String, { nullable: true, description: 'Document that signed it off, or the latest document.' })
  documentNo!: string | null;

  @Field(() => [String], { description: 'Columns whose content is illustrative; "*" for all.' })
  illustrative!: string[];

  @Field(() => ID, { description: 'Code of the county whose case it is; another county may use its number too.' })
  countyCode!: string;

  campaignId!: string;
  unitCode!: string;
  townCode!: string | null;
  unitName!: string;
  primaryCauseCode!: string;
  otherCauseCodes!: string[];
  view!: CaseView;
}

@ObjectType({ simpleResolvers: true })
export class CaseEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Case)
  node!: Case;
}

@ObjectType({ simpleResolvers: true })
export class CaseConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [CaseEdge])
  edges!: CaseEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@InputType({ description: 'Conditions that a case must meet; all of them apply.' })
export class CaseFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words to find in the case number, unit, town, contact leader, symptoms or aim. All must match. Pinyin initials of the unit also match.',
  })
  text?: string | null;

  @Field(() => [CaseStateEnum], { nullable: true })
  states?: CaseStateName[] | null;

  @Field(() => [String], { nullable: true, description: 'Has one of these causes, primary or other.' })
  causes?: string[] | null;

  @Field(() => [String], { nullable: true })
  primaryCauses?: string[] | null;

  @Field(() => [UnitKindEnum], { nullable: true })
  kinds?: UnitKindName[] | null;

  @Field(() => [ID], { nullable: true, description: 'Within one of these units or their descendants.' })
  units?: string[] | null;

  @Field(() => [GradeEnum], { nullable: true })
  grades?: GradeName[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of the latest cases, only those that are rectified (true) or are not (false).',
  })
  rectified?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True keeps only each organisation's latest case on the day, which is the one every figure counts.",
  })
  latest?: boolean | null;

  @Field(() => MetricIdEnum, { nullable: true, description: 'Only the cases that this figure counts.' })
  countedIn?: MetricId | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Cases with a row, or a row of their unit, that this import recorded or withdrew.',
  })
  changedBy?: string | null;
}

@InputType()
export class CaseOrder {
  @Field(() => CaseOrderFieldEnum)
  by!: CaseOrderFieldName;

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  descending?: boolean | null;
}
