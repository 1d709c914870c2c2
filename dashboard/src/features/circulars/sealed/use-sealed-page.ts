import { shallowRef, watch } from 'vue';
import type { Failure } from '../../../api/failure.ts';
import { during } from '../../../api/under-way.ts';
import type { Circular } from '../use-circular-page.ts';

/** The last sealed edition as it was printed. */
export function useSealedPage(circular: () => Circular) {
  const html = shallowRef<string | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const busy = shallowRef(false);
  const load = async (): Promise<void> => {
    const url = circular().editions.at(-1)?.htmlUrl;
    if (url === undefined) return;
    busy.value = true;
    const answer = await fetch(url).catch(() => null);
    html.value = answer?.ok ? await answer.text() : null;
    failure.value = answer?.ok ? null : { code: answer ? 'INTERNAL' : 'NETWORK', message: '' };
    busy.value = false;
  };
  watch(
    () => circular().editions.at(-1)?.htmlUrl,
    () => void during('edition', load()),
    { immediate: true },
  );
  return { html, failure, busy, load };
}
