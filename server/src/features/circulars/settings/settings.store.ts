import { sql } from 'kysely';
import type { RecorderDb, ViewerDb } from '../../../database/handles.ts';
import type { Lang } from '../../../domain/text.ts';
import { isUnder, knownNow } from '../../../ledger/temporal/index.ts';
import type { OrgUnit } from '../../units/index.ts';
import type { Dated } from './derive-settings.ts';

export const SETTING_NAMES = ['issuer', 'issuerCode', 'addressees', 'copies', 'printedBy'] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** What an office keeps; null is as derived, '' is none. */
export type KeptSettings = Readonly<Record<SettingName, string | null>> & { readonly dated: Dated | null };

export interface KeptRow extends KeptSettings {
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** What an office has kept; null if nothing. */
export async function findSettings(db: ViewerDb, unit: string, lang: Lang): Promise<KeptRow | null> {
  const { rows } = await sql<KeptRow>`/* circulars.settings */
    select issuer, issuer_code as "issuerCode", addressees, copies, printed_by as "printedBy", dated,
      updated_at as "updatedAt", updated_by as "updatedBy"
    from circular_settings where unit_code = ${unit} and lang = ${lang}`.execute(db);
  return rows[0] ?? null;
}

/** Keeps the settings of an office in the place of those before; settings without values are not stored. */
export async function keepSettings(
  db: RecorderDb,
  unit: string,
  lang: Lang,
  { issuer, issuerCode, addressees, copies, printedBy, dated }: KeptSettings,
): Promise<void> {
  const values = [issuer, issuerCode, addressees, copies, printedBy, dated];
  if (values.every((value) => value === null)) {
    await sql`/* circulars.forget_settings */
      delete from circular_settings where unit_code = ${unit} and lang = ${lang}`.execute(db);
    return;
  }
  await sql`/* circulars.keep_settings */
    insert into circular_settings
      (unit_code, lang, issuer, issuer_code, addressees, copies, printed_by, dated, updated_at, updated_by)
    values (${unit}, ${lang}, ${sql.join(values)}, clock_timestamp(), ${db.principal.name})
    on conflict (unit_code, lang) do update set issuer = excluded.issuer, issuer_code = excluded.issuer_code,
      addressees = excluded.addressees, copies = excluded.copies, printed_by = excluded.printed_by,
      dated = excluded.dated, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(db);
}

/** Whether a unit (挂钩帮扶单位) answers for an organisation of the ledger under a unit. */
export async function hasResponsibleUnits(db: ViewerDb, { code, level }: OrgUnit): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`/* circulars.responsible_units */
    select exists (select from contacts k
      join cases c on c.county_code = k.county_code and c.case_no = k.case_no and ${knownNow('c')}
      join org_unit_version v on v.code = c.unit_code
      where k.role = 'unit' and ${knownNow('k')} and ${isUnder('v', level, code)}) as any`.execute(db);
  return rows[0]!.any;
}
