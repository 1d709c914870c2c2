import { expect, test } from 'vitest';
import { isUnsaved, startSaving, step, waitOf, type SaveEvent, type Saving } from './save-state.ts';

const after = (...events: SaveEvent[]): Saving => events.reduce(step, startSaving(3));
const EDITED = { type: 'edited' } as const;
const DUE = { type: 'due' } as const;
const LOST = { type: 'lost', code: 'NETWORK', message: '' } as const;
const REFUSED = { type: 'refused', message: 'title: must not be empty', paragraph: null } as const;

test('nothing is sent before something is edited', () => {
  expect(after()).toEqual({ state: { at: 'saved' }, edit: 0, revision: 3, tries: 0 });
  expect(after(DUE).state.at).toBe('saved');
  expect([isUnsaved(after()), waitOf(after())]).toEqual([false, null]);
});

test('an edit waits a moment, is sent and kept under the next revision', () => {
  expect(after(EDITED).state.at).toBe('changed');
  expect(waitOf(after(EDITED))).toBeGreaterThan(0);
  expect(after(EDITED, EDITED, DUE).state).toEqual({ at: 'saving', sent: 2 });
  expect(waitOf(after(EDITED, DUE))).toBeNull();
  expect(after(EDITED, DUE, { type: 'kept', revision: 4 })).toMatchObject({ state: { at: 'saved' }, revision: 4 });
});

test('an edit made while another is under way is sent afterwards', () => {
  const kept = after(EDITED, DUE, EDITED, { type: 'kept', revision: 4 });
  expect(kept).toMatchObject({ state: { at: 'changed' }, revision: 4 });
  expect(isUnsaved(kept)).toBe(true);
  expect(step(kept, DUE).state).toEqual({ at: 'saving', sent: 2 });
});

test('a server that is away is asked again, ever more slowly, also after further edits', () => {
  const waits = [1, 2, 3, 4, 5, 6].map((times) => {
    const rounds = Array.from({ length: times }, () => [DUE, LOST]).flat();
    return waitOf(after(EDITED, ...rounds, EDITED));
  });
  expect(waits).toEqual([2000, 5000, 15_000, 30_000, 30_000, 30_000]);
  const back = after(EDITED, DUE, LOST, DUE, { type: 'kept', revision: 4 });
  expect(back).toMatchObject({ state: { at: 'saved' }, tries: 0 });
});

test('what the server refuses is not sent again until it is edited', () => {
  const refused = after(EDITED, DUE, REFUSED);
  expect(refused.state).toEqual({ at: 'refused', message: 'title: must not be empty', paragraph: null });
  expect([waitOf(refused), step(refused, DUE).state.at, isUnsaved(refused)]).toEqual([null, 'refused', true]);
  expect(step(refused, EDITED).state.at).toBe('changed');
});

test('a refusal of content that was corrected meanwhile is ignored', () => {
  expect(after(EDITED, DUE, EDITED, REFUSED).state.at).toBe('changed');
});

test('a draft that someone else saved is never written over', () => {
  const overtaken = after(EDITED, DUE, { type: 'overtaken', message: 'revision 5' });
  for (const event of [EDITED, DUE]) expect(step(overtaken, event).state.at).toBe('overtaken');
  expect([waitOf(overtaken), isUnsaved(overtaken)]).toEqual([null, true]);
});
