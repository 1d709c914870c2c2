import { computed, onScopeDispose, shallowRef, watch, watchEffect } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import type { Failure } from '../../api/failure.ts';
import { useCampaign } from '../../campaign/use-campaigns.ts';
import { posterAddress, type PosterPaper } from '@wallchart/charts';
import { receiveFile } from '../../components/downloads/receive-file.ts';
import { useServerFile } from '../../components/downloads/use-server-file.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { setPageTitle } from '../../page/use-page-focus.ts';
import messages from './messages.ts';

export const PAPERS: readonly PosterPaper[] = ['A3', 'A2', 'A1', 'A0'];

/** The wall chart on paper: its size is in the address, the preview is the file itself. */
export function usePoster(sizeInAddress: () => unknown) {
  addMessages(messages);
  const { t, lang } = useLanguage();
  const { address, set, unitLink } = useAddress();
  const { asOf } = useCampaign();
  const files = useServerFile();
  const picture = shallowRef<string | null>(null);
  const sheets = shallowRef(1);
  const sheet = shallowRef(1);
  const failure = shallowRef<Failure | null>(null);
  const size = computed(() => PAPERS.find((paper) => paper === sizeInAddress()) ?? 'A3');

  const preview = computed(() => {
    const { campaign, code, knownAt, tree } = address.value;
    const words = lang.value === 'en' ? 'en' : 'zh';
    const report = { campaign, unit: code, asOf: asOf.value, knownAt, tree, lang: words } as const;
    return posterAddress('svg', report, { size: size.value, sheet: sheet.value });
  });
  const show = (url: string | null): void => {
    if (picture.value) URL.revokeObjectURL(picture.value);
    picture.value = url;
  };
  let requested = '';
  const load = async (): Promise<void> => {
    requested = preview.value;
    const url = requested;
    failure.value = null;
    const answer = await receiveFile(url);
    if (requested !== url) return;
    failure.value = answer.failure;
    if (!answer.file) return show(null);
    sheets.value = Number(answer.file.headers.get('x-wallchart-sheets') ?? 1);
    show(URL.createObjectURL(answer.file.blob));
  };
  watch(preview, load, { immediate: true });
  watch([size, () => address.value.code], () => (sheet.value = 1));
  watchEffect(() => setPageTitle(t('poster.title')));
  onScopeDispose(() => show(null));
  return {
    size,
    picture,
    sheets,
    sheet,
    failure,
    status: files.status,
    fileFailure: files.failure,
    load,
    back: computed(() => unitLink('wallchart')),
    setSize: (paper: PosterPaper): void => void set({ size: paper }, true),
    save: (format: 'pdf' | 'svg'): Promise<void> =>
      files.save((report) => posterAddress(format, report, { size: size.value, sheet: sheet.value })),
  };
}
