/** How a case is drawn. Overdue is derived; colour, pattern and word go together. */
export type StateMark = 'done' | 'accepted' | 'work' | 'overdue' | 'relapsed';

/** Drawing order, best first. */
export const STATE_MARKS: readonly StateMark[] = ['done', 'accepted', 'work', 'overdue', 'relapsed'];

/** The mark of a case: relapsed, then done, accepted, overdue, in work; the precedence of the API's ranking. */
export function stateMark(given: { state: string; overdue: boolean; rectified?: boolean }): StateMark {
  if (given.state === 'RELAPSED') return 'relapsed';
  if (given.rectified === true || given.state === 'STRUCK_OFF' || given.state === 'CONSOLIDATING') return 'done';
  if (given.state === 'ACCEPTED') return 'accepted';
  return given.overdue ? 'overdue' : 'work';
}
