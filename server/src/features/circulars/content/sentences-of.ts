import canonicalize from 'canonicalize';
import type { BodyNode, InlineNode } from './content.ts';

/** 一是, or (1), that a counted paragraph opens with. */
const ORDINAL = /^(?:[一二三四五六七八九十]{1,3}是|[（(]\d{1,2}[)）]\s?)/;
const AFTER_STOP = /(?<=[。！？])|(?<=[.!?]\s)/;
const STOPPED = /(?:[。！？]|[.!?]\s)$/;

/** The ordinal of a paragraph, '' if it has none. */
export const ordinalOf = ({ content: [first] = [] }: BodyNode): string =>
  (first?.type === 'text' && ORDINAL.exec(first.text)?.[0]) || '';

/** A paragraph's words and figures behind its ordinal. */
export function withoutOrdinal(node: BodyNode): readonly InlineNode[] {
  const [first, ...rest] = node.content ?? [];
  const ordinal = ordinalOf(node);
  if (ordinal === '' || first?.type !== 'text') return node.content ?? [];
  const text = first.text.slice(ordinal.length);
  return text === '' ? rest : [{ type: 'text', text }, ...rest];
}

/** The sentences of a paragraph, or the words of a heading. */
export function sentencesOf(node: BodyNode): InlineNode[][] {
  const sentences: InlineNode[][] = [];
  let open: InlineNode[] = [];
  for (const inline of withoutOrdinal(node)) {
    if (inline.type === 'figure') {
      open.push(inline);
      continue;
    }
    for (const text of inline.text.split(AFTER_STOP)) {
      open.push({ type: 'text', text });
      if (!STOPPED.test(text)) continue;
      sentences.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...sentences, open] : sentences;
}

/** The same text for the same words and the same bindings, whatever the keys of the figures. */
export const sayingOf = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.text : `{${canonicalize(node.attrs.bind)}}`))
    .join('')
    .trim();
