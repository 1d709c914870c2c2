import { shallowRef, type Ref } from 'vue';
import type { CircularFigureWordsFragment } from '../../../generated/graphql.ts';
import { bindingKey, figuresIn, type Binding, type Body } from '../content.ts';

/** What a figure says and means. */
interface FigureWords {
  readonly text: string;
  readonly definition: string;
  readonly illustrative: boolean;
  /** Why it should be looked at; null: nothing is wrong with it. */
  readonly concern: CircularFigureWordsFragment['concern'];
}

/** The words of the figures by what they are bound to: two figures with one binding say the same. */
export interface FigureDictionary {
  readonly version: Readonly<Ref<number>>;
  readonly of: (bind: Binding) => FigureWords | null;
  /** Learns what the server resolved for a text, by the keys in it. */
  readonly learn: (body: Body, figures: readonly CircularFigureWordsFragment[]) => void;
  readonly add: (bind: Binding, words: FigureWords) => void;
  /** Calls back whenever words change; returns how to stop. */
  readonly listen: (listener: () => void) => () => void;
}

export function createFigureDictionary(): FigureDictionary {
  const words = new Map<string, FigureWords>();
  const listeners = new Set<() => void>();
  const version = shallowRef(0);
  const notify = (): void => {
    version.value += 1;
    for (const listener of listeners) listener();
  };
  return {
    version,
    of: (bind) => words.get(bindingKey(bind)) ?? null,
    learn: (body, figures) => {
      const byKey = new Map(figures.map((figure) => [figure.key, figure]));
      for (const { key, bind } of figuresIn(body)) {
        const found = byKey.get(key);
        if (found) words.set(bindingKey(bind), found);
      }
      notify();
    },
    add: (bind, given) => {
      words.set(bindingKey(bind), given);
      notify();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
