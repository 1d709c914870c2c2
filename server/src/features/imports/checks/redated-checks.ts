import { factColumns, identityOf, locatedTable } from '../../../recording/writer/located.sql.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { knownRows } from './known-rows.sql.ts';
import { hinted, type SetCheck } from '../../../recording/checks/set-check.ts';

/** Sheets with the day in the identity of a row, whose rows add up or are counted. */
const DATED: ReadonlySet<string> = new Set([
  'team',
  'supports',
  'venue_funds',
  'project_funds',
  'activities',
  'visits',
  'evaluations',
]);

/**
 * New rows that repeat an existing row with another date. Correcting a date creates a second row, because the date
 * is part of a row's identity, and both would count. A known row that the file says again is meant to stay. Where the
 * file repeats most of what is on record, a row that it no longer holds need not be the same in all else.
 */
export function redatedChecks({ sheet, kept }: StagedSheet): SetCheck[] {
  if (!DATED.has(sheet.key)) return [];
  const identity = new Set(identityOf(sheet));
  const compared = factColumns(sheet).filter((name) => !kept.has(name) && name !== 'illustrative');
  const located = locatedTable(sheet);
  const same = compared
    .filter((name) => !identity.has(name))
    .map((name) => `f.${name} is not distinct from l.${name}`)
    .join(' and ');
  const but = [...identity].filter((name) => name !== 'effective_on').map((name) => `f.${name} = l.${name}`);
  return [
    {
      sheet,
      column: sheet.effective,
      code: 'LOOKS_LIKE_REDATED',
      severity: 'warning',
      namesRecord: true,
      sql: `${knownRows(sheet)}
        select distinct on (l.row_no) l.row_no, l.day::text as value, f.effective_on::text as hint, f.county_code || ':' || f.id as on_record
        from ${located} l
        join known f on not f.again and f.county_code = l.home and ${but.join(' and ')}
        where l.old_id is null and not l.broken and f.effective_on <> l.day
          and ((select repeated from most) or (${same || 'true'}) ${tellsApart(sheet, kept)})
        order by l.row_no, abs(f.effective_on - l.day)`,
      expected: hinted(
        '确是另一次；若是更正日期，请撤回{}的那一行（把它列上，“操作”填“撤回”），否则两行都会计入',
        'a different row; if it corrects the date of the row of {}, withdraw that row (with the action withdraw), otherwise both count',
      ),
      message: hinted(
        '库中{}的那一行不在本册，可能与本行是同一条',
        'the existing row of {}, which is not in the file, may be this one with another date',
      ),
    },
  ];
}

/** Visits are alike as a rule, one per month with one problem solved: only its note identifies a visit. */
const tellsApart = (sheet: SheetSpec, kept: ReadonlySet<string>): string =>
  sheet.key !== 'visits' ? '' : kept.has('note') ? 'and false' : 'and l.note is not null';
