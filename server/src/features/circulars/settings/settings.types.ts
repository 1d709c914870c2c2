import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CIRCULAR_DATES } from '@wallchart/db';
import type { Lang } from '../../../domain/text.ts';
import { LangEnum } from '../../../graphql-types/enums.ts';
import { DateTimeScalar } from '../../../graphql-types/scalars.ts';
import { same } from '../../../graphql-types/enums.ts';
import type { Dated } from './derive-settings.ts';

export const CircularDateEnum = same(CIRCULAR_DATES);
registerEnumType(CircularDateEnum, { name: 'CircularDate', description: 'The day that a circular bears.' });

@ObjectType({ simpleResolvers: true, description: "What stands around the text of an office's circulars." })
export class CircularHead {
  @Field(() => String)
  issuer!: string;

  @Field(() => String, { nullable: true, description: '机关代字: 仙委组 in 仙委组〔2014〕1号.' })
  issuerCode!: string | null;

  @Field(() => String, { nullable: true })
  addressees!: string | null;

  @Field(() => String, { nullable: true })
  copies!: string | null;

  @Field(() => String)
  printedBy!: string;

  @Field(() => CircularDateEnum, {
    nullable: true,
    description: 'Null: today while the cut-off is recent, else the cut-off.',
  })
  dated!: Dated | null;
}

@ObjectType({ simpleResolvers: true, description: 'What new circulars of a unit start with.' })
export class CircularSettings {
  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => CircularHead)
  settings!: CircularHead;

  @Field(() => CircularHead, { description: 'As the tree and the ledger tell it, where nothing is kept.' })
  derived!: CircularHead;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while nothing is kept.' })
  updatedAt!: string | null;

  @Field(() => String, { nullable: true })
  updatedBy!: string | null;
}

@InputType({ description: 'Null, or left out: as derived. Empty: none.' })
export class CircularSettingsInput {
  @Field(() => String, { nullable: true })
  issuer?: string | null;

  @Field(() => String, { nullable: true })
  issuerCode?: string | null;

  @Field(() => String, { nullable: true })
  addressees?: string | null;

  @Field(() => String, { nullable: true })
  copies?: string | null;

  @Field(() => String, { nullable: true })
  printedBy?: string | null;

  @Field(() => CircularDateEnum, { nullable: true })
  dated?: Dated | null;
}

@ObjectType({ simpleResolvers: true })
export class CircularSettingsFault {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => ID, { nullable: true, description: 'The setting it is about.' })
  place!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a change; nothing was changed unless ok.' })
export class CircularSettingsOutcome {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => CircularSettingsFault, { nullable: true })
  error!: CircularSettingsFault | null;

  @Field(() => CircularSettings, { nullable: true })
  office!: CircularSettings | null;
}
