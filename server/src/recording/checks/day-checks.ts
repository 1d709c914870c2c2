import { locatedTable } from '../writer/located.sql.ts';
import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { hinted, type SetCheck } from './set-check.ts';

/** Sheets whose rows say what has happened on a day, of a case or in a campaign; what is planned is not among them. */
const HAPPENED: ReadonlySet<string> = new Set([
  'cases',
  'transitions',
  'visits',
  'evaluations',
  'team',
  'venues',
  'venue_funds',
  'project_funds',
  'good_practices',
]);

const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;

/** New or corrected rows of a day to come, or outside their campaign: a year that was mistyped, as a rule. */
export function dayChecks(sheet: SheetSpec): SetCheck[] {
  if (!HAPPENED.has(sheet.key)) return [];
  const located = locatedTable(sheet);
  const campaign =
    sheet.scope === 'of-case'
      ? 'join eff_case k on k.case_no = l.case_no join eff_campaign c on c.campaign = k.campaign'
      : 'join eff_campaign c on c.campaign = l.campaign';
  const fresh = 'not l.broken and not coalesce(l.same, false)';
  return [
    {
      sheet,
      column: sheet.effective,
      code: 'DAY_IN_FUTURE',
      severity: 'warning',
      sql: `select l.row_no, l.day::text as value, ${TODAY}::text as hint from ${located} l where ${fresh} and l.day > ${TODAY}`,
      expected: hinted('不晚于今天（{}）', 'a date no later than today, {}'),
      message: hinted('日期在今天之后，到那一天才会计入', 'a future date: it counts from that day on'),
    },
    {
      sheet,
      column: sheet.effective,
      code: 'DAY_OUTSIDE_CAMPAIGN',
      severity: 'warning',
      sql: `select l.row_no, l.day::text as value, concat(c.start_on, ' 至 ', c.deadline) as hint from ${located} l ${campaign}
        where ${fresh} and l.day <= ${TODAY} and (l.day < c.start_on or l.day > c.deadline)`,
      expected: (hint) => ({ zh: `批次期限之内：${hint}`, en: `within the campaign: ${hint.replace(' 至 ', ' to ')}` }),
      message: hinted('日期不在批次的起止期限内', 'the date is outside the campaign period'),
    },
  ];
}
