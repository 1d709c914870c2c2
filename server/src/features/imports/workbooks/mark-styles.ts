import type { ArchiveEntry } from '../../../reading/archive.ts';
import { readPart } from '../../../reading/archive.ts';
import type { Severity } from '../../../recording/problems.ts';
import { parseWhole, SPREADSHEET } from '../reading/xlsx-parts.ts';
import { startTag, withPrefix, type CopiedTag, type CopyEdits } from './xml-copy.ts';

/** Lists of a stylesheet in their order (ECMA-376, CT_Stylesheet). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

const PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
/** What the first entries of each list must be: a cell without a style takes them, and the first two fills are given. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="宋体"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: [PLAIN],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};

const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;

/** Error, warning, header of the list. The words of the comment say which of the two it is. */
const FILLS = { error: 0, warning: 1, header: 2 } as const;
const FONTS = { plain: 0, bold: 1, title: 2, link: 3 } as const;
const ADDED: Readonly<Record<string, readonly string[]>> = {
  fonts: [
    '<font><sz val="11"/><name val="宋体"/></font>',
    '<font><b/><sz val="11"/><name val="宋体"/></font>',
    '<font><b/><sz val="14"/><name val="宋体"/></font>',
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font>',
  ],
  fills: ['FFFFC7CE', 'FFFFEB9C', 'FFE7E6E6'].map(solid),
  borders: [`<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`],
  cellStyleXfs: [],
};

/** Styles of the list of problems, by the place that they have among those that are added. */
const LIST = ['title', 'header', 'text', 'link', 'error', 'warning'] as const;
export type ListStyles = Readonly<Record<(typeof LIST)[number], number>>;

/** What Excel holds: 65,490 cell formats, some of which are its own. */
const MOST_FORMATS = 65_000;

type Counts = Readonly<Record<string, number>>;

async function countsOf(entry: ArchiveEntry | null): Promise<Counts> {
  const counts: Record<string, number> = {};
  if (!entry) return counts;
  const open: string[] = [];
  parseWhole(await readPart(entry), entry.name, SPREADSHEET, {
    open(tag) {
      const list = open[1];
      if (open.length === 1 && tag in FIRST) counts[tag] ??= 0;
      if (open.length === 2 && list !== undefined && list in FIRST) counts[list] = (counts[list] ?? 0) + 1;
      open.push(tag);
    },
    close: () => void open.pop(),
  });
  return counts;
}

interface Twin {
  readonly at: number;
  readonly style: number;
  readonly severity: Severity;
}

interface Format {
  readonly attributes: CopiedTag['attributes'];
  children: string;
}

/**
 * Edits that append to a workbook's stylesheet what marked cells and the list of problems need: for each marked style a red
 * or yellow twin, and styles of the list's own. Lists that the stylesheet lacks are added. The sheets must be copied
 * before it, as they say which twins there are.
 */
export class MarkStyles implements CopyEdits {
  readonly list: ListStyles;
  private readonly twins = new Map<string, Twin>();
  private readonly formats = new Map<number, Format>();
  private format: Format | undefined;
  private at = 0;
  private written = 0;
  private within = '';

  private constructor(private readonly counts: Counts) {
    const from = this.firstOf('cellXfs');
    this.list = Object.fromEntries(LIST.map((name, at) => [name, from + at])) as ListStyles;
  }

  static async of(entry: ArchiveEntry | null): Promise<MarkStyles> {
    return new MarkStyles(await countsOf(entry));
  }

  /** The style of a marked cell. */
  twinOf(style: number, severity: Severity): number {
    const first = this.firstOf('cellXfs') + LIST.length;
    const isKnown = style < (this.counts['cellXfs'] ?? 0) && first + this.twins.size < MOST_FORMATS;
    const key = `${isKnown ? style : 0} ${severity}`;
    const twin = this.twins.get(key) ?? { at: this.twins.size, style: isKnown ? style : 0, severity };
    this.twins.set(key, twin);
    return first + twin.at;
  }

  open(tag: CopiedTag): string {
    if (tag.depth === 1) {
      this.within = tag.local;
      this.at = -1;
      const missing = this.missing(ORDER.indexOf(tag.local), tag.prefix);
      if (tag.local in FIRST) tag.attributes = { ...tag.attributes, count: String(this.sizeOf(tag.local)) };
      return missing;
    }
    if (this.within !== 'cellXfs') return '';
    if (tag.depth === 2) this.openFormat(tag);
    else if (tag.depth === 3 && this.format && ['alignment', 'protection'].includes(tag.local))
      this.format.children += startTag(tag.local, tag.attributes).replace(/>$/, '/>');
    return '';
  }

  close({ local, prefix, depth }: CopiedTag): string {
    if (depth === 0) return this.missing(ORDER.length, prefix);
    return depth === 1 && local in FIRST ? withPrefix(this.appended(local), prefix) : '';
  }

  private openFormat({ attributes }: CopiedTag): void {
    this.at += 1;
    const isWanted = [...this.twins.values()].some(({ style }) => style === this.at);
    this.format = isWanted ? { attributes, children: '' } : undefined;
    if (this.format) this.formats.set(this.at, this.format);
  }

  /** Place of the first entry that is added to a list. */
  private firstOf(list: string): number {
    return Math.max(this.counts[list] ?? 0, FIRST[list]?.length ?? 0);
  }

  private sizeOf(list: string): number {
    const added = list === 'cellXfs' ? LIST.length + this.twins.size : (ADDED[list]?.length ?? 0);
    return this.firstOf(list) + added;
  }

  /** Lists before the one of this rank that the stylesheet does not have. */
  private missing(rank: number, prefix: string): string {
    const lists = ORDER.slice(this.written, Math.max(rank, this.written));
    this.written = Math.max(rank, this.written);
    return lists
      .filter((list) => list in FIRST && this.counts[list] === undefined)
      .map((list) => withPrefix(`<${list} count="${this.sizeOf(list)}">${this.appended(list)}</${list}>`, prefix))
      .join('');
  }

  private appended(list: string): string {
    const first = (FIRST[list] ?? []).slice(this.counts[list] ?? 0);
    return [...first, ...(list === 'cellXfs' ? this.cellFormats() : (ADDED[list] ?? []))].join('');
  }

  private cellFormats(): string[] {
    const [font, fill, border] = [this.firstOf('fonts'), this.firstOf('fills'), this.firstOf('borders')];
    const own = (face: number, colour: number | null, alignment: string): string =>
      `<xf numFmtId="49" fontId="${font + face}" fillId="${colour === null ? 0 : fill + colour}" borderId="${colour === null && alignment === '' ? 0 : border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    const wrapped = '<alignment vertical="top" wrapText="1"/>';
    const list: Record<keyof ListStyles, string> = {
      title: own(FONTS.title, null, ''),
      header: own(FONTS.bold, FILLS.header, wrapped),
      text: own(FONTS.plain, null, wrapped),
      link: own(FONTS.link, null, wrapped),
      error: own(FONTS.plain, FILLS.error, wrapped),
      warning: own(FONTS.plain, FILLS.warning, wrapped),
    };
    const twins = [...this.twins.values()].map(({ style, severity }) => {
      const { attributes = { numFmtId: '0', fontId: '0', borderId: '0' }, children = '' } =
        this.formats.get(style) ?? {};
      const filled = { ...attributes, fillId: String(fill + FILLS[severity]), applyFill: '1' };
      return `${startTag('xf', filled)}${children}</xf>`;
    });
    return [...LIST.map((name) => list[name]), ...twins];
  }
}
