import { locatedTable } from '../writer/located.sql.ts';
import type { RowRule } from '../../ledger/sheets/sheet-spec.ts';
import { columnOf, type ColumnSpec, type SheetSpec } from '../../ledger/sheets/index.ts';
import type { StagedRows } from '../writer/stage-table.ts';
import { always, hinted, type SetCheck } from './set-check.ts';

type Kept = ReadonlySet<string>;

/**
 * The rules between cells of one row where one of the two is not in the sheet but in the database, which keeps what a
 * missing column does not say: what the checks of a row on its own cannot see.
 */
export function keptChecks({ sheet, kept }: StagedRows): SetCheck[] {
  const checks = sheet.rules.flatMap((rule) => orderCheck(sheet, rule, kept) ?? []);
  if (sheet.key === 'evaluations') checks.push(...ballotCheck(sheet, kept));
  if (sheet.key === 'cases' && kept.has('other_causes')) checks.push(causeCheck(sheet));
  return checks;
}

function orderCheck(sheet: SheetSpec, rule: RowRule, kept: Kept): SetCheck | null {
  const earlier = columnOf(sheet, rule.earlier);
  const later = columnOf(sheet, rule.later);
  if (!earlier || !later) return null;
  const keeps = [earlier, later].map(({ target }) => kept.has(target));
  // a blank `since` is the day of the case, which the row on its own does not know either
  const borrowsDay = sheet.effective === earlier.key && !earlier.required;
  if (keeps[0] === keeps[1] && !borrowsDay) return null;
  const shown = keeps[1] ? earlier : later;
  const other = keeps[1] ? later : earlier;
  return {
    sheet,
    column: shown.key,
    code: rule.code,
    sql: `select l.row_no, ${valueOf(shown)}::text as value, ${valueOf(other)}::text as hint from ${locatedTable(sheet)} l
      where not l.broken and ${valueOf(later)} ${rule.strict ? '<=' : '<'} ${valueOf(earlier)}`,
    ...wordsOf(shown, other, shown === later),
  };
}

const valueOf = ({ target }: ColumnSpec): string => (target === 'effective_on' ? 'l.day' : `l.${target}`);

function wordsOf(shown: ColumnSpec, other: ColumnSpec, isLater: boolean): Pick<SetCheck, 'expected' | 'message'> {
  const isCount = shown.type.kind === 'count';
  const [zh, en] = isLater
    ? [isCount ? '不少于' : '不早于', isCount ? 'at least' : 'not before']
    : [isCount ? '不多于' : '不晚于', isCount ? 'at most' : 'not after'];
  return {
    expected: hinted(`${zh}已有的“${other.zh}”（{}）`, `${en} the ${other.key} on record ({})`),
    message: always(
      `与已有的“${other.zh}”矛盾；若该项也要改，请加上这一列`,
      `contradicts the ${other.key} on record; to change that as well, add its column`,
    ),
  };
}

const ANSWERS = ['satisfied', 'fairly', 'dissatisfied'];

function ballotCheck(sheet: SheetSpec, kept: Kept): SetCheck[] {
  const shown = ['returned', ...ANSWERS].find((name) => !kept.has(name));
  if (shown === undefined || ![...kept].some((name) => name === 'returned' || ANSWERS.includes(name))) return [];
  const sum = ANSWERS.map((name) => `coalesce(${name}, 0)`).join(' + ');
  return [
    {
      sheet,
      column: shown,
      code: 'BALLOT_SUM',
      sql: `select row_no, returned as value, ${sum} as hint from located_evaluations
        where not broken and (satisfied + fairly + dissatisfied <> returned or ${sum} > returned)`,
      expected: hinted(
        '满意、基本满意、不满意之和（连同已有的共{}）',
        'satisfied + fairly + dissatisfied ({}, including recorded values)',
      ),
      message: always('各项之和不等于收回数', 'the answers do not add up to the number returned'),
    },
  ];
}

const causeCheck = (sheet: SheetSpec): SetCheck => ({
  sheet,
  column: 'primary_cause',
  code: 'CAUSE_TWICE',
  sql: `select row_no, primary_cause as value, array_to_string(other_causes, ';') as hint from located_cases
    where not broken and primary_cause = any (other_causes)`,
  expected: hinted('已有的其他情形（{}）以外的情形', 'a cause that is not among the recorded other causes ({})'),
  message: always(
    '已列在其他情形中；若其他情形也要改，请加上“其他情形”列',
    'it is already recorded among the other causes; to change those too, add the column other_causes',
  ),
});
