import { identityOf } from '../writer/located.sql.ts';
import { wordOf } from '../../ledger/sheets/coded-words.ts';
import { SHEETS, type SheetSpec } from '../../ledger/sheets/index.ts';
import { cases, transitions } from '../../ledger/sheets/case-sheets.ts';
import { campaigns, units } from '../../ledger/sheets/tree-sheets.ts';
import { stageTable } from '../writer/stage-table.ts';
import { always, hinted, type SetCheck } from '../checks/set-check.ts';
import { isOfCase, sameIdentity, withdrawingTable } from './withdrawals.sql.ts';

const identity = (sheet: SheetSpec, alias: string): string =>
  `concat_ws(' / ', ${identityOf(sheet)
    .map((name) => `nullif(${alias}.${name}::text, '-infinity')`)
    .join(', ')})`;

const action = 'action';

/** Checks of the rows of a sheet that withdraw others, before anything is withdrawn. */
export function withdrawingChecks(sheet: SheetSpec): SetCheck[] {
  const table = withdrawingTable(sheet);
  const check = (rest: Omit<SetCheck, 'sheet' | 'column'>): SetCheck => ({ sheet, column: action, ...rest });
  const checks = [
    check({
      code: 'NOTHING_TO_WITHDRAW',
      sql: `select w.row_no, ${identity(sheet, 'w')} as value, null as hint from ${table} w
        where not w.broken and not exists (select from ${sheet.table} f where ${sameIdentity(sheet, 'f', 'w')})`,
      expected: always(
        '按库中那一行原样填写判重列，或删去这一行',
        'the identity exactly as recorded, or remove this row',
      ),
      message: always('要撤回的这一行不在库中', 'the row to withdraw does not exist'),
    }),
    check({
      code: 'WITHDRAWN_AND_GIVEN',
      sql: `select w.row_no, ${identity(sheet, 'w')} as value, s.row_no as hint
        from ${table} w join ${stageTable(sheet)} s on ${sameIdentity(sheet, 's', 'w')}`,
      expected: always(
        '更正只列新的一行；撤回只列要撤回的一行',
        'only the new row for a correction; only the withdrawn row for a withdrawal',
      ),
      message: hinted('第{}行又列了同一条记录', 'row {} repeats the same record'),
    }),
  ];
  if (!isOfCase(sheet) && sheet.scope !== 'cases') return checks;
  return [
    ...checks,
    check({
      code: 'AMBIGUOUS_CASE',
      sql: `select w.row_no, w.case_no as value, count(distinct f.county_code) as hint
        from ${table} w join ${sheet.table} f on f.superseded_at = 'infinity' and ${sameIdentity(sheet, 'f', 'w')}
        group by w.row_no, w.case_no having count(distinct f.county_code) > 1`,
      expected: always('在整顿档案页面撤回', 'withdraw it on the case page'),
      message: hinted('有{}个县用同一编号', '{} counties use this case number'),
    }),
  ];
}

const OF_CASE = SHEETS.filter(isOfCase);

/** Says what was withdrawn beyond the rows that the file names. Needs `withdrawn_row`. */
export const WITHDRAWN_NOTES: readonly SetCheck[] = [
  {
    sheet: transitions,
    column: 'effective_on',
    code: 'TRANSITION_REDATED',
    severity: 'warning',
    sql: `select w.row_no, s.effective_on::text as value, w.case_no || ' ' || f.state || ' ' || f.effective_on as hint
      from withdrawn_row w join transitions f on f.county_code = w.county_code and f.id = w.id
      join stage_transitions s on s.row_no = w.row_no
      where w.sheet = 'transitions' and w.why = 'redated'`,
    expected: always(
      '确为更正日期；否则请把原来那一行也列上',
      'a corrected date; if it is not a correction, include the existing row as well',
    ),
    message: (hint) => {
      const [caseNo = '', state = '', day = ''] = hint.split(' ');
      const word = wordOf('caseState', state);
      return {
        zh: `${caseNo}“${word.zh}”的日期由 ${day} 更正为本行日期`,
        en: `${caseNo}: the date of “${word.en}” is corrected from ${day}`,
      };
    },
  },
  {
    sheet: cases,
    column: action,
    code: 'WITHDRAWN_WITH_CASE',
    severity: 'warning',
    sql: `select min(w.row_no) as row_no, w.case_no as value, count(o.id) as hint from withdrawn_row w
      join withdrawn_row o on o.why = 'case' and o.county_code = w.county_code and o.case_no = w.case_no
      where w.sheet = 'cases' group by w.county_code, w.case_no`,
    expected: hinted(
      '撤回整个个案；所在单位的场所、经费等行不随之撤回，如需撤回请另列（共 {} 行随个案撤回）',
      'withdraw the whole case with its {} rows; rows of its unit, such as venues and funds, stay unless you withdraw them too',
    ),
    message: hinted(
      '随个案撤回进度、措施、走访等{}行',
      '{} rows of progress, measures, visits … are withdrawn with the case',
    ),
  },
];

/** What must not be withdrawn, since other rows on record still rest on it. */
export const STILL_IN_USE: readonly SetCheck[] = [
  {
    sheet: cases,
    column: action,
    code: 'STILL_IN_USE',
    sql: `select w.row_no, w.case_no as value, string_agg(c.case_no, '、' order by c.case_no) as hint from withdrawn_row w
      join cases c on c.county_code = w.county_code and c.relapse_of = w.case_no and c.superseded_at = 'infinity'
        and not exists (select from stage_cases s where s.case_no = c.case_no)
      where w.sheet = 'cases' group by w.row_no, w.case_no`,
    expected: hinted('先撤回个案 {}，或更正其“反弹自”', 'withdraw case {} first, or correct its relapse_of'),
    message: hinted('编号 {} 的“反弹自”是这一编号', 'case {} is a relapse of this case'),
  },
  {
    sheet: campaigns,
    column: action,
    code: 'STILL_IN_USE',
    sql: `select w.row_no, v.campaign as value, u.sheet || ' ' || sum(u.rows) as hint from withdrawn_row w
      join campaign_version v on v.id = w.id
      join (${SHEETS.filter(({ scope }) => scope === 'cases' || scope === 'of-campaign-unit')
        .map(
          ({ key, table }) => `select '${key}' as sheet, campaign, count(*) as rows from ${table}
          where superseded_at = 'infinity' group by campaign`,
        )
        .join(' union all ')}) u on u.campaign = v.campaign
      where w.sheet = 'campaigns' group by w.row_no, v.campaign, u.sheet`,
    ...stillUsed('批次', 'campaign'),
  },
];

/** Units that are withdrawn for some time, though rows on record or units below name them then. Needs `unit_segment`. */
export const UNITS_IN_USE: SetCheck = {
  sheet: units,
  column: action,
  code: 'STILL_IN_USE',
  sql: `select w.row_no, w.code as value, u.sheet || ' ' || count(*) as hint from withdrawing_units w
    join (${[
      ...SHEETS.filter(({ scope }) => scope === 'cases' || scope === 'of-campaign-unit' || scope === 'of-unit').map(
        ({ key, table, effective }) => `select '${key}' as sheet, unit_code as code, effective_on as first,
          ${effective === 'year' ? `effective_on + interval '1 year'` : 'effective_on + 1'} as until from ${table}
          where superseded_at = 'infinity' and unit_code in (select code from withdrawing_units)`,
      ),
      `select 'campaigns', unit_code, start_on, start_on + 1 from campaign_version where superseded_at = 'infinity'`,
      `select 'units', parent_code, valid_from, valid_to from unit_segment where parent_code is not null`,
    ].join(' union all ')}) u on u.code = w.code
    where not w.broken and not exists (
      select from unit_segment s where s.code = u.code and s.valid_from < u.until and u.first < s.valid_to)
    group by w.row_no, w.code, u.sheet`,
  ...stillUsed('单位', 'unit'),
};

function stillUsed(zh: string, en: string): Pick<SetCheck, 'expected' | 'message'> {
  const at = (hint: string): { title: string; key: string; rows: string } => {
    const [key = '', rows = ''] = hint.split(' ');
    return { key, rows, title: SHEETS.find((sheet) => sheet.key === key)?.zh ?? key };
  };
  return {
    expected: (hint) => ({
      zh: `先撤回或更正“${at(hint).title}”中的这些行`,
      en: `withdraw or correct these rows of ${at(hint).key} first`,
    }),
    message: (hint) => ({
      zh: `“${at(hint).title}”中还有${at(hint).rows}行属于这一${zh}`,
      en: `${at(hint).rows} rows of ${at(hint).key} still refer to this ${en}`,
    }),
  };
}

export { OF_CASE };
