import type { Text } from '../../domain/text.ts';
import { transitions } from '../../ledger/sheets/case-sheets.ts';
import { wordOf } from '../../ledger/sheets/coded-words.ts';
import type { SetCheck } from './set-check.ts';

/** Steps of a case's life (docs/domain.md#life-of-a-case); between two of the same day the rank of the states decides. */
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
    select l.row_no, l.case_no, l.state, l.day, l.old_id is null as is_new from located_transitions l where l.state is not null and l.day is not null
    union all
    select null, t.case_no, t.state, t.effective_on, false
    from transitions t join eff_case k on k.case_no = t.case_no and k.county_code = t.county_code
    where t.superseded_at = 'infinity' and t.case_no in (select case_no from touched)
      and not exists (select 1 from located_transitions l where l.old_id = t.id and l.home = t.county_code)
  ), ranked as (
    select *, ${RANK} as rank from merged m
    where exists (select 1 from eff_case k where k.case_no = m.case_no)
      and not exists (select 1 from stage_transitions b where b.case_no = m.case_no and b.broken)
  )
  , lived as (
    select coalesce(row_no, lag(row_no) over w, lead(row_no) over w,
        (select min(o.row_no) from withdrawn_row o where o.case_no = ranked.case_no)) as row_no, case_no, state, day, rank, is_new,
      coalesce(lag(state) over w, 'identified') as before, lag(day) over w as before_on,
      lag(row_no) over w as before_row, coalesce(lag(is_new) over w, false) as before_new,
      bool_or(state = 'accepted') over (w rows between unbounded preceding and 1 preceding) as accepted,
      min(day) filter (where state = 'accepted') over (w rows between 1 following and unbounded following) as accepted_on,
      min(rank) over (w rows between 1 following and unbounded following) as rank_to_come
    from ranked window w as (partition by case_no order by day, rank)
  ), judged as (
    select *, (before, state) not in (${STEPS.map(([from, to]) => `('${from}','${to}')`).join(', ')}) as bad from lived
  )
  select *, not is_new and before_new as is_before_wrong, coalesce(lag(bad) over (partition by case_no order by day, rank), false) as before_bad
  from judged`;

/** Told already at the step before: a new one before one that was on record, and a strike-off before its acceptance. */
const TOLD = `l.before_bad and (l.is_before_wrong or (l.before = 'struck_off' and l.state = 'accepted'))`;
const BAD = `from case_life l where l.bad and not (${TOLD})`;
const BACKWARDS = `l.rank_to_come < l.rank`;
const UNACCEPTED = `l.state = 'struck_off' and l.accepted is not true and not l.is_before_wrong`;
const RETURN = `l.state = 'rectifying' and l.before = 'rectifying' and not l.is_before_wrong`;

/** A step and the one before it; days are ISO, null for the identification of the case. */
interface Step {
  readonly state: string;
  readonly on: string;
  readonly before: string;
  readonly beforeOn: string | null;
  /** whether it is the one before that is wrong */
  readonly isBeforeWrong: boolean;
  /** the day on which the case is accepted later */
  readonly acceptedOn: string | null;
}

const lifeCheck = (
  code: string,
  where: string,
  expected: (step: Step) => Text,
  message: (step: Step) => Text,
): SetCheck => ({
  sheet: transitions,
  column: 'state',
  code,
  sql: `select case when l.is_before_wrong then l.before_row else l.row_no end as row_no,
      case when l.is_before_wrong then l.before else l.state end as value,
      json_build_object('state', l.state, 'on', l.day, 'before', l.before, 'beforeOn', l.before_on,
        'isBeforeWrong', l.is_before_wrong, 'acceptedOn', l.accepted_on)::text as hint
    ${BAD} and ${where}`,
  expected: (hint) => expected(JSON.parse(hint) as Step),
  message: (hint) => message(JSON.parse(hint) as Step),
});

const stateWord = (key: string): Text =>
  key === 'identified' ? { zh: '已认定', en: key } : { zh: wordOf('caseState', key).zh, en: key };

const next = ({ before }: Step): Text => {
  const words = STEPS.filter(([from]) => from === before).map(([, to]) => stateWord(to));
  return {
    zh: `“${stateWord(before).zh}”之后应为：${words.map(({ zh }) => zh).join('、') || '无'}；请核对本行的状态和日期，或补上缺少的一步`,
    en: `after ${before}: ${words.map(({ en }) => en).join(' or ') || 'nothing'}; check the state and date of this row, or add the missing step`,
  };
};

/** A state with its day: “已验收”（2014-07-28）. */
const dated = (state: string, on: string | null): Text => ({
  zh: `“${stateWord(state).zh}”${on === null ? '' : `（${on}）`}`,
  en: on === null ? state : `${state} (${on})`,
});

function order({ state, on, before, beforeOn, isBeforeWrong }: Step, isBackwards: boolean): Text {
  const [first, then] = [dated(before, beforeOn), dated(state, on)];
  if (isBeforeWrong)
    return {
      zh: `${first.zh}之后已有${then.zh}，两者次序不符`,
      en: `${first.en} is followed by ${then.en}, which is already recorded; the order is not valid`,
    };
  return isBackwards
    ? {
        zh: `日期倒置：${then.zh}之前是${first.zh}`,
        en: `the dates are out of order: before ${then.en} the case was ${first.en}`,
      }
    : { zh: `${first.zh}之后不能直接到${then.zh}`, en: `a case cannot go from ${first.en} to ${then.en}` };
}

const unaccepted = ({ on, before, beforeOn, acceptedOn }: Step): Text => {
  const last = dated(before, beforeOn);
  return acceptedOn === null
    ? { zh: `未经验收即销号（此前为${last.zh}）`, en: `signed off without being accepted (previous state: ${last.en})` }
    : {
        zh: `销号日期 ${on} 早于验收日期 ${acceptedOn}`,
        en: `signed off on ${on}, before it was accepted on ${acceptedOn}`,
      };
};

/** Checks on `case_life`: the steps follow the life of a case and do not run backwards in time. */
export const LIFE_CHECKS: readonly SetCheck[] = [
  lifeCheck(
    'STRUCK_OFF_UNACCEPTED',
    UNACCEPTED,
    ({ acceptedOn }) =>
      acceptedOn === null
        ? { zh: '先填“已验收”一行，再填“已销号”', en: 'an “accepted” row before it' }
        : { zh: `不早于 ${acceptedOn}`, en: `a date no earlier than ${acceptedOn}` },
    unaccepted,
  ),
  lifeCheck(
    'SAME_DAY_RETURN',
    RETURN,
    () => ({
      zh: '退回整顿须先有“待验收”，且在其后的日子；重复的一行请删去',
      en: 'a return to rectifying after it was submitted; delete a duplicate row',
    }),
    ({ on, beforeOn }) => ({
      zh: `已于 ${beforeOn} 进入整顿中，又于 ${on} 进入整顿中`,
      en: `rectifying since ${beforeOn}, and rectifying again on ${on}`,
    }),
  ),
  lifeCheck('TRANSITION_BACKWARDS', `${BACKWARDS} and not (${UNACCEPTED}) and not (${RETURN})`, next, (step) =>
    order(step, true),
  ),
  lifeCheck(
    'TRANSITION_NOT_ALLOWED',
    `(${BACKWARDS}) is not true and not (${UNACCEPTED}) and not (${RETURN})`,
    next,
    (step) => order(step, false),
  ),
];
