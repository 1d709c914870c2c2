import { factColumns, identityOf, locatedTable } from '../facts/located.sql.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { hinted, type SetCheck } from './set-check.ts';

/** Sheets whose rows add up to figures. */
const ADDED_UP: ReadonlySet<string> = new Set([
  'team',
  'supports',
  'visits',
  'venues',
  'venue_funds',
  'project_funds',
  'operating_funds',
  'economy',
  'remuneration',
]);

/**
 * New rows that say of another unit, source, role or year what a row on record says that the file, which repeats most of the
 * others, no longer holds. Whoever corrects a part of a row's identity makes a second row, and both would count. Days are
 * left to `redatedChecks`.
 */
export function renamedChecks({ sheet, kept }: StagedSheet): SetCheck[] {
  if (!ADDED_UP.has(sheet.key)) return [];
  const located = locatedTable(sheet);
  const identity = identityOf(sheet);
  const others = identity.filter((name) => name !== 'effective_on');
  const content = factColumns(sheet).filter(
    (name) => !identity.includes(name) && !kept.has(name) && name !== 'illustrative',
  );
  const together = sheet.scope === 'of-campaign-unit' ? 'f.campaign = l.campaign' : 'true';
  const differing = others.map((name) => `(f.${name} is distinct from l.${name})::int`).join(' + ');
  return [
    {
      sheet,
      column: sheet.scope === 'of-case' ? 'case_no' : 'unit_code',
      code: 'LOOKS_LIKE_CORRECTED',
      severity: 'warning',
      sql: `with known as (
          select f.*, exists (select from ${located} l where l.old_id = f.id and l.home = f.county_code) as again
          from ${sheet.table} f
          where f.superseded_at = 'infinity' and exists (select from ${located} l where l.home = f.county_code and ${together})
        ), most as (select count(*) filter (where again) * 2 >= count(*) as repeated from known)
        select distinct on (l.row_no) l.row_no, concat_ws(' ', ${others.map((name) => `l.${name}`).join(', ')}) as value,
          concat_ws(' ', ${others.map((name) => `f.${name}`).join(', ')}) as hint
        from ${located} l
        join known f on not f.again and f.county_code = l.home and f.effective_on = l.day and ${together}
          ${content.map((name) => `and f.${name} is not distinct from l.${name}`).join(' ')}
        where (select repeated from most) and l.old_id is null and not l.broken and ${differing} = 1
        order by l.row_no`,
      expected: hinted(
        '确是另一条；若是更正“{}”那一行，请把原来那一行也列上并把数量或金额填0，否则两行都会计入',
        'another one; if it corrects the row of “{}”, give that row as well, with 0 for its number or amount, or both count',
      ),
      message: hinted(
        '与已有的“{}”那一行内容相同，而文件中已没有那一行',
        'says what the row of “{}” on record says, which the file no longer holds',
      ),
    },
  ];
}
