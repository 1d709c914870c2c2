import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CHART_KINDS, type ChartKind } from './kinds.ts';

export const ChartKindEnum = Object.fromEntries(CHART_KINDS.map((kind) => [kind, kind])) as Record<
  ChartKind,
  ChartKind
>;
registerEnumType(ChartKindEnum, { name: 'ChartKind', description: 'A chart of the overview.' });

@ObjectType({
  simpleResolvers: true,
  description: 'A chart as a picture, 156 mm wide, drawn when its URL is requested.',
})
export class ChartPicture {
  @Field(() => String, { description: 'On this server; text stays text.' })
  svgUrl!: string;

  @Field(() => String, { description: 'On this server; 300 dpi.' })
  pngUrl!: string;

  @Field(() => String, { description: 'Hex SHA-256 of the figures and their context.' })
  digest!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Text alternative: what the chart shows, with its figures.' })
  alt!: string;
}
