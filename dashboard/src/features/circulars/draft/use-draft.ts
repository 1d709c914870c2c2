import { computed, shallowRef } from 'vue';
import { createFigureDictionary } from '../figures/figure-words.ts';
import type { Circular } from '../use-circular-page.ts';
import type { AnnexChoice, Body, CircularContent, Head } from '../content.ts';
import { usePreview } from './use-preview.ts';
import { useSaving } from './use-saving.ts';

/** A draft on the desk: what it says now, what of it is saved, and how it will be printed. */
export function useDraft(circular: Circular) {
  const draft = circular.draft!;
  const content = shallowRef(draft.content as CircularContent);
  const dictionary = createFigureDictionary();
  dictionary.learn(content.value.body, draft.figures);
  const preview = usePreview(circular.id);
  const saving = useSaving({
    id: circular.id,
    revision: draft.revision,
    content: () => content.value,
    onSaved: ({ figures }, sent) => {
      dictionary.learn(sent.body, figures);
      preview.refresh();
    },
  });
  const change = (part: Partial<CircularContent>): void => {
    content.value = { ...content.value, ...part };
    saving.edited();
  };
  return {
    content,
    dictionary,
    preview,
    ...saving,
    head: computed<Head>(() => content.value),
    changeHead: (part: Partial<Head>) => change(part),
    changeAnnexes: (annexes: readonly AnnexChoice[]) => change({ annexes }),
    changeBody: (body: Body) => change({ body }),
  };
}
