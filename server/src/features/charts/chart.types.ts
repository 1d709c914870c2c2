import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CHART_KINDS, type ChartKind } from './kinds.ts';

export const ChartKindEnum = Object.fromEntries(CHART_KINDS.map((kind) => [kind, kind])) as Record<
  ChartKind,
  ChartKind
>;
registerEnumType(ChartKindEnum, { name: 'ChartKind', description: 'A chart of the overview.' });

@ObjectType({
  simpleResolvers: true,
  description: 'A chart as a picture, 156 mm wide; drawn when an address is opened.',
})
export class ChartPicture {
  @Field(() => String, { description: 'On this server; text stays text.' })
  svgUrl!: string;

  @Field(() => String, { description: 'On this server; 300 dpi.' })
  pngUrl!: string;

  @Field(() => String, { description: 'SHA-256 over the figures and what they are figures of, hex.' })
  digest!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'What it shows and its figures in words, for readers who do not see it.' })
  alt!: string;
}
