import type { Lang } from '../../../domain/text.ts';
import { WallchartError } from '../../../domain/errors.ts';
import type { OrgUnit } from '../../units/index.ts';
import { childKindsOf } from '../child-kinds.ts';
import { keptLine } from '../content/parse-content.ts';
import type { DocumentContext } from '../document-context.ts';
import { unitNamesIn } from '../subject.ts';
import { deriveSettings, type OfficeSettings } from './derive-settings.ts';
import {
  findSettings,
  hasResponsibleUnits,
  keepSettings,
  SETTING_NAMES,
  type KeptSettings,
  type SettingName,
} from './settings.store.ts';

/** The settings of an office as they apply, as they are derived, and what it has kept of its own. */
export interface OfficeContext {
  readonly unit: OrgUnit;
  readonly lang: Lang;
  readonly settings: OfficeSettings;
  readonly derived: OfficeSettings;
  readonly kept: KeptSettings;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
}

type SettingsSource = Pick<DocumentContext, 'db' | 'units'>;

/** What circulars of a unit start with. */
export async function officeSettings(source: SettingsSource, unit: OrgUnit, lang: Lang): Promise<OfficeContext> {
  const [row, childKinds, above, responsible, nameOf] = await Promise.all([
    findSettings(source.db, unit.code, lang),
    childKindsOf(source, unit),
    unit.parentCode === null ? null : source.units.unit.load({ code: unit.parentCode, on: unit.on }),
    hasResponsibleUnits(source.db, unit),
    unitNamesIn(lang),
  ]);
  const derived = deriveSettings({ unit, above, childKinds, hasResponsibleUnits: responsible, nameOf }, lang);
  const kept: KeptSettings = {
    issuer: row?.issuer ?? null,
    issuerCode: row?.issuerCode ?? null,
    addressees: row?.addressees ?? null,
    copies: row?.copies ?? null,
    printedBy: row?.printedBy ?? null,
    dated: row?.dated ?? null,
  };
  const issuer = kept.issuer ?? derived.issuer;
  const ownOffice = lang === 'zh' ? `${issuer}办公室` : `Office of the ${issuer}`;
  const settings: OfficeSettings = {
    issuer,
    issuerCode: (kept.issuerCode ?? derived.issuerCode) || null,
    addressees: (kept.addressees ?? derived.addressees) || null,
    copies: (kept.copies ?? derived.copies) || null,
    printedBy: kept.printedBy ?? ownOffice,
    dated: kept.dated,
  };
  return {
    unit,
    lang,
    settings,
    derived: { ...derived, printedBy: ownOffice },
    kept,
    updatedAt: row?.updatedAt ?? null,
    updatedBy: row?.updatedBy ?? null,
  };
}

/**
 * Keeps the settings of an office; what is as derived is not kept, so that it follows the tree.
 *
 * @throws WallchartError UNKNOWN_UNIT; BAD_INPUT for a village, or for what no line of a document can be
 */
export async function saveSettings(
  documents: DocumentContext,
  code: string,
  lang: Lang,
  input: KeptSettings,
): Promise<OfficeContext> {
  const unit = await requireOffice(documents, code);
  const { derived } = await officeSettings(documents, unit, lang);
  const keep = (name: SettingName): string | null => {
    const value = input[name] === null ? null : keptLine(name, input[name]);
    if (value === '' && (name === 'issuer' || name === 'printedBy')) return null;
    return value === derived[name] || (value === '' && derived[name] === null) ? null : value;
  };
  const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, keep(name)])) as Record<
    SettingName,
    string | null
  >;
  await documents.record((db) => keepSettings(db, unit.code, lang, { ...values, dated: input.dated }));
  return officeSettings(documents, unit, lang);
}

/** A unit that issues circulars, as it is today. */
export async function requireOffice(
  documents: Pick<DocumentContext, 'units' | 'today'>,
  code: string,
): Promise<OrgUnit> {
  const unit = await documents.units.require(code, documents.today);
  if (unit.level <= 4) return unit;
  throw new WallchartError(
    'BAD_INPUT',
    `${unit.name} has no units below it: a circular is that of a town or above. 村（社区）一级不发通报。`,
    { unit: code },
  );
}
