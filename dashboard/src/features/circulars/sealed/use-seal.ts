import { computed, shallowRef } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { mutate } from '../../../api/request.ts';
import { AmendCircularDocument, SealCircularDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import type { Head } from '../content.ts';
import { failureOf } from '../outcome.ts';
import type { Circular } from '../use-circular-page.ts';

export interface SealInput {
  readonly circular: Circular;
  readonly head: Head;
  /** Saves the draft and waits for the result; false if it could not be saved. */
  readonly ready: () => Promise<boolean>;
  /** The number that it would get now; '' while it is asked. */
  readonly number: string;
  /** The revision that is saved. */
  readonly revision: () => number;
}

/** Sealing a draft: what will happen, asked once, then done. */
export function useSeal(given: SealInput, onSealed: () => void) {
  const { t } = useLanguage();
  const open = shallowRef(false);
  const checking = shallowRef(false);
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  /** A serial given by hand; '' for the next. */
  const byHand = shallowRef<number | ''>('');
  const last = computed(() => given.circular.editions.at(-1) ?? null);
  return {
    open,
    checking,
    busy,
    failure,
    given: byHand,
    mayBeGiven: computed(() => last.value === null),
    points: computed(() => {
      const number = last.value
        ? t('circular.sealKeepsNumber', { number: last.value.number, n: last.value.edition + 1 })
        : t('circular.sealNumber', { number: given.number, issuer: given.head.issuer });
      return [number, t('circular.sealFreezes'), t('circular.sealFiles'), t('circular.sealForever')];
    }),
    openDialog: async (): Promise<void> => {
      failure.value = null;
      checking.value = true;
      open.value = await given.ready();
      checking.value = false;
    },
    seal: async (): Promise<void> => {
      busy.value = true;
      const number = byHand.value === '' ? null : byHand.value;
      const variables = { id: given.circular.id, revision: given.revision(), number };
      const answer = await mutate(SealCircularDocument, variables);
      busy.value = false;
      failure.value = failureOf(answer.failure, answer.data?.sealCircular);
      if (failure.value) return;
      open.value = false;
      onSealed();
    },
  };
}

/** Opens a sealed circular for a new edition. */
export function useAmend(id: () => string, onAmending: () => void) {
  const busy = shallowRef(false);
  const failure = shallowRef<Failure | null>(null);
  return {
    busy,
    failure,
    amend: async (): Promise<void> => {
      busy.value = true;
      const answer = await mutate(AmendCircularDocument, { id: id() });
      busy.value = false;
      failure.value = failureOf(answer.failure, answer.data?.amendCircular);
      if (!failure.value) onAmending();
    },
  };
}
