import { locatedTable } from '../writer/located.sql.ts';
import type { SheetSpec } from '../../ledger/sheets/index.ts';
import { always, hinted, type SetCheck } from './set-check.ts';
import { unitLife } from './unit-life.sql.ts';

const CASES_GIVEN = always('同一工作簿内附上“台账”表', 'the sheet cases in the same workbook');

/**
 * Whether the unit, campaign or case that each row names exists, then and there.
 *
 * @param telling what tells a case from another county's case of the same number
 */
export function placeChecks(sheet: SheetSpec, telling: SetCheck['expected'] = CASES_GIVEN): SetCheck[] {
  if (sheet.scope === 'of-case') return caseRefChecks(sheet, telling);
  const table = locatedTable(sheet);
  const checks: SetCheck[] = [
    {
      sheet,
      column: 'unit_code',
      code: 'UNKNOWN_UNIT',
      sql: `select l.row_no, l.unit_code as value, null as hint from ${table} l
        where not l.alive and l.unit_code is not null and not exists (select 1 from eff_unit u where u.code = l.unit_code)`,
      expected: always('“单位”表或数据库中已有的单位', 'a unit in the sheet units, or an existing one'),
      message: always('没有这个单位', 'unknown unit'),
    },
    {
      sheet,
      column: sheet.effective,
      code: 'UNIT_NOT_ALIVE',
      sql: `select l.row_no, l.day::text as value, ${unitLife('l.unit_code')} as hint from ${table} l
        where not l.alive and l.day is not null and exists (select 1 from eff_unit u where u.code = l.unit_code)`,
      expected: hinted(
        '单位存续期内的日期（含首末两日）：{}；合并、撤销后的事项请填现单位的代码',
        'a date when the unit exists (inclusive): {}; later rows belong to its successor',
      ),
      message: always('该日单位不存在', 'the unit does not exist on that date'),
    },
  ];
  if (sheet.scope === 'of-unit') return checks;
  return [
    ...checks,
    {
      sheet,
      column: 'campaign',
      code: 'UNKNOWN_CAMPAIGN',
      sql: `select l.row_no, l.campaign as value, (select string_agg(campaign, ', ' order by campaign) from (select campaign from eff_campaign order by campaign limit 5) few) as hint
        from ${table} l where not l.campaign_known and l.campaign is not null`,
      expected: hinted(
        '“整顿批次”表或数据库中已有的批次：{}',
        'a campaign in the sheet campaigns, or an existing one: {}',
      ),
      message: always('没有这个批次', 'unknown campaign'),
    },
    {
      sheet,
      column: 'unit_code',
      code: 'OUTSIDE_CAMPAIGN',
      sql: `select l.row_no, l.unit_code as value, c.unit_code as hint from ${table} l join eff_campaign c using (campaign)
        where l.alive and l.inside is not true and exists (select 1 from eff_unit u where u.code = c.unit_code)`,
      expected: hinted('批次所属单位 {} 之内的单位', 'a unit within {}, the unit of the campaign'),
      message: always('单位不在批次范围内', 'the unit is not part of the campaign'),
    },
  ];
}

function caseRefChecks(sheet: SheetSpec, telling: SetCheck['expected']): SetCheck[] {
  const table = locatedTable(sheet);
  const checks: SetCheck[] = [
    {
      sheet,
      column: 'case_no',
      code: 'UNKNOWN_CASE',
      sql: `select l.row_no, l.case_no as value, null as hint from ${table} l where not l.case_known and l.case_no is not null`,
      expected: always('“台账”表或数据库中已有的编号', 'a case in the sheet cases, or an existing one'),
      message: always('没有这个编号', 'unknown case'),
    },
    {
      sheet,
      column: 'case_no',
      code: 'AMBIGUOUS_CASE',
      sql: `select l.row_no, l.case_no as value, l.homes as hint from ${table} l where l.homes > 1`,
      expected: telling,
      message: hinted('有{}个县用同一编号', '{} counties use this case number'),
    },
  ];
  if (!['transitions', 'evaluations', 'visits'].includes(sheet.key)) return checks;
  return [
    ...checks,
    {
      sheet,
      column: sheet.effective,
      code: 'BEFORE_IDENTIFIED',
      severity: sheet.key === 'transitions' ? 'error' : 'warning',
      sql: `select l.row_no, l.day::text as value, l.identified_on::text as hint from ${table} l where l.day < l.identified_on`,
      expected: hinted('不早于认定日期 {}', 'no earlier than the identification date, {}'),
      message: always('早于认定日期', 'earlier than the identification date'),
    },
  ];
}
