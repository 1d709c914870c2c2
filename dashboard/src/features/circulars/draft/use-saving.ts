import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { underWay } from '../../../api/under-way.ts';
import { mutate } from '../../../api/request.ts';
import { SaveCircularDocument, type CircularFigureWordsFragment } from '../../../generated/graphql.ts';
import type { CircularContent } from '../content.ts';
import { isUnsaved, startSaving, step, waitOf, type SaveEvent, type Saving } from './save-state.ts';

interface SavedDraft {
  readonly revision: number;
  readonly figures: readonly CircularFigureWordsFragment[];
}

interface SavingInput {
  readonly id: string;
  readonly revision: number;
  /** What to keep, as it stands when it is sent. */
  readonly content: () => CircularContent;
  readonly onSaved: (draft: SavedDraft, sent: CircularContent) => void;
}

interface DraftSaving {
  readonly saving: Readonly<Ref<Saving>>;
  /** To be called after every change. */
  readonly edited: () => void;
  /** Saves what is not saved now; false if it could not be. */
  readonly flush: () => Promise<boolean>;
  readonly retry: () => void;
}

/** Keeps a draft saved: a moment after the last change, again after a failure, never over someone else's text. */
export function useSaving(input: SavingInput): DraftSaving {
  const saving = shallowRef(startSaving(input.revision));
  const take = (event: SaveEvent): void => void (saving.value = step(saving.value, event));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const send = async (): Promise<void> => {
    take({ type: 'due' });
    if (saving.value.state.at !== 'saving') return;
    const content = input.content();
    const { event, draft } = await save(input.id, saving.value.revision, content);
    take(event);
    if (draft) input.onSaved(draft, content);
  };
  const run = (): Promise<void> => (running ??= send().finally(() => (running = null)));

  let waited = (): void => undefined;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    waited();
  };
  watch(saving, (now) => {
    stopWaiting();
    const wait = waitOf(now);
    if (wait === null) return;
    waited = underWay('save');
    timer = setTimeout(() => void run(), wait);
  });
  onScopeDispose(stopWaiting);

  return {
    saving,
    edited: () => take({ type: 'edited' }),
    flush: async () => {
      // Twice: a change may have come in while the first was under way.
      for (let round = 0; round < 3 && isUnsaved(saving.value); round++) await run();
      return !isUnsaved(saving.value);
    },
    retry: () => void run(),
  };
}

/** Another revision was saved, or the draft was sealed or discarded. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'CIRCULAR_CHANGED_MEANWHILE',
  'CIRCULAR_NOT_IN_DRAFT',
  'UNKNOWN_CIRCULAR',
]);

interface Outcome {
  readonly event: SaveEvent;
  readonly draft: SavedDraft | null;
}

/** Sends the content; every result is an event. */
async function save(id: string, revision: number, content: CircularContent): Promise<Outcome> {
  const { data, failure } = await mutate(SaveCircularDocument, { id, revision, content });
  if (failure) return { event: { type: 'lost', ...failure }, draft: null };
  const { ok, error, circular } = data.saveCircular;
  const draft = circular?.draft ?? null;
  if (ok && draft) return { event: { type: 'kept', revision: draft.revision }, draft };
  const message = error?.message ?? '';
  if (ok || OVERTAKEN.has(error?.code ?? '')) return { event: { type: 'overtaken', message }, draft: null };
  return { event: { type: 'refused', message, paragraph: error?.paragraph ?? null }, draft: null };
}
