import { useEventListener } from '@vueuse/core';
import { computed, shallowRef, watch } from 'vue';
import { remember, remembered } from '../../storage/remembered.ts';
import type { Screen } from './screens.ts';

type Written = Partial<Record<Screen, string>>;

/** What a presenter wrote for a screen is kept by campaign, unit and day. */
interface NotesKey {
  readonly campaign: string;
  readonly unit: string;
  readonly asOf: string;
}

export const notesKey = ({ campaign, unit, asOf }: NotesKey): string =>
  `wallchart.briefing-notes:${campaign}:${unit}:${asOf}`;

/** Reads what was kept; what is no such thing counts as nothing. */
export function readNotes(text: string | null): Written {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

/**
 * Notes that the presenter writes, kept in this browser: the server knows no people, whose notes they would be. The other
 * window of a briefing sees them at once.
 */
export function useOwnNotes(key: () => NotesKey | null, screen: () => Screen) {
  const name = computed(() => {
    const given = key();
    return given === null ? null : notesKey(given);
  });
  const written = shallowRef<Written>({});
  watch(name, (kept) => (written.value = kept === null ? {} : readNotes(remembered(kept))), { immediate: true });
  useEventListener(window, 'storage', (event: StorageEvent) => {
    if (event.key !== null && event.key === name.value) written.value = readNotes(event.newValue);
  });
  return computed<string>({
    get: () => written.value[screen()] ?? '',
    set: (text) => {
      written.value = { ...written.value, [screen()]: text };
      if (name.value !== null) remember(name.value, JSON.stringify(written.value));
    },
  });
}
