import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { columnOfRef } from '../reading/xlsx-rows.ts';
import type { Mark, Marks } from './marks.ts';
import type { CopiedTag, CopyEdits } from './xml-copy.ts';

/** Elements of a worksheet that stand after `legacyDrawing` (ECMA-376, CT_Worksheet). */
const AFTER_COMMENTS = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Gives the index of the coloured twin of a cell style. */
export type StyleOf = (style: number, severity: Mark['severity']) => number;

/** How a sheet is tied to the drawing of its comments: the id of the relation, and what `r` stands for. */
export interface CommentTie {
  readonly id: string;
  readonly relations: string;
}

interface ColumnStyle {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

/**
 * Edits that colour the marked cells of a worksheet, blank ones included, which look as their row or column says, and tie
 * the comments to it. A drawing of comments that the sheet has stays the one it has.
 */
export class MarkSheet implements CopyEdits {
  private row = 0;
  private column = -1;
  private rowMarks: Mark[] = [];
  private rowStyle: number | undefined;
  private readonly columnStyles: ColumnStyle[] = [];
  private commentsTied = false;
  private prefix = '';
  private readonly rows: number[];

  constructor(
    private readonly marks: Marks,
    private readonly styleOf: StyleOf,
    private readonly tie: CommentTie,
  ) {
    this.rows = [...marks.keys()].sort((a, b) => a - b);
  }

  open(tag: CopiedTag): string {
    if (tag.local === 'worksheet') this.prefix = tag.prefix;
    if (tag.local === 'col') this.openColumn(tag);
    if (tag.local === 'row') return this.openRow(tag);
    if (tag.local === 'c') return this.openCell(tag);
    if (tag.depth !== 1) return '';
    if (tag.local === 'legacyDrawing') this.commentsTied = true;
    return AFTER_COMMENTS.has(tag.local) ? this.tieComments() : '';
  }

  close(tag: CopiedTag): string {
    if (tag.local === 'row') return this.blankCells(Infinity);
    if (tag.local === 'sheetData') return this.blankRows(Infinity);
    return tag.local === 'worksheet' ? this.tieComments() : '';
  }

  private openColumn({ attributes: { min, max, style } }: CopiedTag): void {
    if (style !== undefined)
      this.columnStyles.push({ from: Number(min) - 1, to: Number(max) - 1, style: Number(style) });
  }

  private openRow({ attributes }: CopiedTag): string {
    const { r, s } = attributes;
    this.row = r === undefined ? this.row + 1 : Number(r);
    this.column = -1;
    const before = this.blankRows(this.row);
    this.rowStyle = s === undefined ? undefined : Number(s);
    this.rowMarks = this.marksAt(this.row);
    if (this.rows[0] === this.row) this.rows.shift();
    return before;
  }

  private openCell(tag: CopiedTag): string {
    const { r, s } = tag.attributes;
    this.column = r === undefined ? this.column + 1 : columnOfRef(r);
    const before = this.blankCells(this.column);
    if (this.rowMarks[0]?.column === this.column) {
      const { severity } = this.rowMarks.shift() as Mark;
      tag.attributes = { ...tag.attributes, s: String(this.styleOf(Number(s ?? 0), severity)) };
    }
    return before;
  }

  private marksAt(row: number): Mark[] {
    return [...(this.marks.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
  }

  /** Marked cells of this row before a column that the sheet has no cell for. */
  private blankCells(before: number): string {
    let cells = '';
    while (this.rowMarks[0] && this.rowMarks[0].column < before) {
      const { row, column, severity } = this.rowMarks.shift() as Mark;
      const style = this.rowStyle ?? this.columnStyles.find(({ from, to }) => from <= column && column <= to)?.style;
      cells += `<${this.prefix}c r="${columnName(column)}${row}" s="${this.styleOf(style ?? 0, severity)}"/>`;
    }
    return cells;
  }

  private blankRows(before: number): string {
    let rows = '';
    this.rowStyle = undefined;
    while (this.rows[0] !== undefined && this.rows[0] < before) {
      const row = this.rows.shift() as number;
      this.rowMarks = this.marksAt(row);
      rows += `<${this.prefix}row r="${row}">${this.blankCells(Infinity)}</${this.prefix}row>`;
    }
    return rows;
  }

  private tieComments(): string {
    if (this.commentsTied) return '';
    this.commentsTied = true;
    return `<${this.prefix}legacyDrawing xmlns:r="${this.tie.relations}" r:id="${this.tie.id}"/>`;
  }
}
