import { useWindowVirtualizer } from '@tanstack/vue-virtual';
import { useElementBounding } from '@vueuse/core';
import { computed, useTemplateRef, watch } from 'vue';
import type { LedgerCaseFragment } from '../../generated/graphql.ts';
import { useCaseRoute } from './use-case-route.ts';
import { usePrintAll } from './use-print-all.ts';

const CARD = 112;
/** So many cards before the last, more are asked for. */
const NEAR = 15;

/** The ledger as cards for a narrow screen; only those in view are drawn, and more are asked for near the end. */
export function useLedgerCards(props: { readonly cases: readonly LedgerCaseFragment[] }, more: () => void) {
  const list = useTemplateRef<HTMLElement>('list');
  const { top } = useElementBounding(list, { windowScroll: false });
  const printing = usePrintAll();
  const margin = computed(() => {
    void top.value;
    return list.value?.offsetTop ?? 0;
  });
  const virtualizer = useWindowVirtualizer(
    computed(() => ({
      count: props.cases.length,
      estimateSize: () => CARD,
      overscan: 8,
      scrollMargin: margin.value,
    })),
  );
  const near = computed(() => (virtualizer.value.getVirtualItems().at(-1)?.index ?? 0) >= props.cases.length - NEAR);
  watch([near, () => props.cases.length], () => near.value && more(), { immediate: true });
  return {
    caseRoute: useCaseRoute(),
    height: computed(() => (printing.value ? 'auto' : `${virtualizer.value.getTotalSize()}px`)),
    cards: computed(() =>
      printing.value
        ? props.cases.map((item) => ({ item, style: {} }))
        : virtualizer.value.getVirtualItems().flatMap(({ index, start }) => {
            const item = props.cases[index];
            const style: Record<string, string | number> = {
              position: 'absolute',
              insetInline: 0,
              transform: `translateY(${start - margin.value}px)`,
            };
            return item ? [{ item, style }] : [];
          }),
    ),
  };
}
