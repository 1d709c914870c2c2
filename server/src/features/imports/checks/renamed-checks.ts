import { factColumns, identityOf, locatedTable } from '../../../recording/writer/located.sql.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { knownRows } from './known-rows.sql.ts';
import { hinted, type SetCheck } from '../../../recording/checks/set-check.ts';

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
 * others, no longer holds. Correcting a part of a row's identity creates a second row, and both would count. Days are
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
      namesRecord: true,
      sql: `${knownRows(sheet)}
        select distinct on (l.row_no) l.row_no, concat_ws(' ', ${others.map((name) => `l.${name}`).join(', ')}) as value,
          concat_ws(' ', ${others.map((name) => `f.${name}`).join(', ')}) as hint,
          f.county_code || ':' || f.id as on_record
        from ${located} l
        join known f on not f.again and f.county_code = l.home and f.effective_on = l.day and ${together}
          ${content.map((name) => `and f.${name} is not distinct from l.${name}`).join(' ')}
        where (select repeated from most) and l.old_id is null and not l.broken and ${differing} = 1
        order by l.row_no`,
      expected: hinted(
        '确是另一条；若是更正“{}”那一行，请撤回那一行（把它列上，“操作”填“撤回”），否则两行都会计入',
        'a different row; if it corrects the row of “{}”, withdraw that row (with the action withdraw), otherwise both count',
      ),
      message: hinted(
        '与已有的“{}”那一行内容相同，而文件中已没有那一行',
        'has the same content as the existing row of “{}”, which is no longer in the file',
      ),
    },
  ];
}
