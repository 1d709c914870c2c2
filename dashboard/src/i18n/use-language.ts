import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Lang } from '@wallchart/charts/format';

/** `t` where a function outside a component is handed it. */
export type Translate = (key: string, named?: Record<string, unknown>) => string;

/** The language on screen, `t`, and a choice between the two labels the API sends. */
export function useLanguage() {
  const { t, locale } = useI18n({ useScope: 'global' });
  const lang = computed<Lang>(() => (locale.value === 'en' ? 'en' : 'zh-CN'));
  return {
    t,
    lang,
    /** Picks from an object with `zh` and `en`, as operations alias labels. */
    pick: (both: { zh: string; en: string } | null | undefined): string =>
      both ? (lang.value === 'en' ? both.en : both.zh) : '',
  };
}
