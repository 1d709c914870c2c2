/*
 * Saving as a machine of states and events, without clocks or network: what is on screen, what was sent, and what is to
 * be done next. `edit` counts changes, so that one that was made while another is under way is not taken for saved.
 */

type SaveState =
  | { readonly at: 'saved' }
  /** Changed, and nothing is under way. */
  | { readonly at: 'changed' }
  | { readonly at: 'saving'; readonly sent: number }
  /** The server was not reached, or failed; tried again on its own. */
  | { readonly at: 'failed'; readonly code: string; readonly message: string }
  /** The server will not keep this content; nothing is sent until it is edited. */
  | { readonly at: 'refused'; readonly message: string; readonly paragraph: number | null }
  /** Someone else saved since; nothing is sent any more. */
  | { readonly at: 'overtaken'; readonly message: string };

export interface Saving {
  readonly state: SaveState;
  /** Counts the clerk's changes. */
  readonly edit: number;
  readonly revision: number;
  /** Failures in a row. */
  readonly tries: number;
}

export type SaveEvent =
  | { readonly type: 'edited' }
  | { readonly type: 'due' }
  | { readonly type: 'kept'; readonly revision: number }
  | { readonly type: 'lost'; readonly code: string; readonly message: string }
  | { readonly type: 'refused'; readonly message: string; readonly paragraph: number | null }
  | { readonly type: 'overtaken'; readonly message: string };

export const startSaving = (revision: number): Saving => ({ state: { at: 'saved' }, edit: 0, revision, tries: 0 });

export function step(saving: Saving, event: SaveEvent): Saving {
  const { state, edit } = saving;
  const editedSince = state.at === 'saving' && state.sent !== edit;
  switch (event.type) {
    case 'edited': {
      const stays = state.at === 'saving' || state.at === 'overtaken' || state.at === 'failed';
      return { ...saving, edit: edit + 1, state: stays ? state : { at: 'changed' } };
    }
    case 'due': {
      const waits = state.at === 'changed' || state.at === 'failed';
      return waits ? { ...saving, state: { at: 'saving', sent: edit } } : saving;
    }
    case 'kept':
      return { ...saving, state: { at: editedSince ? 'changed' : 'saved' }, revision: event.revision, tries: 0 };
    case 'lost': {
      const { code, message } = event;
      return { ...saving, state: { at: 'failed', code, message }, tries: saving.tries + 1 };
    }
    case 'refused': {
      const { message, paragraph } = event;
      return { ...saving, state: editedSince ? { at: 'changed' } : { at: 'refused', message, paragraph }, tries: 0 };
    }
    case 'overtaken':
      return { ...saving, state: { at: 'overtaken', message: event.message } };
  }
}

/** Whether leaving now would lose something. */
export const isUnsaved = ({ state }: Saving): boolean => state.at !== 'saved';

const PAUSE = 800;
const RETRIES = [2000, 5000, 15_000, 30_000] as const;

/** How long to wait, in milliseconds, until the next save is due; null: none is. */
export function waitOf({ state, tries }: Saving): number | null {
  if (state.at === 'changed') return PAUSE;
  if (state.at === 'failed') return RETRIES[Math.min(tries, RETRIES.length) - 1] ?? null;
  return null;
}
