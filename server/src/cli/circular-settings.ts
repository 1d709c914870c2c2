import type { ArgsDef } from 'citty';
import { WallchartError } from '../domain/errors.ts';
import { officeSettings, requireOffice, saveSettings, type KeptSettings } from '../features/circulars/index.ts';
import { actingAs } from './acting-as.ts';
import { withDocuments } from './document-context.ts';
import { EXIT, note, say, sayJson } from './output.ts';

/** What "circular settings" can be told to keep; '' is none. */
export const SETTINGS_ARGS = {
  issuer: { type: 'string', valueHint: 'NAME', description: 'settings: issuing office (发文机关).' },
  issuerCode: {
    type: 'string',
    alias: 'issuer-code',
    valueHint: 'CODE',
    description: 'settings: issuer code (机关代字), e.g. 仙委组.',
  },
  addressees: { type: 'string', description: 'settings: addressees (主送).' },
  copies: { type: 'string', description: 'settings: copies to (抄送).' },
  printedBy: { type: 'string', alias: 'printed-by', description: 'settings: printed by (印发机关).' },
  dated: { type: 'enum', options: ['today', 'cut-off'], description: 'settings: date printed on it.' },
  reset: { type: 'boolean', description: 'settings: clear saved values before saving new ones.' },
} satisfies ArgsDef;

const NAMES = ['issuer', 'issuerCode', 'addressees', 'copies', 'printedBy'] as const;
const LABELS = {
  issuer: '发文机关',
  issuerCode: '机关代字',
  addressees: '主送',
  copies: '抄送',
  printedBy: '印发机关',
  dated: '成文日期',
} as const;
const DATES = { today: 'TODAY', 'cut-off': 'CUT_OFF' } as const;

export interface SettingsArgs {
  readonly as: string;
  readonly unit?: string;
  readonly lang?: string;
  readonly issuer?: string;
  readonly issuerCode?: string;
  readonly addressees?: string;
  readonly copies?: string;
  readonly printedBy?: string;
  readonly dated?: string;
  readonly reset?: boolean;
  readonly json?: boolean;
}

/** Shows what circulars of an office start with, having kept what was given. */
export async function officeSettingsCommand(args: SettingsArgs): Promise<number> {
  const { unit } = args;
  if (!unit) {
    note('wallchart circular settings: --unit is required; see wallchart circular --help.');
    return EXIT.usage;
  }
  const lang = args.lang === 'en' ? 'en' : 'zh';
  return withDocuments(actingAs(args.as), async (documents) => {
    const before = await officeSettings(documents, await requireOffice(documents, unit), lang);
    const { settings, derived, kept, updatedAt, updatedBy } = changes(args)
      ? await saveSettings(documents, unit, lang, inputOf(args, before.kept))
      : before;
    if (args.json) sayJson({ unit, lang, settings, derived, kept, updatedAt, updatedBy });
    else {
      for (const name of [...NAMES, 'dated'] as const)
        say(`${LABELS[name]}\t${settings[name] ?? '—'}${kept[name] === null ? '' : ' *'}`);
    }
    return EXIT.done;
  });
}

const changes = (args: SettingsArgs): boolean =>
  args.reset === true || args.dated !== undefined || NAMES.some((name) => args[name] !== undefined);

function inputOf(args: SettingsArgs, kept: KeptSettings): KeptSettings {
  const value = (name: (typeof NAMES)[number]): string | null => args[name] ?? (args.reset ? null : kept[name]);
  const { dated } = args;
  if (dated !== undefined && !Object.hasOwn(DATES, dated))
    throw new WallchartError('BAD_INPUT', `--dated ${dated}: expected today or cut-off.`);
  return {
    issuer: value('issuer'),
    issuerCode: value('issuerCode'),
    addressees: value('addressees'),
    copies: value('copies'),
    printedBy: value('printedBy'),
    dated: dated === undefined ? (args.reset ? null : kept.dated) : DATES[dated as keyof typeof DATES],
  };
}
