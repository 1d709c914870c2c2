import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CIRCULAR_DATES } from '@wallchart/db';
import type { Lang } from '../../../domain/text.ts';
import { LangEnum } from '../../../graphql-types/enums.ts';
import { DateTimeScalar } from '../../../graphql-types/scalars.ts';
import { same } from '../../../graphql-types/enums.ts';
import type { Dated } from './derive-settings.ts';

export const CircularDateEnum = same(CIRCULAR_DATES);
registerEnumType(CircularDateEnum, { name: 'CircularDate', description: 'The date printed on a circular.' });

@ObjectType({ simpleResolvers: true, description: "Everything an office's circulars print around the body text." })
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
    description: 'Null means today if the cut-off is recent, otherwise the cut-off date.',
  })
  dated!: Dated | null;
}

@ObjectType({ simpleResolvers: true, description: "Defaults for a unit's new circulars." })
export class CircularSettings {
  @Field(() => LangEnum)
  lang!: Lang;

  @Field(() => CircularHead)
  settings!: CircularHead;

  @Field(() => CircularHead, {
    description: 'Values derived from the tree and the ledger, used where no setting is saved.',
  })
  derived!: CircularHead;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null if nothing has been saved.' })
  updatedAt!: string | null;

  @Field(() => String, { nullable: true })
  updatedBy!: string | null;
}

@InputType({ description: 'Null or absent uses the derived value; an empty string means none.' })
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

  @Field(() => ID, { nullable: true, description: 'The setting it concerns.' })
  place!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The result of a change. Nothing was changed unless ok is true.' })
export class CircularSettingsOutcome {
  @Field(() => Boolean)
  ok!: boolean;

  @Field(() => CircularSettingsFault, { nullable: true })
  error!: CircularSettingsFault | null;

  @Field(() => CircularSettings, { nullable: true })
  office!: CircularSettings | null;
}
