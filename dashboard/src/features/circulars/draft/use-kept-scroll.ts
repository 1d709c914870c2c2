import { shallowRef, watch, type Ref } from 'vue';

/** Keeps the place in a frame when its page is replaced by a newer one. */
export function useKeptScroll(frame: Readonly<Ref<HTMLIFrameElement | null>>, html: Readonly<Ref<string | null>>) {
  const shown = shallowRef(html.value);
  let top = 0;
  watch(html, (next) => {
    top = frame.value?.contentWindow?.scrollY ?? top;
    shown.value = next;
  });
  return { shown, restore: (): void => frame.value?.contentWindow?.scrollTo(0, top) };
}
