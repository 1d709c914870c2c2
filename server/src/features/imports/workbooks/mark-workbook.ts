import { escapeXml } from '../../../rendering/workbook/xml-text.ts';
import { parseWhole, SPREADSHEET } from '../reading/xlsx-parts.ts';
import { withPrefix, type CopiedTag, type CopyEdits } from './xml-copy.ts';

/** The sheets that a workbook part lists, in its order. */
export function listedSheets(xml: string, part: string): { readonly name: string; readonly id: number }[] {
  const sheets: { name: string; id: number }[] = [];
  parseWhole(xml, part, SPREADSHEET, {
    open(tag, { name = '', sheetId }) {
      if (tag === 'sheet') sheets.push({ name, id: Number(sheetId ?? 0) });
    },
  });
  return sheets;
}

export interface SheetInFront {
  readonly name: string;
  /** of its relation */
  readonly relation: string;
  /** what `r` stands for */
  readonly relations: string;
  /** sheets that go */
  readonly dropped: ReadonlySet<string>;
  /** the sheet that the workbook opens with */
  readonly opened: string;
}

/** Edits of the workbook part: a sheet in front of the others, old ones of its kind gone, the workbook opened at a sheet. */
export class MarkWorkbook implements CopyEdits {
  private inserted = false;
  private viewed = false;
  /** the place of each sheet in the new order; undefined for those that go */
  private readonly places: readonly (number | undefined)[];

  constructor(
    private readonly sheets: ReturnType<typeof listedSheets>,
    private readonly front: SheetInFront,
  ) {
    let next = 1;
    this.places = sheets.map(({ name }) => (front.dropped.has(name) ? undefined : next++));
  }

  open(tag: CopiedTag): string | null {
    const { local, prefix, depth, attributes } = tag;
    if (depth === 1 && local === 'sheets' && !this.viewed)
      return withPrefix(`<bookViews><workbookView activeTab="${this.openedAt}"/></bookViews>`, prefix);
    if (local === 'workbookView') this.openView(tag);
    if (local === 'definedName') return this.openName(tag);
    if (local !== 'sheet') return '';
    const before = this.inserted ? '' : this.sheet(prefix);
    this.inserted = true;
    // the first of a workbook's sheets may be one that goes: its successor brings the new one
    if (!this.front.dropped.has(attributes['name'] ?? '')) return before;
    this.inserted = before === '';
    return null;
  }

  close({ local, prefix }: CopiedTag): string {
    if (local !== 'sheets' || this.inserted) return '';
    this.inserted = true;
    return this.sheet(prefix);
  }

  private get openedAt(): number {
    const at = this.sheets.findIndex(({ name }) => name === this.front.opened);
    return this.places[at] ?? 0;
  }

  private openView(tag: CopiedTag): void {
    const { firstSheet: _, ...attributes } = tag.attributes;
    tag.attributes = this.viewed ? attributes : { ...attributes, activeTab: String(this.openedAt) };
    this.viewed = true;
  }

  /** Names of one sheet say which by its place. */
  private openName(tag: CopiedTag): string | null {
    const { localSheetId } = tag.attributes;
    if (localSheetId === undefined) return '';
    const place = this.places[Number(localSheetId)];
    if (place === undefined) return null;
    tag.attributes = { ...tag.attributes, localSheetId: String(place) };
    return '';
  }

  private sheet(prefix: string): string {
    const id = Math.max(0, ...this.sheets.map((sheet) => sheet.id)) + 1;
    const { name, relation, relations } = this.front;
    return `<${prefix}sheet xmlns:r="${relations}" name="${escapeXml(name)}" sheetId="${id}" r:id="${relation}"/>`;
  }
}
