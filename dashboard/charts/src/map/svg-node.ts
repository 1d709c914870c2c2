/** An element of a drawing that a page shows as live nodes and a file as text. */
export interface SvgNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly SvgNode[];
  readonly text?: string;
  /** Number of the link that the element is; in a file it is a mere group. */
  readonly link?: number;
}

export const node = (
  tag: string,
  attrs: SvgNode['attrs'],
  children: readonly SvgNode[] = [],
  more: Pick<SvgNode, 'text' | 'link'> = {},
): SvgNode => ({ tag, attrs, children, ...more });

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The element as markup. */
export function svgText({ tag, attrs, children, text }: SvgNode): string {
  const written = Object.entries(attrs).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${written.join('')}>${text === undefined ? '' : escaped(text)}${children.map(svgText).join('')}</${tag}>`;
}

/** A coordinate as it is written: to a tenth of a px. */
export const px = (value: number): number => Math.round(value * 10) / 10;
