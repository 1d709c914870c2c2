import { transitions } from '../sheets/case-sheets.ts';
import { wordOf } from '../sheets/coded-words.ts';
import type { Words } from '../words.ts';
import { always, type SetCheck } from './set-check.ts';

/** Steps of a case's life (domain.md, section 4); between two of the same day the rank of the states decides. */
const STEPS: readonly (readonly [string, string])[] = [
  ['identified', 'planned'],
  ['planned', 'rectifying'],
  ['rectifying', 'submitted'],
  ['submitted', 'accepted'],
  ['submitted', 'rectifying'],
  ['accepted', 'struck_off'],
  ['struck_off', 'consolidating'],
  ['consolidating', 'relapsed'],
];

const RANK = `array_position(array['identified','planned','rectifying','submitted','accepted','struck_off','consolidating','relapsed'], state)`;

/** Every transition of the cases that the file touches, as they will be, each beside the one before it. */
export const CASE_LIVES = `/* imports: case lives */
  create temp table case_life on commit drop as
  with touched as (
    select case_no from stage_transitions union select case_no from stage_cases
    union select case_no from withdrawn_row where sheet = 'transitions'
  ),
  merged as (
    select l.row_no, l.case_no, l.state, l.day from located_transitions l where l.state is not null and l.day is not null
    union all
    select null, t.case_no, t.state, t.effective_on
    from transitions t join eff_case k on k.case_no = t.case_no and k.county_code = t.county_code
    where t.superseded_at = 'infinity' and t.case_no in (select case_no from touched)
      and not exists (select 1 from located_transitions l where l.old_id = t.id and l.home = t.county_code)
  ), ranked as (
    select *, ${RANK} as rank from merged m
    where exists (select 1 from eff_case k where k.case_no = m.case_no)
      and not exists (select 1 from stage_transitions b where b.case_no = m.case_no and b.broken)
  )
  select coalesce(row_no, lag(row_no) over w, lead(row_no) over w,
      (select min(o.row_no) from withdrawn_row o where o.case_no = ranked.case_no)) as row_no, case_no, state, day, rank,
    coalesce(lag(state) over w, 'identified') as before, lag(day) over w as before_on,
    bool_or(state = 'accepted') over (w rows between unbounded preceding and 1 preceding) as accepted,
    min(rank) over (w rows between 1 following and unbounded following) as rank_to_come
  from ranked window w as (partition by case_no order by day, rank)`;

const BAD = `from case_life l where (l.before, l.state) not in (${STEPS.map(([from, to]) => `('${from}','${to}')`).join(', ')})`;
const BACKWARDS = `l.rank_to_come < l.rank`;

const lifeCheck = (
  code: string,
  where: string,
  expected: SetCheck['expected'],
  message: SetCheck['message'],
): SetCheck => ({
  sheet: transitions,
  column: 'state',
  code,
  sql: `select l.row_no, l.state as value, l.before as hint ${BAD} and ${where}`,
  expected,
  message,
});

const stateWord = (key: string): Words =>
  key === 'identified' ? { zh: '已认定', en: key } : { zh: wordOf('caseState', key).zh, en: key };

const next = (before: string): Words => {
  const words = STEPS.filter(([from]) => from === before).map(([, to]) => stateWord(to));
  return {
    zh: `“${stateWord(before).zh}”之后应为：${words.map(({ zh }) => zh).join('、') || '无'}`,
    en: `after ${before}: ${words.map(({ en }) => en).join(' or ') || 'nothing'}`,
  };
};

/** Words with the state before at `{}`. */
const after =
  (zh: string, en: string) =>
  (before: string): Words => ({ zh: zh.replace('{}', stateWord(before).zh), en: en.replace('{}', before) });

const UNACCEPTED = `l.state = 'struck_off' and l.accepted is not true`;
const RETURN = `l.state = 'rectifying' and l.before = 'rectifying'`;

/** Checks on `case_life`: the steps follow the life of a case and do not run backwards in time. */
export const LIFE_CHECKS: readonly SetCheck[] = [
  lifeCheck(
    'STRUCK_OFF_UNACCEPTED',
    UNACCEPTED,
    always('销号之前已验收', 'an accepted before it'),
    after('未经验收即销号（此前状态：{}）', 'struck off without being accepted (before it: {})'),
  ),
  lifeCheck(
    'SAME_DAY_RETURN',
    RETURN,
    always('退回整顿须在待验收之后的日子', 'a return to rectifying on a later day than submitted'),
    always('重复进入整顿中', 'rectifying twice in a row'),
  ),
  lifeCheck(
    'TRANSITION_BACKWARDS',
    `${BACKWARDS} and not (${UNACCEPTED}) and not (${RETURN})`,
    next,
    after('日期倒置：此前状态是“{}”', 'the dates run backwards: before it the case was {}'),
  ),
  lifeCheck(
    'TRANSITION_NOT_ALLOWED',
    `(${BACKWARDS}) is not true and not (${UNACCEPTED}) and not (${RETURN})`,
    next,
    after('此前状态是“{}”，不能直接到这一步', 'from {} no step leads here'),
  ),
];
