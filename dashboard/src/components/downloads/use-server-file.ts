import { shallowRef } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import type { PictureRequest } from '@wallchart/charts';
import { useLanguage } from '../../i18n/use-language.ts';
import { downloadFile } from './receive-file.ts';

/** Fetches files that the server makes of the report on screen, and says how that goes. */
export function useServerFile() {
  const { t, lang } = useLanguage();
  const { address } = useAddress();
  const { asOf } = useCampaign();
  const status = shallowRef('');
  const failure = shallowRef<Failure | null>(null);
  return {
    status,
    failure,
    /** Downloads the file at the address that is made of the report. */
    save: async (addressOf: (report: PictureRequest) => string): Promise<void> => {
      failure.value = null;
      status.value = t('card.making');
      const { campaign, code, knownAt, tree } = address.value;
      const report = { campaign, unit: code, asOf: asOf.value, knownAt, tree } as const;
      failure.value = await downloadFile(addressOf({ ...report, lang: lang.value === 'en' ? 'en' : 'zh' }));
      status.value = failure.value ? '' : t('card.saved');
    },
  };
}
