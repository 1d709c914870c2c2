import { refuse } from '../../../reading/file-refused.ts';
import { LIMITS } from '../../../reading/limits.ts';
import type { Attributes, XmlHandler } from '../../../reading/xml-stream.ts';
import { ParagraphDraft } from './paragraph-draft.ts';
import { attribute, outlineLevel } from './style-levels.ts';

interface OpenTable {
  readonly index: number;
  row: number;
  column: number;
  /** Columns that the open cell takes. */
  span: number;
  rowDeleted: boolean;
}

interface Control {
  key: string | undefined;
  placeholder: boolean;
}

/** A drawing while it is read: a picture if it names an image. */
interface OpenDrawing {
  description: string;
  /** Relationships of its images, the one that is shown first. */
  readonly images: string[];
}

const DRAWINGS = new Set(['drawing', 'pict', 'object']);
/** What is not part of the accepted text: deletions, what was moved away, drawings as such, the second of two forms. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'Fallback', 'rt', ...DRAWINGS]);

/** Reads word/document.xml into paragraphs, whichever program wrote it (ISO/IEC 29500-1, 17). */
export class BodyReader implements XmlHandler {
  readonly paragraphs: ParagraphDraft[] = [];
  private readonly path: string[] = [];
  /** Per open element that changes it: whether what is within counts. */
  private readonly counted: boolean[] = [true];
  private readonly drafts: ParagraphDraft[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly controls: Control[] = [];
  private readonly drawings: OpenDrawing[] = [];
  /** Of the fields that are open, by depth, whether their code is; and how many codes are open. */
  private readonly fields: boolean[] = [];
  private openCodes = 0;
  private readonly bookmarks = new Map<string, string>();
  private carried: ParagraphDraft | undefined;
  private tableCount = 0;

  /** @param bookmarked keys of figures by the names of their bookmarks */
  constructor(private readonly bookmarked: ReadonlyMap<string, string>) {}

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (this.path.length > LIMITS.markupDepth) throw refuse('BAD_XML', '嵌套过深', 'elements are nested too deeply');
    if (LEFT_OUT.has(name) && parent !== 'rPr' && parent !== 'trPr') this.counted.push(false);
    // A text box is text although its drawing is not, but not in the form that repeats it.
    else if (name === 'txbxContent') this.counted.push(!this.within('Fallback') && !this.within('del'));
    this.openBlock(name);
    this.drawing(name, attributes);
    if (parent === 'pPr' || parent === 'rPr' || parent === 'trPr' || parent === 'tcPr' || parent === 'sdtPr') {
      this.property(parent, name, attributes);
    } else if (parent === 'r') this.inRun(name, attributes);
    else this.bookmark(name, attributes);
  }

  text(text: string): void {
    if (this.path.at(-1) === 't' && this.path.at(-2) === 'r') this.append(text);
  }

  close(name: string): void {
    const parent = this.path.at(-2);
    this.path.pop();
    if ((LEFT_OUT.has(name) && parent !== 'rPr' && parent !== 'trPr') || name === 'txbxContent') this.counted.pop();
    if (DRAWINGS.has(name)) this.closeDrawing();
    else if (name === 'p') this.closeParagraph();
    else if (name === 'tbl') this.tables.pop();
    else if (name === 'tc') this.closeCell();
    else if (name === 'sdt') this.closeControl();
    else if (name === 'body' && this.carried) this.keep(this.carried);
  }

  private openBlock(name: string): void {
    const table = this.tables.at(-1);
    if (name === 'p') this.openParagraph();
    else if (name === 'tbl') {
      this.tables.push({ index: this.tableCount, row: -1, column: -1, span: 1, rowDeleted: false });
      this.tableCount += 1;
    } else if (name === 'tr' && table) Object.assign(table, { row: table.row + 1, column: -1, rowDeleted: false });
    else if (name === 'tc' && table) Object.assign(table, { column: table.column + 1, span: 1 });
    else if (name === 'sdt') this.controls.push({ key: undefined, placeholder: false });
  }

  private openParagraph(): void {
    const table = this.tables.at(-1);
    const cell = table ? { table: table.index, row: table.row, column: table.column } : null;
    this.drafts.push(this.carried ?? new ParagraphDraft(cell));
    this.carried = undefined;
  }

  private closeParagraph(): void {
    const draft = this.drafts.pop();
    if (!draft || !this.counts() || this.tables.at(-1)?.rowDeleted) return;
    if (draft.endDeleted) {
      draft.endDeleted = false;
      this.carried = draft;
    } else this.keep(draft);
  }

  private keep(draft: ParagraphDraft): void {
    if (this.paragraphs.length >= LIMITS.paragraphs) throw refuse('PART_TOO_LARGE', '段落过多', 'too many paragraphs');
    this.paragraphs.push(draft);
    this.carried = undefined;
  }

  private closeCell(): void {
    if (this.carried) this.keep(this.carried);
    const table = this.tables.at(-1);
    if (table) table.column += table.span - 1;
  }

  private closeControl(): void {
    const control = this.controls.pop();
    if (control?.key !== undefined && this.counts()) this.drafts.at(-1)?.emptied(control.key);
  }

  private drawing(name: string, attributes: Attributes): void {
    if (DRAWINGS.has(name)) this.drawings.push({ description: '', images: [] });
    const open = this.drawings.at(-1);
    if (!open) return;
    if (name === 'docPr') open.description = attribute(attributes, 'descr') ?? '';
    else if (name === 'shape') open.description ||= attribute(attributes, 'alt') ?? '';
    else if (name === 'blip') open.images.push(attribute(attributes, 'embed') ?? '');
    else if (name === 'svgBlip') open.images.unshift(attribute(attributes, 'embed') ?? '');
    else if (name === 'imagedata' || name === 'chart') open.images.push(attribute(attributes, 'id') ?? '');
  }

  private closeDrawing(): void {
    const drawing = this.drawings.pop();
    if (drawing && drawing.images.length > 0 && this.counts()) this.drafts.at(-1)?.picture(drawing);
  }

  private property(parent: string, name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val');
    const draft = this.drafts.at(-1);
    const table = this.tables.at(-1);
    const control = this.controls.at(-1);
    if (parent === 'sdtPr' && control) {
      if (name === 'tag') control.key = value;
      if (name === 'showingPlcHdr') control.placeholder = value !== '0' && value !== 'false';
    } else if (parent === 'pPr' && draft) {
      if (name === 'pStyle') draft.style = value;
      if (name === 'outlineLvl') draft.outline = outlineLevel(value);
    } else if (parent === 'rPr' && draft && this.path.at(-3) === 'pPr') {
      if (name === 'del' || name === 'moveFrom') draft.endDeleted = true;
    } else if (parent === 'trPr' && table) {
      if (name === 'del') table.rowDeleted = true;
    } else if (parent === 'tcPr' && table && name === 'gridSpan') table.span = Math.max(1, Number(value) || 1);
  }

  private inRun(name: string, attributes: Attributes): void {
    if (name === 'tab' || name === 'ptab') this.append('\t');
    else if (name === 'cr' || (name === 'br' && (attribute(attributes, 'type') ?? 'textWrapping') === 'textWrapping')) {
      this.append('\n');
    } else if (name === 'noBreakHyphen') this.append('-');
    else if (name === 'sym') this.append(symbol(attribute(attributes, 'char')));
    else if (name === 'fldChar') this.field(attribute(attributes, 'fldCharType'));
  }

  private field(type: string | undefined): void {
    if (type === 'begin') {
      this.fields.push(true);
      this.openCodes += 1;
    } else if (type === 'separate' || type === 'end') {
      if (this.fields.at(-1)) this.openCodes -= 1;
      if (type === 'end') this.fields.pop();
      else if (this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    }
  }

  private bookmark(name: string, attributes: Attributes): void {
    if (name !== 'bookmarkStart' && name !== 'bookmarkEnd') return;
    const id = attribute(attributes, 'id') ?? '';
    const key = this.bookmarked.get(attribute(attributes, 'name') ?? '');
    if (name === 'bookmarkEnd') this.bookmarks.delete(id);
    else if (key !== undefined) this.bookmarks.set(id, key);
  }

  private append(text: string): void {
    const placeholder = this.controls.some((control) => control.placeholder);
    if (!this.counts() || placeholder || this.openCodes > 0) return;
    const controls = this.controls.flatMap(({ key }) => (key === undefined ? [] : [{ key, by: 'control' as const }]));
    const bookmarks = [...this.bookmarks.values()].map((key) => ({ key, by: 'bookmark' as const }));
    this.drafts.at(-1)?.append(text, [...controls, ...bookmarks]);
  }

  private counts = (): boolean => this.counted.at(-1) ?? true;

  private within = (name: string): boolean => this.path.includes(name);
}

/** A character of a symbol font; those of the private use area are given as the font's own code. */
const symbol = (hex: string | undefined): string => {
  const code = Number.parseInt(hex ?? '', 16);
  return Number.isNaN(code) || code > 0x10ffff ? '' : String.fromCodePoint(code);
};
