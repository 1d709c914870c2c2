import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Lang } from '../../../domain/text.ts';
import type { GraphContext } from '../../../graphql-types/context.ts';
import { WallchartError } from '../../../domain/errors.ts';
import { LangEnum } from '../../../graphql-types/enums.ts';
import { WEIGHTS } from '../../../graphql-types/weights.ts';
import { contextOfRequest } from '../context-of-request.ts';
import { officeSettings, requireOffice, saveSettings } from './settings.service.ts';
import { CircularSettings, CircularSettingsInput, CircularSettingsOutcome } from './settings.types.ts';

@Resolver(() => CircularSettings)
export class CircularSettingsResolver {
  @Query(() => CircularSettings, {
    complexity: WEIGHTS.scan,
    nullable: true,
    description:
      'Defaults for new circulars of a unit (a town or above). Fails with UNKNOWN_UNIT if the unit does not exist.',
  })
  async circularSettings(
    @Ctx() ctx: GraphContext,
    @Arg('unit', () => ID) unit: string,
    @Arg('lang', () => LangEnum, { defaultValue: 'zh' }) lang: Lang,
  ): Promise<CircularSettings> {
    const documents = contextOfRequest(ctx);
    return officeSettings(documents, await requireOffice(documents, unit), lang);
  }

  @Mutation(() => CircularSettingsOutcome, {
    complexity: WEIGHTS.scan,
    description: "Saves the defaults for a unit's new circulars. Existing circulars do not change.",
  })
  async saveCircularSettings(
    @Ctx() ctx: GraphContext,
    @Arg('unit', () => ID) unit: string,
    @Arg('lang', () => LangEnum) lang: Lang,
    @Arg('settings', () => CircularSettingsInput) input: CircularSettingsInput,
  ): Promise<CircularSettingsOutcome> {
    const {
      issuer = null,
      issuerCode = null,
      addressees = null,
      copies = null,
      printedBy = null,
      dated = null,
    } = input;
    try {
      const options = { issuer, issuerCode, addressees, copies, printedBy, dated };
      return { ok: true, error: null, office: await saveSettings(contextOfRequest(ctx), unit, lang, options) };
    } catch (error) {
      if (!(error instanceof WallchartError)) throw error;
      const place = typeof error.details?.['place'] === 'string' ? error.details['place'] : null;
      return { ok: false, error: { code: error.code, message: error.message, place }, office: null };
    }
  }
}
