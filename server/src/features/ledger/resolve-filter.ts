import { sql } from 'kysely';
import type { ViewerDb } from '../../database/handles.ts';
import type { Sql } from '../../database/sql.ts';
import { loadPinyinInitials, looksLikeInitials } from '../units/index.ts';
import { wordsOf, type ResolvedFilter } from './case-filter.ts';
import type { CaseListKey } from './case-list.sql.ts';
import type { CaseFilter } from './case.types.ts';

/**
 * A filter with what has to be looked up first.
 *
 * @param counted numbers of the only cases that are listed, as `filter.countedIn` stands for: a query or a `text[]`
 */
export async function resolveFilter(
  db: ViewerDb,
  key: CaseListKey,
  filter: CaseFilter,
  counted: Sql | null,
): Promise<ResolvedFilter> {
  return { filter, counted, namesByInitials: await namesMatching(db, key, wordsOf(filter.text)) };
}

/** For each word of Latin letters, the names of the campaign's units whose initials contain it. */
async function namesMatching(
  db: ViewerDb,
  key: CaseListKey,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = words.filter(looksLikeInitials);
  if (wanted.length === 0) return new Map();
  const initialsOf = await loadPinyinInitials();
  const { rows } = await sql<{ name: string }>`/* ledger.unit_names */
    select distinct v.name from org_unit_version v
    where v.code in (select unit_code from cases where campaign = ${key.campaign})`.execute(db);
  const names = rows.map(({ name }) => name);
  return new Map(wanted.map((word) => [word, names.filter((name) => initialsOf(name).includes(word))]));
}
