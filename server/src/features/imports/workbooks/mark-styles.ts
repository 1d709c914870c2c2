import type { CopiedTag, CopyEdits } from './xml-copy.ts';
import { startTag } from './xml-copy.ts';
import type { StyleOf } from './mark-sheet.ts';

/** Error and warning, as solid fills; the words of the comment say which it is. */
const FILLS = ['FFFFC7CE', 'FFFFEB9C'];
/** More styles than this cannot all have twins within what a workbook may hold. */
const TWINS_UP_TO = 20_000;

const twinsOf = (styles: number): number => Math.min(styles, styles > TWINS_UP_TO ? 1 : styles);

/** The twin of each of `styles` cell styles, once {@link MarkStyles} has added them. */
export function twinStyle(styles: number): StyleOf {
  const twins = twinsOf(styles);
  return (style, severity) => styles + (severity === 'error' ? 0 : twins) + (style < twins ? style : 0);
}

/** Edits that give every cell style a red and a yellow twin. */
export class MarkStyles implements CopyEdits {
  private firstFill = 0;
  private inCells = false;
  private readonly formats: { prefix: string; attributes: CopiedTag['attributes']; children: string }[] = [];
  private readonly twins: number;

  constructor(styles: number) {
    this.twins = twinsOf(styles);
  }

  open(tag: CopiedTag): string {
    const { local, attributes } = tag;
    if (local === 'fills' && tag.depth === 1) {
      this.firstFill = Number(attributes['count'] ?? 0);
      tag.attributes = { ...attributes, count: String(this.firstFill + FILLS.length) };
    } else if (local === 'cellXfs') {
      this.inCells = true;
      tag.attributes = { ...attributes, count: String(Number(attributes['count'] ?? 0) + 2 * this.twins) };
    } else if (this.inCells && local === 'xf') {
      this.formats.push({ prefix: tag.prefix, attributes, children: '' });
    } else if (this.inCells) {
      const format = this.formats.at(-1);
      if (format) format.children += startTag(tag.prefix + local, attributes).replace(/>$/, '/>');
    }
    return '';
  }

  close({ local, prefix, depth }: CopiedTag): string {
    if (local === 'fills' && depth === 1) {
      return FILLS.map(
        (rgb) =>
          `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${rgb}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
      ).join('');
    }
    if (local !== 'cellXfs') return '';
    this.inCells = false;
    return FILLS.map((_, fill) =>
      this.formats
        .slice(0, this.twins)
        .map(
          ({ prefix: own, attributes, children }) =>
            `${startTag(`${own}xf`, { ...attributes, fillId: String(this.firstFill + fill), applyFill: '1' })}${children}</${own}xf>`,
        )
        .join(''),
    ).join('');
  }
}
