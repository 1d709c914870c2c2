import { watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { setLanguage } from '../i18n/index.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** A link may name its language (`lang=en`); the switch keeps such an address true. */
export function useAddressLanguage(): void {
  const route = useRoute();
  watch(
    () => route.query['lang'],
    (given) => {
      if (given === 'en' || given === 'zh-CN') setLanguage(given);
    },
    { immediate: true },
  );
}

/** The language switch of the header. */
export function useLanguageSwitch() {
  const route = useRoute();
  const router = useRouter();
  const { lang } = useLanguage();
  return () => {
    const next = lang.value === 'en' ? 'zh-CN' : 'en';
    setLanguage(next);
    if (route.query['lang'] !== undefined) void router.replace({ query: { ...route.query, lang: next } });
  };
}
