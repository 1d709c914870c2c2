/** How a case is drawn. Overdue is derived and outranks the state; colour, pattern and word go together. */
export type StateMark = 'done' | 'accepted' | 'work' | 'overdue' | 'relapsed';

/** Drawing order, best first. */
export const STATE_MARKS: readonly StateMark[] = ['done', 'accepted', 'work', 'overdue', 'relapsed'];

/** The mark of a case by its state and whether it is overdue. */
export function stateMark(given: { state: string; overdue: boolean }): StateMark {
  if (given.state === 'RELAPSED') return 'relapsed';
  if (given.state === 'STRUCK_OFF' || given.state === 'CONSOLIDATING') return 'done';
  if (given.overdue) return 'overdue';
  return given.state === 'ACCEPTED' ? 'accepted' : 'work';
}
