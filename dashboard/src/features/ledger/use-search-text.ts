import { useDebounceFn } from '@vueuse/core';
import { ref, watch, type Ref } from 'vue';
import { during } from '../../api/under-way.ts';
import type { LedgerFilter } from './ledger-filter.ts';

/** The search field: what is typed goes to the address after a pause; back and forward bring it back. */
export function useSearchText(filter: Readonly<Ref<LedgerFilter>>, write: (text: string) => void): Ref<string> {
  const text = ref(filter.value.text);
  const later = useDebounceFn((value: string) => write(value.trim()), 150);
  watch(text, (value) => {
    if (value.trim() !== filter.value.text) void during('search', later(value));
  });
  watch(
    () => filter.value.text,
    (value) => {
      // Not while typing: the address follows the field, and only back and forward lead the other way.
      if (value !== text.value.trim()) text.value = value;
    },
  );
  return text;
}
