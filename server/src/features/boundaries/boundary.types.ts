import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../graphql-types/scalars.ts';

/** What is known of where a unit lies on a day, drawn to a grid. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The location of a unit, from the map that its office imported. Coordinates are whole numbers of 10^-decimals of a degree; ' +
    'neighbours that share vertices in the file share them here.',
})
export class Boundary {
  @Field(() => [[Int]], {
    description:
      'Closed outlines of its area, holes among them (fill even-odd); empty if only its site is known. Each is one list: ' +
      'longitude and latitude of a first vertex, then the steps to the next ones. The last vertex is not repeated.',
  })
  rings!: readonly (readonly number[])[];

  @Field(() => [Int], { nullable: true, description: 'Longitude and latitude of where a village stands.' })
  site!: readonly number[] | null;

  @Field(() => Int)
  decimals!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the area, or of the site if there is no area. Null if it has no start.',
  })
  effectiveOn!: string | null;

  @Field(() => Boolean, { description: 'Whether its office marked it as illustrative rather than a real boundary.' })
  illustrative!: boolean;
}
