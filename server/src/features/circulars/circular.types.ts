import { GraphQLJSON } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Lang } from '../../domain/text.ts';
import { LangEnum, same } from '../../graphql-types/enums.ts';
import { MetricIdEnum } from '../../graphql-types/metric-enums.ts';
import { DateScalar, DateTimeScalar } from '../../graphql-types/scalars.ts';
import type { MetricId } from '../../metrics/index.ts';
import type { EditionRow, CircularRow } from './circular.store.ts';
import { SECTIONS, type SectionId } from './sentences/sentence.ts';

export const CircularStatusEnum = same(['DRAFT', 'SEALED', 'AMENDING']);
export type CircularStatusName = keyof typeof CircularStatusEnum;
registerEnumType(CircularStatusEnum, {
  name: 'CircularStatus',
  description: 'DRAFT: never sealed. AMENDING: sealed, with a new edition in progress.',
});

export const CircularSectionEnum = same(SECTIONS);
registerEnumType(CircularSectionEnum, { name: 'CircularSection', description: 'A part of the text of a circular.' });

export const ConcernEnum = same([
  'NO_DATA',
  'NEGATIVE',
  'EMPTY_LIST',
  'NO_PREVIOUS',
  'UNKNOWN_CASE',
  'CASE_RECTIFIED',
  'NOT_ENTERED',
  'ILLUSTRATIVE',
  'UNBOUND_NUMBER',
  'NO_LONGER_HOLDS',
  'PLAN_PASSED',
  'LEFT_OUT',
  'NO_ENGLISH',
  'ISSUED_BEFORE_CUT_OFF',
  'NO_GLYPH',
]);
export type ConcernName = keyof typeof ConcernEnum;
registerEnumType(ConcernEnum, {
  name: 'CircularConcern',
  description: 'Something to check before a circular is sent.',
});

@ObjectType({ simpleResolvers: true, description: 'A figure in the text, written from the metrics.' })
export class CircularFigure {
  @Field(() => ID)
  key!: string;

  @Field(() => String, { description: 'As it is printed.' })
  text!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => MetricIdEnum, { nullable: true })
  metric!: MetricId | null;

  @Field(() => ID, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The exact decimal or date; null for names and words.' })
  value!: string | null;

  @Field(() => Boolean)
  illustrative!: boolean;

  @Field(() => ConcernEnum, { nullable: true })
  concern!: ConcernName | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something to check before the circular is sent.',
})
export class CircularWarning {
  @Field(() => ConcernEnum)
  code!: ConcernName;

  @Field(() => String)
  message!: string;

  @Field(() => ID, { nullable: true, description: 'The figure it concerns.' })
  key!: string | null;

  @Field(() => Int, { nullable: true, description: 'Heading or paragraph of the text, from 1.' })
  paragraph!: number | null;

  @Field(() => Boolean, {
    description: 'The sentence contradicts the figures. The circular cannot be sealed until it is corrected.',
  })
  blocks!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A draft, with its current figures.' })
export class CircularDraft {
  @Field(() => Int)
  revision!: number;

  @Field(() => DateTimeScalar)
  updatedAt!: string;

  @Field(() => GraphQLJSON, {
    description: 'Head, annexes and body (ProseMirror). A figure is stored as a key and a binding.',
  })
  content!: unknown;

  row!: CircularRow;
}

@ObjectType({ simpleResolvers: true, description: 'Something a figure can be bound to, and the text it would print.' })
export class BindingChoice {
  @Field(() => String)
  label!: string;

  @Field(() => String)
  text!: string;

  @Field(() => String)
  definition!: string;

  @Field(() => GraphQLJSON)
  bind!: unknown;

  @Field(() => String, { description: 'The family of a metric, or names, counts, days, cases (those outstanding).' })
  group!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A reason why a figure changed, and the number of rows behind it.' })
export class ErratumCause {
  @Field(() => String, {
    description:
      'CORRECTED, LATE, WITHDRAWN and MOVED concern ledger rows. Others: DEFINITION, REBOUND, REMOVED, ADDED, REWORDED, RANKS, REDRAWN, OTHER.',
  })
  kind!: string;

  @Field(() => Int)
  rows!: number;

  @Field(() => [String], { description: 'The first rows in words; at most 3.' })
  records!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A figure, sentence or chart that differs from the previous edition.',
})
export class ErratumLine {
  @Field(() => ID)
  key!: string;

  @Field(() => String)
  place!: string;

  @Field(() => String)
  before!: string;

  @Field(() => String)
  after!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => [ErratumCause])
  causes!: readonly ErratumCause[];
}

@ObjectType({ simpleResolvers: true, description: 'A sealed edition: its files never change.' })
export class CircularEdition {
  @Field(() => Int)
  edition!: number;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  title!: string;

  @Field(() => DateTimeScalar)
  sealedAt!: string;

  @Field(() => String)
  sealedBy!: string;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateTimeScalar, { description: 'The version of the data its figures come from.' })
  knownAt!: string;

  @Field(() => String, { description: 'Hex SHA-256 of the sealed content.' })
  digest!: string;

  row!: EditionRow;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A staged circular (通报): written from the metrics, edited, sealed.',
})
export class Circular {
  @Field(() => ID)
  id!: string;

  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => DateScalar)
  asOf!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The date from which changes are counted.' })
  previousAsOf!: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => CircularStatusEnum)
  status!: CircularStatusName;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar)
  updatedAt!: string;

  @Field(() => [CircularEdition])
  editions!: CircularEdition[];

  row!: CircularRow;
}

@InputType()
export class DraftCircularInput {
  @Field(() => ID)
  campaign!: string;

  @Field(() => ID, { nullable: true, description: "A town or above. Defaults to the campaign's own unit." })
  unit?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Cut-off date. Defaults to the campaign's default day." })
  asOf?: string | null;

  @Field(() => LangEnum, { defaultValue: 'zh' })
  lang?: Lang;

  @Field(() => [CircularSectionEnum], { nullable: true, description: 'Defaults to all.' })
  sections?: SectionId[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Date from which changes are counted. Defaults to the cut-off of the last sealed circular, or to the end of the previous month.',
  })
  previous?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the cut-off by which the organisations named must reply. Defaults to 10.',
  })
  replyDays?: number | null;

  @Field(() => DateScalar, { nullable: true, description: "Date printed on it. Defaults to the office's setting." })
  issuedOn?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class CircularFault {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true, description: 'Path in the content.' })
  place!: string | null;

  @Field(() => Int, { nullable: true, description: 'Heading or paragraph of the text, from 1.' })
  paragraph!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'The result of a change. Nothing was changed unless ok is true.' })
export class CircularOutcome {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => CircularFault, { nullable: true })
  error!: CircularFault | null;

  @Field(() => Circular, { nullable: true })
  circular!: Circular | null;
}
