import { shallowRef, useTemplateRef, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useLanguage } from '../i18n/use-language.ts';

const heading = shallowRef('');

/** A page names itself: the document's title, read out when the page changes. */
export function setPageTitle(title: string): void {
  heading.value = title;
}

/** Moves focus to the content when the path changes, so that keyboard and screen reader start there. */
export function usePageFocus() {
  const main = useTemplateRef<HTMLElement>('main');
  const route = useRoute();
  const { t } = useLanguage();
  watch(
    () => route.path,
    (_path, before) => {
      if (before !== undefined) main.value?.focus({ preventScroll: true });
    },
  );
  watch(
    () => [heading.value, t('frame.product')] as const,
    ([title, product]) => {
      document.title = title === '' ? product : `${title} · ${product}`;
    },
    { immediate: true },
  );
  return { main };
}
