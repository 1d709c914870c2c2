import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { newKey } from './figure-node.ts';

interface GuardOptions {
  /** Enter on a figure. */
  readonly onOpen: () => void;
  /** `/` was typed. */
  readonly onSlash: () => void;
  /** Numbers were pasted, or typed right beside a figure. */
  readonly onLooseNumbers: () => void;
}

const selectedFigure = ({ selection }: EditorState): NodeSelection | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'figure' ? selection : null;

const NUMBER = /\p{Nd}/u;

function touchesFigure({ selection }: EditorState): boolean {
  const { nodeBefore, nodeAfter } = selection.$from;
  return nodeBefore?.type.name === 'figure' || nodeAfter?.type.name === 'figure';
}

/** Puts the cursor behind the selected figure, so that what is typed does not take its place. */
function stepBehind(view: EditorView): void {
  const selected = selectedFigure(view.state);
  if (!selected) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, selected.to)));
}

/** Selects the figure beside the cursor: one stroke selects, only the next removes. */
function selectBeside({ state, view }: { state: EditorState; view: EditorView }, side: 'before' | 'after'): boolean {
  const { selection } = state;
  if (!selection.empty || !(selection instanceof TextSelection)) return false;
  const { nodeBefore, nodeAfter, pos } = selection.$from;
  const node = side === 'before' ? nodeBefore : nodeAfter;
  if (node?.type.name !== 'figure') return false;
  const at = side === 'before' ? pos - node.nodeSize : pos;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)));
  return true;
}

/** Figures that were copied get keys of their own. */
function ownKeys(transactions: readonly Transaction[], { doc, tr }: EditorState): Transaction | null {
  if (!transactions.some(({ docChanged }) => docChanged)) return null;
  const used = new Set<unknown>();
  doc.descendants((node, pos) => {
    if (node.type.name !== 'figure') return;
    const { key } = node.attrs;
    if (used.has(key) || key === null) tr.setNodeMarkup(pos, undefined, { ...node.attrs, key: newKey() });
    used.add(key);
  });
  return tr.docChanged ? tr : null;
}

/** Keeps figures figures: nothing types over them, a stray stroke does not remove them, and foreign markup stays out. */
export const FigureGuard = Extension.create<GuardOptions>({
  name: 'figureGuard',

  addOptions() {
    return { onOpen: () => undefined, onSlash: () => undefined, onLooseNumbers: () => undefined };
  },

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        if (!selectedFigure(editor.state)) return false;
        this.options.onOpen();
        return true;
      },
      Backspace: ({ editor }) => selectBeside(editor, 'before'),
      Delete: ({ editor }) => selectBeside(editor, 'after'),
    };
  },

  addProseMirrorPlugins() {
    const { onSlash, onLooseNumbers } = this.options;
    return [
      new Plugin({
        appendTransaction: (transactions, _before, after) => ownKeys(transactions, after),
        props: {
          handleTextInput: (view, _from, _to, text) => {
            stepBehind(view);
            if (text === '/' && view.state.selection.empty) {
              onSlash();
              return true;
            }
            if (NUMBER.test(text) && touchesFigure(view.state)) onLooseNumbers();
            return false;
          },
          handleDOMEvents: {
            compositionstart: (view) => {
              stepBehind(view);
              return false;
            },
            // Before the editor reads it: what comes from elsewhere is words only.
            paste: (view, event) => {
              stepBehind(view);
              const html = event.clipboardData?.getData('text/html') ?? '';
              const text = event.clipboardData?.getData('text/plain') ?? '';
              if (html.includes('data-pm-slice') || text === '') return false;
              event.preventDefault();
              if (NUMBER.test(text)) onLooseNumbers();
              return view.pasteText(text, event);
            },
          },
          handleDrop: (_view, _event, _slice, moved) => !moved,
        },
      }),
    ];
  },
});
