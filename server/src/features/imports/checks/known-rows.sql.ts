import { locatedTable } from '../../../recording/writer/located.sql.ts';
import type { SheetSpec } from '../../../ledger/sheets/index.ts';

/**
 * Common table expressions of a check: `known`, the rows on record of the counties (and campaigns) that the sheet of the
 * file speaks of, each with whether the file says it `again`; and `most`, whether the file repeats at least half of them.
 */
export function knownRows(sheet: SheetSpec): string {
  const located = locatedTable(sheet);
  const together = sheet.scope === 'of-campaign-unit' ? 'and f.campaign = l.campaign' : '';
  return `with known as (
      select f.*, exists (select from ${located} l where l.old_id = f.id and l.home = f.county_code) as again
      from ${sheet.table} f
      where f.superseded_at = 'infinity' and exists (select from ${located} l where l.home = f.county_code ${together})
    ), most as (select count(*) filter (where again) * 2 >= count(*) as repeated from known)`;
}
