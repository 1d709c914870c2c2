import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CaseStateEnum, type CaseStateName } from '../../graphql-types/enums.ts';
import { DateScalar, DecimalScalar } from '../../graphql-types/scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'One round of rectification in one unit, e.g. county-2014.' })
export class Campaign {
  @Field(() => ID, { description: 'Its key in the workbook.' })
  id!: string;

  @Field(() => DateScalar)
  startOn!: string;

  @Field(() => DateScalar, { nullable: true })
  deadline!: string | null;

  @Field(() => CaseStateEnum, { description: 'The state from which a case counts as rectified.' })
  rectifiedFrom!: CaseStateName;

  @Field(() => Int, { nullable: true })
  declaredVillages!: number | null;

  @Field(() => Int, { nullable: true })
  declaredCommunities!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Minimum share of villages to identify across the campaign (倒排), e.g. "0.1" for 10 %. Null if there is no quota.',
  })
  villageQuota!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The same for communities.' })
  communityQuota!: string | null;

  @Field(() => Int, { nullable: true, description: 'Visits a month required of each contact leader.' })
  visitsPerMonth!: number | null;

  @Field(() => [String], { description: 'What a complete plan must have in place (the "five ones").' })
  checklist!: string[];

  @Field(() => Boolean)
  illustrative!: boolean;

  nameZh!: string;
  nameEn!: string | null;
  unitCode!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A cause of weakness; the list is reference data.' })
export class Cause {
  @Field(() => ID)
  code!: string;

  nameZh!: string;
  nameEn!: string;
}
