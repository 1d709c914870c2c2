import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Lang } from '@wallchart/charts/format';
import type { MessageGroup, MessageKey } from './message-key.ts';

/** The text of a key, with its `{names}` filled in; a count chooses between singular and plural. */
interface Translate {
  (key: MessageKey, named?: Record<string, unknown>, count?: number): string;
  (key: MessageKey, named: Record<string, unknown>, options: { readonly locale: Lang }): string;
}

/** The language on screen, `t`, and a choice between the two labels the API sends. */
export function useLanguage() {
  const { t, te, locale } = useI18n({ useScope: 'global' });
  const lang = computed<Lang>(() => (locale.value === 'en' ? 'en' : 'zh-CN'));
  return {
    t: t as Translate,
    /** The text of a recorded code, `term('role', 'leader')`; of a code without one what is given, or the code. */
    term: (group: MessageGroup, code: string, otherwise = code): string => {
      const key = `${group}.${code}`;
      return te(key) ? t(key) : otherwise;
    },
    lang,
    /** Picks from an object with `zh` and `en`, as operations alias labels. */
    pick: (both: { zh: string; en: string } | null | undefined): string =>
      both ? (lang.value === 'en' ? both.en : both.zh) : '',
  };
}
