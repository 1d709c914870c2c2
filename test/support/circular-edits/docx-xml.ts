import type { Random } from '../../fuzz/random.ts';

/** One edit of the text of a DOCX, as its XML; null where the edit found nothing to do. */
export type Edit = (xml: string, random: Random) => Edited | null;

export interface Edited {
  readonly xml: string;
  /** What was done, for people. */
  readonly what: string;
}

interface TextNode {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HAN = /\p{sc=Han}/u;
/** Characters of numbers, and those that are written in two ways. */
const SPECIAL = /[〇零○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅多余圆元号日至少不低小于整正几]/u;
export const isPlain = (character: string): boolean => HAN.test(character) && !SPECIAL.test(character);
/** None of them is in the texts of a circular by chance beside the other. */
export const STRANGE = Array.from('龟鼎鹤麒魁漆穗瓷窑弦');

/** Remembers what it read last: a thousand edits begin with the same text. */
function remembering<T>(read: (xml: string) => readonly T[]): (xml: string) => readonly T[] {
  let [last, result]: [string, readonly T[]] = ['', []];
  return (xml) => {
    if (xml !== last) [last, result] = [xml, read(xml)];
    return result;
  };
}

const readTextNodes = (xml: string): TextNode[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]+)<\/w:t>/g)].map((match) => {
    const end = match.index + match[0].length - '</w:t>'.length;
    return { start: end - match[1]!.length, end, text: match[1]! };
  });

export const put = (xml: string, start: number, end: number, by: string): string =>
  xml.slice(0, start) + by + xml.slice(end);

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

interface Control {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly node: TextNode;
}

const readControls = (xml: string): Control[] =>
  [...xml.matchAll(/<w:sdt>.*?<w:tag w:val="([^"]+)"\/>.*?<\/w:sdt>/gs)].flatMap((match) => {
    const node = readTextNodes(match[0])[0];
    if (!node) return [];
    const moved = { ...node, start: node.start + match.index, end: node.end + match.index };
    return [{ start: match.index, end: match.index + match[0].length, key: match[1]!, node: moved }];
  });

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
  readonly text: string;
  readonly style: string;
}

const readParagraphs = (xml: string): Paragraph[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    xml: match[0],
    text: readTextNodes(match[0])
      .map(({ text }) => text)
      .join(''),
    style: /<w:pStyle w:val="(\w+)"/.exec(match[0])?.[1] ?? '',
  }));

export const textNodes = remembering(readTextNodes);
/** Figures in their content controls. */
export const controls = remembering(readControls);
export const paragraphs = remembering(readParagraphs);

export const bodyParagraphs = (xml: string): Paragraph[] =>
  paragraphs(xml).filter(({ style, text }) => style === 'DocumentText' && text.length > 12);

export const digits = (text: string): number[] => [...text.matchAll(/\d/g)].map(({ index }) => index);

export function pickOf<T>(random: Random, from: readonly T[]): T | null {
  return from.length === 0 ? null : random.pick(from);
}

/** A figure with a digit in it, not one of words alone. */
export const counted = (xml: string): Control[] => controls(xml).filter(({ node }) => /\d/.test(node.text));

/** Without controls and bookmarks, as a paste leaves it. */
export const flat = (xml: string): string =>
  xml
    .replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '')
    .replaceAll(/<\/?w:sdt(?:Content)?>/g, '')
    .replaceAll(/<w:bookmark(?:Start|End)[^>]*\/>/g, '');
