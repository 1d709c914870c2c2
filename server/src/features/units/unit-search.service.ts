import { sql, type RawBuilder } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import { isUnder, knownNow, validOn } from '../../ledger/temporal/index.ts';
import { loadPinyinInitials, looksLikeInitials } from './pinyin-initials.ts';
import { UNIT_COLUMNS, unitOfRow, type UnitRow } from './unit.service.ts';
import type { OrgUnit } from './unit.types.ts';

export interface UnitSearch {
  readonly text: string;
  readonly first: number;
  /** Only this unit and what is below it; null for the whole tree. */
  readonly within: OrgUnit | null;
  /** The day of the tree. */
  readonly on: string;
}

/**
 * Finds units by part of the Chinese name, by the start of the code, or by pinyin initials (`djz` finds 大济镇).
 *
 * @returns at most `first` units: exact names first, then names that start so, then higher levels, in code order
 */
export async function searchUnits(db: ViewerDb, search: UnitSearch): Promise<OrgUnit[]> {
  const text = search.text.trim();
  if (text === '' || search.first === 0) return [];
  if (/^\d+$/.test(text)) return byCode(db, search, text);
  if (looksLikeInitials(text)) return byInitials(db, search, text.toLowerCase());
  return byName(db, search, text);
}

function inTree(search: UnitSearch): RawBuilder<unknown> {
  const { within, on } = search;
  const below = within ? isUnder('v', within.level, within.code) : sql`true`;
  return sql`${knownNow('v')} and ${validOn('v', sql`${on}::date`)} and ${below}`;
}

async function byCode(db: ViewerDb, search: UnitSearch, prefix: string): Promise<OrgUnit[]> {
  const { rows } = await sql<UnitRow>`/* units.search_code */
    select ${UNIT_COLUMNS} from org_unit_version v
    where v.code like ${`${prefix}%`} and ${inTree(search)}
    order by v.level, v.code limit ${search.first}`.execute(db);
  return rows.map((row) => unitOfRow(row, search.on));
}

async function byName(db: ViewerDb, search: UnitSearch, text: string): Promise<OrgUnit[]> {
  const pattern = text.replace(/[\\%_]/g, String.raw`\$&`);
  const { rows } = await sql<UnitRow>`/* units.search_name */
    select ${UNIT_COLUMNS} from org_unit_version v
    where v.name ilike ${`%${pattern}%`} and ${inTree(search)}
    order by v.name = ${text} desc, v.name ilike ${`${pattern}%`} desc, v.level, v.code limit ${search.first}`.execute(
    db,
  );
  return rows.map((row) => unitOfRow(row, search.on));
}

async function byInitials(db: ViewerDb, search: UnitSearch, initials: string): Promise<OrgUnit[]> {
  const initialsOf = await loadPinyinInitials();
  const { rows: names } = await sql<{ name: string }>`/* units.names */
    select distinct v.name from org_unit_version v where ${inTree(search)}`.execute(db);
  const matching = names.map((row) => row.name).filter((name) => initialsOf(name).includes(initials));
  if (matching.length === 0) return byName(db, search, initials);
  const { rows } = await sql<UnitRow>`/* units.search_initials */
    select ${UNIT_COLUMNS} from org_unit_version v
    where v.name = any(${matching}::text[]) and ${inTree(search)}
    order by v.level, v.code`.execute(db);
  const startsSo = (row: UnitRow): number => (initialsOf(row.name).startsWith(initials) ? 0 : 1);
  return rows
    .toSorted((a, b) => startsSo(a) - startsSo(b) || a.level - b.level)
    .slice(0, search.first)
    .map((row) => unitOfRow(row, search.on));
}
