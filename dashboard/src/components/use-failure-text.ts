import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Failure } from '../api/failure.ts';

/** What to do about a failure in the reader's words; the server's own sentence stands below it. */
export function useFailureText(failure: () => Failure) {
  const i18n = useI18n({ useScope: 'global' });
  const { t } = i18n;
  return {
    advice: computed(() => {
      const key = `failure.${failure().code}`;
      return t(i18n.te(key) ? key : 'failure.other');
    }),
    detail: computed(() => (failure().code === 'NETWORK' ? '' : failure().message)),
    retryLabel: computed(() => t('frame.retry')),
  };
}
