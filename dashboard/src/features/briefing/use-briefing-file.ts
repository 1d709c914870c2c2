import { computed, shallowRef } from 'vue';
import { useAddress } from '../../address/use-address.ts';
import { receiveFile, type ReceivedFile } from '../../components/downloads/receive-file.ts';
import { saveBlob } from '../../components/downloads/save-file.ts';
import { useFailureText } from '../../components/use-failure-text.ts';
import type { Failure } from '../../api/failure.ts';
import { addMessages } from '../../i18n/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import messages from './file-messages.ts';

const SUPPLY = { code: '', message: '' } as const;

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;

/** The briefing of the address as one file: made, received and saved, with what is happening in words. */
export function useBriefingFile() {
  addMessages(messages);
  const { t, lang } = useLanguage();
  const { variables, unitLink } = useAddress();
  const busy = shallowRef(false);
  const progress = shallowRef<{ readonly done: number; readonly total: number | null } | null>(null);
  const saved = shallowRef<ReceivedFile | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const { advice } = useFailureText(() => failure.value ?? SUPPLY);

  const url = computed(() => {
    const { campaign, code, asOf, knownAt, tree } = variables.value;
    const query = new URLSearchParams({ campaign, unit: code, tree: tree.toLowerCase(), lang: lang.value.slice(0, 2) });
    if (asOf !== null) query.set('asOf', asOf);
    if (knownAt !== null) query.set('knownAt', knownAt);
    return `/exports/briefing.html?${query.toString()}`;
  });

  return {
    t,
    busy,
    progress,
    start: computed(() => unitLink('briefing')),
    status: computed(() => {
      if (busy.value && progress.value === null) return t('briefing.file.preparing');
      if (busy.value && progress.value !== null) {
        const { done, total } = progress.value;
        return total === null
          ? t('briefing.file.receiving', { done: kilobytes(done) })
          : t('briefing.file.receivingOf', { done: kilobytes(done), total: kilobytes(total) });
      }
      if (failure.value) return t('briefing.file.failed', { message: advice.value });
      const { name, blob } = saved.value ?? {};
      return name !== undefined && blob ? t('briefing.file.done', { name, size: kilobytes(blob.size) }) : '';
    }),
    failed: computed(() => failure.value !== null),
    download: async (): Promise<void> => {
      if (busy.value) return;
      busy.value = true;
      progress.value = null;
      failure.value = null;
      saved.value = null;
      const answer = await receiveFile(url.value, (done, total) => (progress.value = { done, total }));
      busy.value = false;
      failure.value = answer.failure;
      if (!answer.file) return;
      saved.value = answer.file;
      saveBlob(answer.file.name, answer.file.blob);
    },
  };
}
