import { mergeAttributes, Node } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { Binding } from '../content.ts';
import type { FigureDictionary } from '../figures/figure-words.ts';

interface FigureOptions {
  readonly dictionary: FigureDictionary | null;
}

const words = (dictionary: FigureDictionary | null, { attrs }: DocumentNode) =>
  dictionary?.of(attrs['bind'] as Binding) ?? null;

/** A new key for a figure: unique in any document, letters and digits only. */
export const newKey = (): string => `f${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;

/**
 * A bound figure in the text. It is one character that has no text of its own: what it shows comes from the dictionary, so
 * it can be bound again, moved or removed, never typed into.
 */
export const Figure = Node.create<FigureOptions>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,

  addOptions() {
    return { dictionary: null };
  },

  addAttributes() {
    const json = 'data-bind';
    return {
      key: { default: null, parseHTML: (element) => element.getAttribute('data-figure') || newKey() },
      bind: {
        default: null,
        parseHTML: (element) => JSON.parse(element.getAttribute(json) ?? 'null') as unknown,
        renderHTML: ({ bind }) => ({ [json]: JSON.stringify(bind) }),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'span[data-figure][data-bind]' }];
  },

  renderHTML({ node, HTMLAttributes }) {
    const { key, ...attributes } = HTMLAttributes;
    const text = words(this.options.dictionary, node)?.text ?? '';
    return ['span', mergeAttributes(attributes, { 'data-figure': String(key) }), text];
  },

  renderText({ node }) {
    return words(this.options.dictionary, node)?.text ?? '';
  },

  addNodeView() {
    const { dictionary } = this.options;
    return ({ node }) => chip(node, dictionary);
  },
});

/** The chip on screen: redrawn when its words change, deaf to everything that is typed. */
function chip(first: DocumentNode, dictionary: FigureDictionary | null): NodeView {
  let node = first;
  const dom = document.createElement('span');
  dom.className = 'figure-chip';
  dom.contentEditable = 'false';
  const draw = (): void => {
    const found = words(dictionary, node);
    dom.dataset['figure'] = String(node.attrs['key']);
    dom.textContent = found === null ? '…' : found.text === '' ? '∅' : found.text;
    dom.classList.toggle('figure-chip-illustrative', found?.illustrative === true);
    dom.classList.toggle('figure-chip-concern', found?.concern != null && found.concern !== 'ILLUSTRATIVE');
  };
  draw();
  const stop = dictionary?.listen(draw);
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    selectNode: () => dom.classList.add('figure-chip-selected'),
    deselectNode: () => dom.classList.remove('figure-chip-selected'),
    ignoreMutation: () => true,
    destroy: () => stop?.(),
  };
}
