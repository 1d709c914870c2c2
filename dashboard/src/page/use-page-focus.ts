import { shallowRef, useTemplateRef, watch } from 'vue';
import { START_LOCATION, useRouter } from 'vue-router';
import { useLanguage } from '../i18n/use-language.ts';

const heading = shallowRef('');

/** A page names itself: the document's title, read out when the page changes. */
export function setPageTitle(title: string): void {
  heading.value = title;
}

/**
 * Moves focus to the content when the path changes, so that keyboard and screen reader start there. Not on arrival, nor
 * when the home page sends its visitor on: the first Tab then offers to skip to the text.
 */
export function usePageFocus() {
  const main = useTemplateRef<HTMLElement>('main');
  const router = useRouter();
  const { t } = useLanguage();
  router.afterEach((to, from) => {
    const arrives = from === START_LOCATION || from.name === 'home';
    if (!arrives && to.path !== from.path) main.value?.focus({ preventScroll: true });
  });
  watch(
    () => [heading.value, t('frame.product')] as const,
    ([title, product]) => {
      document.title = title === '' ? product : `${title} · ${product}`;
    },
    { immediate: true },
  );
  return { main };
}
