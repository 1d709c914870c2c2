import type { Db, Row } from '../database.ts';
import type { UnitKind } from '../vocabulary.ts';
import { recordOf, type RecordInput } from './record.ts';

export interface UnitInput extends RecordInput {
  /** 2, 4, 6, 9 or 12 digits. */
  code: string;
  name?: string;
  /** Default: by the code (docs/domain.md#divisions). */
  kind?: UnitKind;
  /** Default: the code without its last part; null for a root. */
  parentCode?: string | null;
  population?: number | null;
  members?: number | null;
  validFrom?: string;
  validTo?: string;
}

const LENGTHS = [2, 4, 6, 9, 12];

/** Inserts a version of a unit; its level and level columns follow from its code. */
export async function buildUnit(db: Db, input: UnitInput): Promise<Row<'org_unit_version'>> {
  const { code } = input;
  const level = LENGTHS.indexOf(code.length) + 1;
  const parentCode =
    input.parentCode === undefined ? (LENGTHS[level - 2] ? code.slice(0, LENGTHS[level - 2]) : null) : input.parentCode;
  const codes = parentCode === null ? [code] : [parentCode, code];
  await db
    .insertInto('org_unit')
    .values(codes.map((each) => ({ code: each })))
    .onConflict((on) => on.doNothing())
    .execute();
  const at = (place: number): string | null =>
    place < level ? code.slice(0, LENGTHS[place - 1]) : place === level ? code : null;
  return db
    .insertInto('org_unit_version')
    .values({
      code,
      name: input.name ?? `单位${code}`,
      kind: input.kind ?? kindOf(code),
      level,
      parent_code: parentCode,
      province_code: at(1),
      prefecture_code: at(2),
      county_code: at(3),
      town_code: at(4),
      village_code: at(5),
      population: input.population ?? null,
      members: input.members ?? null,
      valid_from: input.validFrom ?? '-infinity',
      valid_to: input.validTo ?? 'infinity',
      ...recordOf(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Division codes: towns 001-099 street, 100-199 town, 200-399 township; villages 001-199 community, 200-399 village. */
export function kindOf(code: string): UnitKind {
  const last = Number(code.slice(-3));
  switch (code.length) {
    case 2:
      return 'province';
    case 4:
      return 'prefecture';
    case 6:
      return 'county';
    case 9:
      return last < 100 ? 'street' : last < 200 ? 'town' : last < 400 ? 'township' : 'other';
    default:
      return last < 200 ? 'community' : last < 400 ? 'village' : 'other';
  }
}
