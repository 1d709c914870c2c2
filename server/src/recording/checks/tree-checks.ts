import { campaigns, units } from '../../ledger/sheets/tree-sheets.ts';
import { always, hinted, kindHint, type SetCheck } from './set-check.ts';
import { unitLife } from './unit-life.sql.ts';

const LEVEL = `case s.kind when 'province' then 1 when 'prefecture' then 2 when 'county' then 3 when 'street' then 4 when 'town' then 4
  when 'township' then 4 when 'village' then 5 when 'community' then 5 end`;

const PARENTS = `(
  select code, level, kind, valid_from, valid_to from unit_segment
  union all
  select code, level, kind, valid_from, valid_to from org_unit_version v
  where superseded_at = 'infinity' and code in (select parent_code from stage_units)
    and not exists (select 1 from affected_unit a where a.code = v.code))`;

const TOUCHED = `stage_units s join unit_verdict j on j.row_no = s.row_no and j.verdict <> 'same'`;

/** Checks of the sheet `units` against itself and the known tree. Rows that say nothing new passed them before. */
export const TREE_CHECKS: readonly SetCheck[] = [
  {
    sheet: units,
    column: 'parent_code',
    code: 'PARENT_MISSING',
    sql: `select s.row_no, null as value, s.kind as hint from ${TOUCHED}
      where s.parent_code is null and not s.broken and s.kind not in ('province', 'prefecture', 'county')`,
    expected: always(
      '上级单位的代码（只有省、市、县可以没有上级）',
      'the code of the parent unit; only a province, prefecture or county may have none',
    ),
    message: always('缺少上级代码', 'the unit has no parent'),
  },
  {
    sheet: units,
    column: 'parent_code',
    code: 'UNKNOWN_PARENT',
    sql: `select s.row_no, s.parent_code as value, null as hint from ${TOUCHED}
      where s.parent_code is not null
        and not exists (select 1 from stage_units p where p.code = s.parent_code)
        and not exists (select 1 from org_unit_version p where p.code = s.parent_code and p.superseded_at = 'infinity')`,
    expected: always('本表或数据库中已有的单位', 'a unit in this sheet, or an existing one'),
    message: always('没有这个上级单位', 'unknown parent unit'),
  },
  {
    sheet: units,
    column: 'parent_code',
    code: 'PARENT_LEVEL',
    sql: `select distinct on (s.row_no) s.row_no, s.parent_code as value, p.kind as hint from ${TOUCHED}
      join ${PARENTS} p on p.code = s.parent_code and p.valid_from < coalesce(s.valid_to, 'infinity') and s.valid_from < p.valid_to
      where p.level <> ${LEVEL} - 1 or (s.kind = 'other' and p.level >= 5) order by s.row_no`,
    expected: always('上一级的单位', 'a unit exactly one level up'),
    message: kindHint('上级是{}，不是上一级', 'the parent is a {}, which is not one level up'),
  },
  {
    sheet: units,
    column: 'parent_code',
    code: 'PARENT_NOT_ALIVE',
    severity: 'warning',
    sql: `select s.row_no, s.parent_code as value, concat_ws(' ', case when isfinite(min(p.valid_from)) then min(p.valid_from)::text end, '…',
        case when isfinite(max(p.valid_to)) then (max(p.valid_to) - 1)::text end) as hint from ${TOUCHED}
      join ${PARENTS} p on p.code = s.parent_code
      group by s.row_no, s.parent_code, s.valid_from, s.valid_to
      having min(p.valid_from) > s.valid_from or max(p.valid_to) < coalesce(s.valid_to, 'infinity')`,
    expected: hinted(
      '在上级单位存续期内（含首末两日）：{}',
      'within the period when the parent exists (inclusive): {}',
    ),
    message: always('上级单位并非始终存在', 'the parent does not exist for the whole period'),
  },
  {
    sheet: units,
    column: 'parent_code',
    code: 'UNIT_CIRCLE',
    sql: `select s.row_no, s.parent_code as value, null as hint from stage_units s join affected_unit a on a.code = s.code where not a.done`,
    expected: always('最终归属于县、市或省的上级', 'a parent that leads up to a county, prefecture or province'),
    message: always('上级关系成环', 'the parent units form a cycle'),
  },
  {
    sheet: units,
    column: 'valid_to',
    code: 'VERSIONS_OVERLAP',
    sql: `select row_no, valid_to::text as value, next_from::text as hint from unit_declared
      where row_no is not null and valid_to > next_from`,
    expected: hinted('不晚于下一段的启用日期 {}', 'no later than the start of the next version, {}'),
    message: always('与同一单位的下一段重叠', 'overlaps the next version of the same unit'),
  },
];

/** Checks of the sheet `campaigns`. Needs eff_unit. */
export const CAMPAIGN_CHECKS: readonly SetCheck[] = [
  {
    sheet: campaigns,
    column: 'unit_code',
    code: 'UNKNOWN_UNIT',
    sql: `select s.row_no, s.unit_code as value, null as hint from stage_campaigns s
      where s.unit_code is not null and not exists (select 1 from eff_unit u where u.code = s.unit_code)`,
    expected: always('“单位”表或数据库中已有的单位', 'a unit in the sheet units, or an existing one'),
    message: always('没有这个单位', 'unknown unit'),
  },
  {
    sheet: campaigns,
    column: 'start_on',
    code: 'UNIT_NOT_ALIVE',
    sql: `select s.row_no, s.start_on::text as value, ${unitLife('s.unit_code')} as hint
      from stage_campaigns s
      where s.start_on is not null and exists (select 1 from eff_unit u where u.code = s.unit_code)
        and not exists (select 1 from eff_unit u where u.code = s.unit_code and u.valid_from <= s.start_on and s.start_on < u.valid_to)`,
    expected: hinted('单位存续期内的日期（含首末两日）：{}', 'a date when the unit exists (inclusive): {}'),
    message: always('该日单位不存在', 'the unit does not exist on that date'),
  },
];
