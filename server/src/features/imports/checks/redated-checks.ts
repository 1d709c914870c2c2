import { factColumns, locatedTable } from '../facts/located.sql.ts';
import type { SheetSpec } from '../sheets/index.ts';
import type { StagedSheet } from '../staging/stage-sheet.ts';
import { hinted, type SetCheck } from './set-check.ts';

/** Sheets whose rows add up, with the day in their identity, and the column that a row may be taken back by: 0. */
const ADDED_UP: Readonly<Record<string, string | null>> = {
  team: 'count',
  supports: 'count',
  venue_funds: 'amount_yuan',
  project_funds: 'amount_yuan',
  activities: 'count',
  visits: null,
};

/**
 * New rows that say of another day what is on record already. Whoever corrects a day makes a second row, because the day
 * is part of a row's identity, and both would count. A known row that the file says again is meant to stay.
 */
export function redatedChecks({ sheet, kept }: StagedSheet): SetCheck[] {
  const takenBackBy = ADDED_UP[sheet.key];
  if (takenBackBy === undefined) return [];
  const compared = factColumns(sheet).filter((name) => !kept.has(name) && name !== 'illustrative');
  const located = locatedTable(sheet);
  return [
    {
      sheet,
      column: sheet.effective,
      code: 'LOOKS_LIKE_REDATED',
      severity: 'warning',
      sql: `select distinct on (l.row_no) l.row_no, l.day::text as value, f.effective_on::text as hint from ${located} l
        join ${sheet.table} f on f.superseded_at = 'infinity' and f.county_code = l.home and ${sameAs(sheet, compared)}
        where l.old_id is null and not l.broken and f.effective_on <> l.day ${tellsApart(sheet, kept)}
          and not exists (select 1 from ${located} again where again.old_id = f.id and again.home = f.county_code)
        order by l.row_no, abs(f.effective_on - l.day)`,
      expected:
        takenBackBy === null
          ? hinted(
              '确是另一次；若是更正{}那一行的日期，两行都会计入',
              'another one; if it re-dates the row of {}, both count',
            )
          : hinted(
              `确是另一次；若是更正日期，请把{}的那一行也列上，${titleOf(sheet, takenBackBy)}填0，否则两行都会计入`,
              `another one; if it re-dates the row of {}, give that row as well, with ${takenBackBy} 0, or both count`,
            ),
      message: hinted('除日期外与已有的{}那一行完全相同', 'the same but for its day as the row of {} on record'),
    },
  ];
}

/** Columns of the identity with `=`, which an index serves, the others with nulls alike. */
function sameAs(sheet: SheetSpec, compared: readonly string[]): string {
  const identity = new Set(sheet.columns.filter((column) => column.identity).map(({ target }) => target));
  return compared
    .map((name) => `f.${name} ${identity.has(name) ? '=' : 'is not distinct from'} l.${name}`)
    .join(' and ');
}

/** Visits are alike as a rule, one a month with one problem solved: only what is said of a visit tells it again. */
const tellsApart = (sheet: SheetSpec, kept: ReadonlySet<string>): string =>
  sheet.key !== 'visits' ? '' : kept.has('note') ? 'and false' : 'and l.note is not null';

const titleOf = (sheet: SheetSpec, key: string): string =>
  `“${sheet.columns.find((column) => column.key === key)?.zh ?? key}”`;
