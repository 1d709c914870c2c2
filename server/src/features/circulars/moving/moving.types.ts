import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../graphql-types/scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A figure that differs from its sealed value.' })
export class MovedFigure {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  place!: string;

  @Field(() => String)
  before!: string;

  @Field(() => String)
  after!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A sealed circular whose figures have changed since its last edition.',
})
export class MovedCircular {
  @Field(() => ID)
  circular!: string;

  @Field(() => ID)
  campaign!: string;

  @Field(() => ID)
  unit!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => Int)
  edition!: number;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [MovedFigure], { description: 'Each figure once, however often it is printed.' })
  figures!: readonly MovedFigure[];
}
