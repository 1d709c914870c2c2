import { computed, shallowRef } from 'vue';
import { useOperation } from '../../../api/use-operation.ts';
import { CircularBindingsDocument } from '../../../generated/graphql.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { bindingKey, type Binding } from '../content.ts';
import type { FigureDictionary } from './figure-words.ts';
import { findChoices } from './find-choices.ts';

const MOST = 80;

/** What a figure can be bound to, searched; what is chosen is in the dictionary at once. */
export function useFigurePicker(
  given: { circular: string; dictionary: FigureDictionary },
  onPick: (bind: Binding) => void,
) {
  const { t, term } = useLanguage();
  const bindings = useOperation(CircularBindingsDocument, () => ({ id: given.circular }));
  const text = shallowRef('');
  const all = computed(() => bindings.data.value?.circular?.bindings ?? []);
  const found = computed(() => findChoices(all.value, text.value));
  return {
    error: bindings.error,
    retry: bindings.retry,
    text,
    shown: computed(() => found.value.slice(0, MOST).map((choice) => ({ ...choice, key: bindingKey(choice.bind) }))),
    message: computed(() => {
      if (!bindings.data.value) return t('frame.loading');
      const n = found.value.length;
      if (n === 0) return t('circular.pickNone', { text: text.value });
      return n > MOST ? t('circular.pickMore', { n, shown: MOST }) : t('circular.pickFound', { n });
    }),
    groupTitle: (group: string): string => term('circular.group', group),
    choose: (key: string): void => {
      const choice = all.value.find(({ bind }) => bindingKey(bind) === key);
      if (!choice) return;
      const bind = choice.bind as Binding;
      if (!given.dictionary.of(bind)) {
        given.dictionary.add(bind, {
          text: choice.text,
          definition: choice.definition,
          illustrative: false,
          concern: null,
        });
      }
      onPick(bind);
    },
  };
}
