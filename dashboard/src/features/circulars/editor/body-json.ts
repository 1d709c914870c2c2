import type { JSONContent } from '@tiptap/core';
import type { Binding, Body, BodyNode, Inline } from '../content.ts';

/**
 * The editor's document as the server keeps it: only headings, paragraphs, words and figures, nothing that an editor adds
 * (marks, empty lists, attributes of its own). Words that stand side by side are one text.
 */
export function bodyOf(document: JSONContent): Body {
  return { type: 'doc', content: (document.content ?? []).map(blockOf) };
}

function blockOf({ type, attrs, content = [] }: JSONContent): BodyNode {
  const inlines = content.reduce<Inline[]>(append, []);
  const kept = inlines.length > 0 ? { content: inlines } : {};
  if (type !== 'heading') return { type: 'paragraph', ...kept };
  return { type: 'heading', attrs: { level: levelOf(attrs?.['level']) }, ...kept };
}

const LEVELS = [1, 2, 3, 4] as const;
const levelOf = (level: unknown): (typeof LEVELS)[number] => LEVELS.find((one) => one === level) ?? 4;

function append(before: Inline[], { type, text, attrs }: JSONContent): Inline[] {
  if (type === 'figure') {
    const { key, bind } = attrs as { key: string; bind: Binding };
    return [...before, { type: 'figure', attrs: { key, bind } }];
  }
  if (text === undefined || text === '') return before;
  const last = before.at(-1);
  if (last?.type !== 'text') return [...before, { type: 'text', text }];
  return [...before.slice(0, -1), { type: 'text', text: last.text + text }];
}

/** The kept document as the editor takes it; it wants copies that it may own. */
export const documentOf = ({ type, content }: Body): JSONContent => ({
  type,
  content: structuredClone(content).map((block) => ({ ...block, content: block.content?.map(inlineOf) ?? [] })),
});

const inlineOf = (node: Inline): JSONContent =>
  node.type === 'text' ? { ...node } : { type: node.type, attrs: { ...node.attrs } };

/** The words of a text for a clipboard: a paragraph a line, figures as they are written. */
export function wordsOf(body: Body, textOf: (bind: Binding) => string): string {
  return body.content
    .map(({ content = [] }) =>
      content.map((node) => (node.type === 'text' ? node.text : textOf(node.attrs.bind))).join(''),
    )
    .join('\n');
}
