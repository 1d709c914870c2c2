import { Field, ID, Int, ObjectType } from 'type-graphql';
import { UnitKindEnum, type UnitKindName } from '../../graphql-types/enums.ts';
import { DateScalar } from '../../graphql-types/scalars.ts';

/** One version of a unit, seen from a day of the tree. */
@ObjectType({
  simpleResolvers: true,
  description: 'A unit of the dated tree: province, prefecture, county, town, village …',
})
export class OrgUnit {
  @Field(() => ID, { description: 'Division code, 2 to 12 digits.' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => UnitKindEnum)
  kind!: UnitKindName;

  @Field(() => Int, { description: '1 province, 2 prefecture, 3 county, 4 town, 5 village.' })
  level!: number;

  @Field(() => Int, { nullable: true })
  population!: number | null;

  @Field(() => Int, { nullable: true, description: 'Party members.' })
  members!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of this version; null if it has no start.' })
  validFrom!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day after this version; null while it is in force.',
  })
  validTo!: string | null;

  @Field(() => Boolean, { description: 'Whether any of its content is illustrative.' })
  illustrative!: boolean;

  /** The unit itself is made up, not only something about it. */
  madeUp!: boolean;

  parentCode!: string | null;

  /** Codes of its province, prefecture, county, town and village, its own included; null below its level. */
  levelCodes!: readonly (string | null)[];

  /** The day of the tree it is seen from; its parent and children are those of the same day. */
  on!: string;
}
