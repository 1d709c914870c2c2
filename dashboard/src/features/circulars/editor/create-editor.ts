import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import type { Body } from '../content.ts';
import type { FigureDictionary } from '../figures/figure-words.ts';
import { bodyOf, documentOf } from './body-json.ts';
import { FigureGuard } from './figure-guard.ts';
import { Figure } from './figure-node.ts';

interface EditorInput {
  readonly element: HTMLElement;
  readonly body: Body;
  readonly dictionary: FigureDictionary;
  readonly label: string;
  readonly lang: string;
  readonly onChange: (body: Body) => void;
  readonly onSelect: () => void;
  /** The focus went to something else, or nowhere. */
  readonly onBlur: (to: EventTarget | null) => void;
  readonly onOpen: () => void;
  readonly onSlash: () => void;
  readonly onLooseNumbers: () => void;
}

/** The editor of a circular's text: headings, paragraphs, words and bound figures, and nothing else. */
export function createEditor(input: EditorInput): Editor {
  const { element, body, dictionary, onOpen, onSlash, onLooseNumbers } = input;
  return new Editor({
    element,
    content: documentOf(body),
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      Heading.configure({ levels: [1, 2, 3, 4] }),
      UndoRedo,
      Figure.configure({ dictionary }),
      FigureGuard.configure({ onOpen, onSlash, onLooseNumbers }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': input.label,
        lang: input.lang,
        spellcheck: 'false',
      },
    },
    onUpdate: ({ editor }) => input.onChange(bodyOf(editor.getJSON())),
    onSelectionUpdate: input.onSelect,
    onBlur: ({ event }) => input.onBlur(event.relatedTarget),
  });
}
