import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { onBeforeUnmount, onMounted, onScopeDispose, shallowRef, useTemplateRef, type ShallowRef } from 'vue';
import type { Binding, Body } from '../content.ts';
import type { FigureDictionary } from '../figures/figure-words.ts';
import { createEditor } from './create-editor.ts';
import { useFigureActions, type ActiveFigure, type Picking } from './use-figure-actions.ts';
import { useFigureHover } from './use-figure-hover.ts';

interface ProseInput {
  readonly body: Body;
  readonly dictionary: FigureDictionary;
  readonly label: string;
  readonly lang: string;
  readonly onChange: (body: Body) => void;
}

/** What the toolbar shows. */
export interface ProseTools {
  readonly block: '0' | '1' | '2' | '3' | '4';
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NO_TOOLS: ProseTools = { block: '0', canUndo: false, canRedo: false };
const NOTE_MS = 12_000;

/** The editor and what stands around it: the card of a figure, the picker, the state of the toolbar. */
export function useProseEditor(input: ProseInput) {
  const host = useTemplateRef<HTMLElement>('host');
  const card = useTemplateRef<HTMLElement>('card');
  const editor = shallowRef<Editor | null>(null);
  const active = shallowRef<ActiveFigure | null>(null);
  const picking = shallowRef<Picking | null>(null);
  const tools = shallowRef(NO_TOOLS);
  const note = usePassingNote();

  const { figureAt, selected, focused } = figuresOf(editor);
  const look = (): void => {
    if (!editor.value) return;
    active.value = focused();
    tools.value = toolsOf(editor.value);
  };
  useFigureHover(host, card, {
    show: (element) => {
      const pos = editor.value?.view.posAtDOM(element, 0) ?? -1;
      if (!active.value && !picking.value && pos >= 0) active.value = figureAt(pos);
    },
    hide: () => {
      if (!card.value?.contains(document.activeElement)) active.value = focused();
    },
  });

  onMounted(() => {
    editor.value = createEditor({
      ...input,
      element: host.value!,
      onChange: (body) => {
        input.onChange(body);
        look();
      },
      onSelect: look,
      onBlur: (to) => {
        if (!(to instanceof Element) || !to.closest('[data-figure-card]')) active.value = null;
      },
      onOpen: () => {
        active.value = selected();
        requestAnimationFrame(() => card.value?.querySelector<HTMLElement>('button, a')?.focus());
      },
      onSlash: () => (picking.value = { to: 'insert', slash: true }),
      onLooseNumbers: note.show,
    });
  });
  onBeforeUnmount(() => {
    editor.value?.destroy();
    // A frame or a timer that comes later finds no editor rather than one without its text.
    editor.value = null;
  });

  const looseNumbers = note.shown;
  return { editor, active, picking, tools, looseNumbers, selected, ...useFigureActions(editor, active, picking) };
}

/** The figures of the text: at a place, the selected one, and that one while the text has the focus. */
function figuresOf(editor: Readonly<ShallowRef<Editor | null>>) {
  const figureAt = (pos: number): ActiveFigure | null => {
    const view = editor.value?.view;
    const node = view?.state.doc.nodeAt(pos);
    const element = view?.nodeDOM(pos);
    if (node?.type.name !== 'figure' || !(element instanceof HTMLElement)) return null;
    return { pos, bind: node.attrs['bind'] as Binding, element };
  };
  const selected = (): ActiveFigure | null => {
    const selection = editor.value?.state.selection;
    return selection instanceof NodeSelection ? figureAt(selection.from) : null;
  };
  const focused = (): ActiveFigure | null => (editor.value?.view.hasFocus() ? selected() : null);
  return { figureAt, selected, focused };
}

/** A note that goes away on its own. */
function usePassingNote() {
  const shown = shallowRef(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  return {
    shown,
    show: (): void => {
      shown.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => (shown.value = false), NOTE_MS);
    },
  };
}

function toolsOf(editor: Editor): ProseTools {
  const levels = ['1', '2', '3', '4'] as const;
  return {
    block: levels.find((level) => editor.isActive('heading', { level: Number(level) })) ?? '0',
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}
