import { computed } from 'vue';
import type { Failure } from '../api/failure.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** What to do about a failure in the reader's words; the server's own sentence stands below it. */
export function useFailureText(failure: () => Failure) {
  const { t, term } = useLanguage();
  return {
    advice: computed(() => term('failure', failure().code, t('failure.other'))),
    detail: computed(() => (failure().code === 'NETWORK' ? '' : failure().message)),
    retryLabel: computed(() => t('frame.retry')),
  };
}
