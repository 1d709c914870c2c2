import type { Text } from '../../domain/text.ts';
import { cases, measures } from '../../ledger/sheets/case-sheets.ts';
import { venueFunds } from '../../ledger/sheets/unit-sheets.ts';
import { always, hinted, kindHint, type SetCheck } from './set-check.ts';

/** What every cause means, a line a language. */
const KNOWN_CAUSES = `(select string_agg(code || ' ' || name_zh, '；' order by position) || chr(10)
  || string_agg(code || ' ' || name_en, '; ' order by position) from cause)`;

const oneOf = (hint: string): Text => {
  const [zh = '', en = ''] = hint.split('\n');
  return { zh: `情形之一：${zh}`, en: `one of ${en}` };
};

/** Checks of particular sheets beyond their places. */
export const CASE_CHECKS: readonly SetCheck[] = [
  {
    sheet: cases,
    column: 'unit_code',
    code: 'NOT_AN_ORGANISATION',
    sql: `select row_no, unit_code as value, unit_kind as hint from located_cases where unit_kind not in ('village', 'community', 'other')`,
    expected: always('村、社区或其他基层组织', 'a village, a community or another grass-roots unit'),
    message: kindHint('单位类型是{}', 'the unit is a {}'),
  },
  {
    sheet: cases,
    column: 'case_no',
    code: 'CASE_OF_OTHER_CAMPAIGN',
    sql: `select l.row_no, l.case_no as value, f.campaign || ' ' || f.unit_code as hint from located_cases l
      join cases f on f.id = l.old_id and f.county_code = l.home and f.superseded_at = 'infinity'
      where f.campaign <> l.campaign`,
    expected: always(
      '每个编号只用一次：新批次请另编号（如加年份）',
      'a unique number; for another campaign use a different prefix, such as the year',
    ),
    message: hinted('此编号已用于 {}', 'this number is already used by {}'),
  },
  {
    sheet: cases,
    column: 'case_no',
    code: 'SECOND_CASE',
    severity: 'warning',
    namesRecord: true,
    sql: `with other as (
        select row_no, campaign, unit_code, case_no, relapse_of, effective_on, null as on_record from stage_cases
        union all
        select null, campaign, unit_code, case_no, relapse_of, effective_on, county_code || ':' || id from cases c
        where superseded_at = 'infinity' and exists (select 1 from stage_cases s where s.campaign = c.campaign and s.unit_code = c.unit_code)
          and not exists (select 1 from stage_cases s where s.case_no = c.case_no)
      )
      select distinct on (l.row_no) l.row_no, l.case_no as value, o.case_no as hint, o.on_record from located_cases l
      join other o on o.campaign = l.campaign and o.unit_code = l.unit_code and o.case_no <> l.case_no
      where l.old_id is null and not l.broken and l.relapse_of is null and o.relapse_of is distinct from l.case_no
        and (o.row_no is null or (o.effective_on, o.case_no) < (l.day, l.case_no))
      order by l.row_no, o.case_no`,
    expected: hinted(
      '反弹后重新立案的，请在“反弹自”填{}；若只是更正编号，请撤回原来那一条，否则两条都会留在台账上（统计时只计最近一次认定的一条）',
      'relapse_of {} if the organisation relapsed; if the number was corrected, withdraw the old case, otherwise both stay in the ledger and the one identified last is counted',
    ),
    message: hinted('本批次内该党组织已有台账{}', 'the organisation already has case {} in this campaign'),
  },
  {
    sheet: cases,
    column: 'case_no',
    code: 'CASE_IN_OTHER_COUNTY',
    severity: 'warning',
    namesRecord: true,
    sql: `select distinct on (l.row_no) l.row_no, l.case_no as value, c.unit_code as hint, c.county_code || ':' || c.id as on_record
      from located_cases l join cases c on c.case_no = l.case_no and c.campaign = l.campaign and c.superseded_at = 'infinity'
      where l.old_id is null and not l.broken and c.county_code <> l.home order by l.row_no, c.county_code`,
    expected: hinted(
      '确是另一个个案；若是更正 {} 那一个案的单位，请在导入页面选择更正，否则两个都会计入',
      'another case; if it corrects the unit of the case at {}, choose so on the import page, or both count',
    ),
    message: hinted(
      '本批次内，另一县的 {} 已用此编号',
      'in this campaign {} in another county already uses this number',
    ),
  },
  {
    sheet: cases,
    column: 'primary_cause',
    code: 'UNKNOWN_CAUSE',
    sql: `select row_no, primary_cause as value, ${KNOWN_CAUSES} as hint from located_cases l
      where primary_cause is not null and not exists (select 1 from cause where code = l.primary_cause)`,
    expected: oneOf,
    message: always('没有这个情形，请填代码或名称', 'unknown cause; enter its code or name'),
  },
  {
    sheet: cases,
    column: 'other_causes',
    code: 'UNKNOWN_CAUSE',
    sql: `select distinct on (row_no) row_no, other as value, ${KNOWN_CAUSES} as hint
      from located_cases l, unnest(other_causes) other where not exists (select 1 from cause where code = other) order by row_no`,
    expected: oneOf,
    message: always('没有这个情形，请填代码或名称', 'unknown cause; enter its code or name'),
  },
  {
    sheet: cases,
    column: 'relapse_of',
    code: 'UNKNOWN_CASE',
    sql: `select row_no, relapse_of as value, null as hint from located_cases l
      where relapse_of is not null and not exists (select 1 from eff_case k where k.case_no = l.relapse_of)`,
    expected: always('“台账”表或数据库中已有的编号', 'a case in the sheet cases, or an existing one'),
    message: always('没有这个编号', 'unknown case'),
  },
  {
    sheet: cases,
    column: 'relapse_of',
    code: 'RELAPSE_NOT_RECORDED',
    severity: 'warning',
    sql: `select l.row_no, l.relapse_of as value, null as hint from located_cases l
      join eff_case k on k.case_no = l.relapse_of
      where not exists (select 1 from stage_transitions t where t.case_no = l.relapse_of and t.state = 'relapsed')
        and not exists (select 1 from transitions t where t.county_code = k.county_code and t.case_no = k.case_no
          and t.state = 'relapsed' and t.superseded_at = 'infinity')`,
    expected: always('原编号在“进度”表中有“反弹”', 'a transition of the old case to relapsed'),
    message: always('原编号没有“反弹”的记录', 'the old case is not recorded as relapsed'),
  },
  {
    sheet: measures,
    column: 'done_on',
    code: 'DONE_BEFORE_IDENTIFIED',
    sql: `select row_no, done_on::text as value, identified_on::text as hint from located_measures where done_on < identified_on`,
    expected: hinted('不早于认定日期 {}', 'no earlier than the identification date, {}'),
    message: always('完成早于认定', 'done before the identification date'),
  },
  {
    sheet: measures,
    column: 'due_on',
    code: 'MEASURE_AFTER_DEADLINE',
    severity: 'warning',
    sql: `select l.row_no, l.due_on::text as value, c.deadline::text as hint from located_measures l
      join (
        select case_no, deadline from stage_cases
        union all
        select case_no, deadline from cases f where superseded_at = 'infinity' and case_no in (select case_no from located_measures)
          and not exists (select from stage_cases s where s.case_no = f.case_no)
      ) c on c.case_no = l.case_no
      where not l.broken and not coalesce(l.same, false) and l.done_on is null and l.due_on > c.deadline`,
    expected: hinted('不晚于该党组织的完成时限 {}', 'no later than the deadline of the case, {}'),
    message: always('措施的完成时限晚于该党组织的完成时限', 'the measure is due after the deadline of its case'),
  },
  {
    sheet: cases,
    column: 'deadline',
    code: 'MEASURE_AFTER_DEADLINE',
    severity: 'warning',
    sql: `select l.row_no, l.deadline::text as value, max(m.due_on)::text as hint from located_cases l
      join measures m on m.county_code = l.home and m.case_no = l.case_no and m.superseded_at = 'infinity' and m.done_on is null
      where not l.broken and l.old_id is not null and not l.same and m.due_on > l.deadline
      group by l.row_no, l.deadline`,
    expected: hinted('不早于已有措施的完成时限 {}', 'no earlier than its last measure is due, {}'),
    message: always(
      '完成时限早于已有措施的完成时限',
      'the deadline is earlier than the due dates of recorded measures',
    ),
  },
  {
    sheet: venueFunds,
    column: 'amount_yuan',
    code: 'RAISED_ABOVE_ESTIMATE',
    severity: 'warning',
    sql: `with venue as (
        select campaign, unit_code, estimate_yuan from stage_venues
        union all
        select campaign, unit_code, estimate_yuan from venues v where superseded_at = 'infinity'
          and exists (select 1 from stage_venue_funds s where s.campaign = v.campaign and s.unit_code = v.unit_code)
          and not exists (select 1 from stage_venues s where s.campaign = v.campaign and s.unit_code = v.unit_code)
      ), fund as (
        select row_no, campaign, unit_code, amount_yuan from located_venue_funds
        union all
        select null, campaign, unit_code, amount_yuan from venue_funds f where superseded_at = 'infinity'
          and exists (select 1 from stage_venue_funds s where s.campaign = f.campaign and s.unit_code = f.unit_code)
          and not exists (select 1 from located_venue_funds l where l.old_id = f.id and l.home = f.county_code)
      )
      select max(f.row_no) as row_no, sum(f.amount_yuan)::text as value, v.estimate_yuan::text as hint
      from fund f join venue v using (campaign, unit_code)
      group by campaign, unit_code, v.estimate_yuan having sum(f.amount_yuan) > v.estimate_yuan and max(f.row_no) is not null`,
    expected: hinted('合计不超过概算 {} 元', 'a total no more than the estimate, {} yuan'),
    message: always('已落实资金超过概算', 'more was raised than the estimate'),
  },
];
