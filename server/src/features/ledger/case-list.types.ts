import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CaseFacetEnum, type CaseFacetName } from '../../graphql-types/enums.ts';

@ObjectType({ simpleResolvers: true, description: 'How many cases of a list have a value.' })
export class CaseCount {
  @Field(() => CaseFacetEnum)
  by!: CaseFacetName;

  @Field(() => String, { description: 'As CaseFilter takes it: a name of the enum, or the code of a cause or a town.' })
  key!: string;

  @Field(() => Int)
  count!: number;

  /** The day that a town's name is of. */
  treeDay!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where a case is in a list, and the cases beside it.' })
export class CaseNeighbours {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => Int, { nullable: true, description: 'From 1; null when the list does not hold the case.' })
  position!: number | null;

  @Field(() => ID, { nullable: true })
  previous!: string | null;

  @Field(() => ID, { nullable: true })
  next!: string | null;
}
