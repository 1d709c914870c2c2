import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { columnOfRef } from '../reading/xlsx-rows.ts';
import type { CopiedTag, CopyEdits } from './xml-copy.ts';

/** Elements of a worksheet before `sheetViews`. */
const BEFORE_VIEWS = new Set(['sheetPr', 'dimension']);
/** Rows and columns of a sheet that one sees without scrolling, and what is left in sight above the cell if not. */
const IN_SIGHT = { rows: 20, columns: 6 };
const LEFT_ABOVE = { rows: 4, columns: 2 };

interface Pane {
  readonly columns: number;
  readonly rows: number;
}

/** Edits that let a worksheet open at a cell, or, without one, keep it from being opened beside the sheet that is. */
export class MarkView implements CopyEdits {
  private seen = false;
  private selected = false;
  private inFirst = false;
  private pane: Pane = { columns: 0, rows: 0 };
  private split = false;

  constructor(
    private readonly cell: string | null,
    private readonly hasPane: boolean,
  ) {}

  open(tag: CopiedTag): string {
    const { local, depth, prefix } = tag;
    if (depth === 1 && local === 'sheetViews') this.seen = true;
    else if (depth === 1 && !this.seen && !BEFORE_VIEWS.has(local)) return this.added(prefix);
    else if (depth === 2 && local === 'sheetView') this.openView(tag);
    else if (depth === 3 && this.inFirst) return this.openPart(tag);
    return '';
  }

  close({ local, depth, prefix }: CopiedTag): string {
    if (depth !== 2 || local !== 'sheetView') return '';
    const selection = this.inFirst ? this.selection(prefix) : '';
    this.inFirst = false;
    return selection;
  }

  private openView(tag: CopiedTag): void {
    const { tabSelected: _, topLeftCell, ...attributes } = tag.attributes;
    this.inFirst = this.cell !== null && !this.selected && (attributes['workbookViewId'] ?? '0') === '0';
    const scrolled =
      this.inFirst && !this.hasPane ? this.scrolled(this.pane) : topLeftCell === undefined ? {} : { topLeftCell };
    tag.attributes = { ...attributes, ...(this.inFirst ? { tabSelected: '1' } : {}), ...scrolled };
  }

  private openPart(tag: CopiedTag): string {
    if (tag.local === 'pane') this.openPane(tag);
    else if (tag.local !== 'selection') return this.selection(tag.prefix);
    else if (!this.split && (tag.attributes['pane'] ?? 'topLeft') === this.paneName) {
      this.selected = true;
      tag.attributes = this.selectionAttributes;
    }
    return '';
  }

  private openPane(tag: CopiedTag): void {
    const { state, xSplit, ySplit } = tag.attributes;
    this.split = !['frozen', 'frozenSplit'].includes(state ?? 'split');
    if (this.split) return;
    this.pane = { columns: Number(xSplit ?? 0), rows: Number(ySplit ?? 0) };
    const { topLeftCell } = this.scrolled(this.pane);
    tag.attributes = { ...tag.attributes, topLeftCell, activePane: this.paneName };
  }

  private get at(): { readonly row: number; readonly column: number } {
    const cell = this.cell ?? 'A1';
    return { row: Number(cell.replace(/^[A-Z]+/, '')), column: columnOfRef(cell) };
  }

  /** Of the panes that do not move together the one that holds the cell. */
  private get paneName(): string {
    const { row, column } = this.at;
    const { rows, columns } = this.pane;
    const vertical = rows > 0 && row > rows ? 'bottom' : 'top';
    return vertical + (columns > 0 && column >= columns ? 'Right' : 'Left');
  }

  private scrolled({ rows, columns }: Pane): { readonly topLeftCell: string } {
    const { row, column } = this.at;
    const top = row > rows + IN_SIGHT.rows ? row - LEFT_ABOVE.rows : rows + 1;
    const left = column > columns + IN_SIGHT.columns ? column - LEFT_ABOVE.columns : columns;
    return { topLeftCell: `${columnName(left)}${top}` };
  }

  private get selectionAttributes(): CopiedTag['attributes'] {
    const cell = this.cell ?? 'A1';
    return { ...(this.paneName === 'topLeft' ? {} : { pane: this.paneName }), activeCell: cell, sqref: cell };
  }

  private selection(prefix: string): string {
    if (this.selected || this.split) return '';
    this.selected = true;
    const attributes = Object.entries(this.selectionAttributes).map(([key, value]) => ` ${key}="${value}"`);
    return `<${prefix}selection${attributes.join('')}/>`;
  }

  private added(prefix: string): string {
    this.seen = true;
    if (this.cell === null) return '';
    const { topLeftCell } = this.scrolled(this.pane);
    return `<${prefix}sheetViews><${prefix}sheetView tabSelected="1" topLeftCell="${topLeftCell}" workbookViewId="0">${this.selection(prefix)}</${prefix}sheetView></${prefix}sheetViews>`;
  }
}
