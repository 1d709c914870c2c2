import type { Editor } from '@tiptap/core';
import type { ShallowRef } from 'vue';
import type { Binding } from '../content.ts';
import { newKey } from './figure-node.ts';

/** The figure whose card is open. */
export interface ActiveFigure {
  readonly pos: number;
  readonly bind: Binding;
  readonly element: HTMLElement;
}

/** What the picker was opened for; `slash`: by typing it, which giving up puts into the text. */
export type Picking =
  | { readonly to: 'insert'; readonly slash: boolean }
  | { readonly to: 'rebind'; readonly pos: number };

/** What is done to the text from around it: by the card, the picker, the toolbar and the list of warnings. */
export function useFigureActions(
  editor: Readonly<ShallowRef<Editor | null>>,
  active: ShallowRef<ActiveFigure | null>,
  picking: ShallowRef<Picking | null>,
) {
  const focus = (): void => void requestAnimationFrame(() => editor.value?.view.focus());
  return {
    focus,
    /** Binds the figure of the card to something else. */
    rebind: (): void => {
      if (active.value) picking.value = { to: 'rebind', pos: active.value.pos };
      active.value = null;
    },
    remove: (): void => {
      const { value } = active;
      active.value = null;
      if (value)
        editor.value
          ?.chain()
          .focus()
          .deleteRange({ from: value.pos, to: value.pos + 1 })
          .run();
    },
    pick: (bind: Binding): void => {
      const { value } = picking;
      picking.value = null;
      if (value?.to === 'insert') {
        editor.value?.commands.insertContent({ type: 'figure', attrs: { key: newKey(), bind } });
      } else if (value) {
        editor.value?.commands.command(({ tr }) => {
          const key = tr.doc.nodeAt(value.pos)?.attrs['key'] as string;
          tr.setNodeMarkup(value.pos, undefined, { key, bind });
          return true;
        });
      }
      focus();
    },
    giveUp: (): void => {
      const { value } = picking;
      picking.value = null;
      if (value?.to === 'insert' && value.slash) editor.value?.commands.insertContent('/');
      focus();
    },
    /** Puts the cursor at the start of a heading or paragraph, counted from 1. */
    focusParagraph: (number: number): void => {
      const { value } = editor;
      if (!value || number < 1 || number > value.state.doc.childCount) return;
      let pos = 1;
      for (let index = 0; index < number - 1; index++) pos += value.state.doc.child(index).nodeSize;
      value.chain().focus().setTextSelection(pos).scrollIntoView().run();
    },
    setBlock: (level: string): void => {
      const chain = editor.value?.chain().focus();
      if (level === '0') chain?.setParagraph().run();
      else chain?.setHeading({ level: Number(level) as 1 | 2 | 3 | 4 }).run();
    },
  };
}
