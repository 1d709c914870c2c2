import canonicalize from 'canonicalize';
import type { Lang } from '../../../domain/text.ts';
import type { Body, BodyNode, HeadingNode, InlineNode, ParagraphNode } from '../content/content.ts';
import { ordinalOf, sayingOf, sentencesOf, withoutOrdinal } from '../content/sentences-of.ts';
import type { WrittenSection } from '../sentences/compose.ts';
import { headingOrdinal, paragraphOrdinal } from '../sentences/words.ts';

/** The text as it was written from the data of a moment, and as it is written from those of a later one. */
export interface Rewriting {
  readonly lang: Lang;
  readonly was: readonly WrittenSection[];
  readonly is: readonly WrittenSection[];
}

/** A first-level heading with what stands under it; before the first heading there is none. */
interface Part {
  readonly heading: HeadingNode | null;
  readonly blocks: readonly BodyNode[];
}

const HEADING_ORDINAL = /^(?:[一二三四五六七八九十]+、|[IVX]+\. )/;
const titleOf = ({ content = [] }: HeadingNode): string => sayingOf(content).replace(HEADING_ORDINAL, '');
const saying = (node: BodyNode): string => sayingOf(withoutOrdinal(node));

/**
 * Lets the text follow the data in its words as well as in its figures: a paragraph that stands as it was written is
 * rewritten, struck where it no longer applies, and joined by those that apply now. What someone wrote or changed
 * stays.
 */
export function followData(body: Body, { lang, ...sections }: Rewriting): Body {
  const keys = new Keys(body);
  const parts = partsOf(body).map((part): Part => {
    const same = (section: WrittenSection): boolean =>
      part.heading === null ? section.title === '' : section.title === titleOf(part.heading);
    const [was, is] = [sections.was.find(same), sections.is.find(same)];
    return was
      ? { ...part, blocks: followSection(part.blocks, was, is ?? { ...was, paragraphs: [] }, lang, keys) }
      : part;
  });
  return { type: 'doc', content: joinParts(withNewSections(parts, sections, lang, keys), lang) };
}

/** Adds the sections that had nothing to say before, each behind those that it comes after. */
function withNewSections(
  parts: readonly Part[],
  { was, is }: Pick<Rewriting, 'was' | 'is'>,
  lang: Lang,
  keys: Keys,
): Part[] {
  const all = [...parts];
  is.forEach(({ title, paragraphs }, i) => {
    if (title === '' || was.some((section) => section.title === title)) return;
    const before = new Set(is.slice(0, i).map((section) => section.title));
    const at = all.findLastIndex(({ heading }) => heading === null || before.has(titleOf(heading)));
    const text = `${headingOrdinal(1, lang)}${title}`;
    const heading: HeadingNode = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] };
    all.splice(at + 1, 0, { heading, blocks: paragraphs.map(({ node }) => keys.carry(node, { type: 'paragraph' })) });
  });
  return all;
}

/** The sentences of a text that were written from the data of then and are not what those of now would have written. */
export function outdatedSentences(body: Body, sections: Rewriting): { paragraph: number; nodes: InlineNode[] }[] {
  const all = (sections: readonly WrittenSection[]): Set<string> =>
    new Set(sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ node }) => sentencesOf(node).map(sayingOf))));
  const [was, is] = [all(sections.was), all(sections.is)];
  return body.content.flatMap((node, i) =>
    sentencesOf(node).flatMap((nodes) => {
      const wording = sayingOf(nodes);
      return was.has(wording) && !is.has(wording) ? [{ paragraph: i + 1, nodes }] : [];
    }),
  );
}

function partsOf({ content }: Body): Part[] {
  const starts = content.flatMap((node, i) => (node.type === 'heading' && node.attrs.level === 1 ? [i] : []));
  return [-1, ...starts].map((start, i) => {
    const heading = content[start];
    return {
      heading: heading?.type === 'heading' ? heading : null,
      blocks: content.slice(start + 1, starts[i] ?? content.length),
    };
  });
}

function followSection(
  blocks: readonly BodyNode[],
  was: WrittenSection,
  is: WrittenSection,
  lang: Lang,
  keys: Keys,
): BodyNode[] {
  const left = new Map(was.paragraphs.map(({ id, node }) => [saying(node), id]));
  const current = new Map(is.paragraphs.map(({ id, node }) => [id, node]));
  const placed = blocks.flatMap((block): { id: string | null; node: BodyNode }[] => {
    const id = block.type === 'paragraph' ? left.get(saying(block)) : undefined;
    if (id === undefined) return [{ id: null, node: block }];
    left.delete(saying(block));
    const node = current.get(id);
    if (!node) return [];
    return [{ id, node: saying(node) === saying(block) ? block : keys.carry(node, block) }];
  });
  const known = new Set(was.paragraphs.map(({ id }) => id));
  is.paragraphs.forEach(({ id, node }, i) => {
    if (known.has(id)) return;
    const before = new Set(is.paragraphs.slice(0, i).map((paragraph) => paragraph.id));
    const at = placed.findLastIndex((paragraph) => paragraph.id !== null && before.has(paragraph.id));
    placed.splice(at + 1, 0, { id, node: keys.carry(node, { type: 'paragraph' }) });
  });
  const nodes = placed.map(({ node }) => node);
  return was.plan.counted && !sameBlocks(nodes, blocks) ? countAgain(nodes, was, is, lang) : nodes;
}

const sameBlocks = (a: readonly BodyNode[], b: readonly BodyNode[]): boolean =>
  a.length === b.length && a.every((node, i) => node === b[i]);

/** 一是, 二是 in order again; a paragraph that stands alone is not counted. */
function countAgain(nodes: readonly BodyNode[], was: WrittenSection, is: WrittenSection, lang: Lang): BodyNode[] {
  const written = new Set([...was.paragraphs, ...is.paragraphs].map(({ node }) => saying(node)));
  const counted = (node: BodyNode): boolean =>
    node.type === 'paragraph' && (ordinalOf(node) !== '' || written.has(saying(node)));
  const many = nodes.filter(counted).length > 1;
  let place = 0;
  return nodes.map((node) => {
    if (!counted(node)) return node;
    place += 1;
    return withOrdinal(node, many ? paragraphOrdinal(place, lang) : '');
  });
}

function withOrdinal(node: BodyNode, ordinal: string): BodyNode {
  if (ordinalOf(node) === ordinal) return node;
  const [first, ...rest] = withoutOrdinal(node);
  if (ordinal === '') return { ...node, content: first ? [first, ...rest] : [] };
  if (first?.type === 'text') return { ...node, content: [{ type: 'text', text: `${ordinal}${first.text}` }, ...rest] };
  return { ...node, content: [{ type: 'text', text: ordinal }, ...(first ? [first, ...rest] : [])] };
}

/** The parts one after another, without those of which nothing is left, their headings counted again where they do not count up. */
function joinParts(parts: readonly Part[], lang: Lang): BodyNode[] {
  const kept = parts.filter(({ heading, blocks }) => heading === null || blocks.length > 0);
  let place = 0;
  return kept.flatMap(({ heading, blocks }) => {
    if (!heading) return blocks;
    place += 1;
    const [first, ...rest] = heading.content ?? [];
    const ordinal = headingOrdinal(place, lang);
    if (first?.type !== 'text' || !HEADING_ORDINAL.test(first.text) || first.text.startsWith(ordinal))
      return [heading, ...blocks];
    const text = first.text.replace(HEADING_ORDINAL, ordinal);
    return [{ ...heading, content: [{ type: 'text' as const, text }, ...rest] }, ...blocks];
  });
}

/** Keys of figures: one that says what another said before keeps its key, a new one has a key that none had. */
class Keys {
  readonly #used: Set<string>;

  constructor({ content }: Body) {
    this.#used = new Set(
      content.flatMap(({ content: nodes = [] }) =>
        nodes.flatMap((node) => (node.type === 'figure' ? [node.attrs.key] : [])),
      ),
    );
  }

  carry(node: ParagraphNode, from: BodyNode): ParagraphNode {
    const left = (from.content ?? []).flatMap((inline) => (inline.type === 'figure' ? [inline.attrs] : []));
    const content = (node.content ?? []).map((inline): InlineNode => {
      if (inline.type === 'text') return inline;
      const { bind } = inline.attrs;
      const at = left.findIndex((old) => canonicalize(old.bind) === canonicalize(bind));
      const [kept] = at < 0 ? [] : left.splice(at, 1);
      return { type: 'figure', attrs: { key: kept?.key ?? this.#own(inline.attrs.key), bind } };
    });
    return { type: 'paragraph', content };
  }

  #own(key: string): string {
    let own = key;
    for (let copy = 2; this.#used.has(own); copy++) own = `${key.slice(0, 40)}-${copy}`;
    this.#used.add(own);
    return own;
  }
}
