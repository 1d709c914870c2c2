import type { PoolClient } from 'pg';

/** A version of a unit that a feature may mean. */
export interface UnitVersion {
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly county: string;
  /** ISO days, or '-infinity' and 'infinity'. */
  readonly validFrom: string;
  readonly validTo: string;
}

const COLUMNS = `code, name, level, coalesce(county_code, code) as county, valid_from::text as "validFrom", valid_to::text as "validTo"`;

/** Every current version of the units with these codes, and of those that ever bore one of these names. */
const VERSIONS = `/* imports: units of boundaries */
  select ${COLUMNS} from org_unit_version
  where superseded_at = 'infinity' and code in (
    select unnest($1::text[])
    union
    select code from org_unit_version where superseded_at = 'infinity' and name = any($2::text[]))
  order by code, valid_from`;

export interface KnownUnits {
  /** Versions of a unit in the order of their days; empty for an unknown code. */
  readonly versions: (code: string) => readonly UnitVersion[];
  /** Codes of the units that have or had a name. */
  readonly named: (name: string) => readonly string[];
}

/** Loads what features may mean; one statement. */
export async function loadKnownUnits(
  client: PoolClient,
  codes: readonly string[],
  names: readonly string[],
): Promise<KnownUnits> {
  const { rows } = await client.query<UnitVersion>(VERSIONS, [codes, names]);
  const byCode = Map.groupBy(rows, ({ code }) => code);
  const byName = Map.groupBy(rows, ({ name }) => name);
  return {
    versions: (code) => byCode.get(code) ?? [],
    named: (name) => [...new Set(byName.get(name)?.map(({ code }) => code))],
  };
}

/**
 * Spellings of a division code that offices' maps use: as it is; with the country's 156 before it (national map service);
 * padded to twelve digits with zeros (statistics).
 */
export function spellingsOf(code: string): string[] {
  const bare = code.startsWith('156') && code.length > 6 ? [code, code.slice(3)] : [code];
  return bare.flatMap((text) => {
    if (!/^\d{12}$/.test(text)) return [text];
    return [
      text,
      ...(text.endsWith('000000') ? [text.slice(0, 6)] : []),
      ...(text.endsWith('000') ? [text.slice(0, 9)] : []),
    ];
  });
}
