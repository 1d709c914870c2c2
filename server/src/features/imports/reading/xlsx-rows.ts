import { dayOfSerial } from '../cells/day.ts';
import type { RawCell, RawRow } from '../cells/raw-cell.ts';
import type { CellFormats } from './cell-formats.ts';
import { damaged, refuse } from '../../../reading/file-refused.ts';
import { columnName } from '../../../rendering/workbook/cell-address.ts';
import { LIMITS } from '../../../reading/limits.ts';
import { unescapeText } from './xlsx-strings.ts';
import type { Attributes, XmlHandler } from '../../../reading/xml-stream.ts';

/** What cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly from1904: boolean;
}

/** Column of a reference such as `AB12`, from 0; -1 if it has none. */
export function columnOfRef(ref: string): number {
  let column = 0;
  for (let at = 0; at < ref.length; at += 1) {
    const code = ref.charCodeAt(at) & 0xdf; // upper case
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > LIMITS.columns) return LIMITS.columns;
  }
  return column - 1;
}

/** Turns the events of a worksheet's XML into rows; rows without a value are left out. Take them from `rows`. */
export class XlsxRows implements XmlHandler {
  rows: RawRow[] = [];
  private row = 0;
  private rowText = '0';
  private column = -1;
  private cells: RawCell[] = [];
  private filled = false;
  private hidden = false;
  /** whether every text of the row is struck through */
  private struck = false;
  private type = '';
  private style = 0;
  /** text of `<v>` */
  private value = '';
  /** text of `<is>`, null without one */
  private inline: string | null = null;
  /** whether the cell has a `<v>`, be it empty */
  private valued = false;
  private formula = false;
  private reading: '' | 'v' | 't' = '';
  private phonetic = false;

  constructor(
    private readonly sheet: string,
    private readonly context: CellContext,
  ) {}

  open(tag: string, attributes: Attributes): void {
    if (tag === 'c') this.openCell(attributes);
    else if (tag === 'v') this.openValue();
    else if (tag === 't') this.reading = this.phonetic ? '' : 't';
    else if (tag === 'is') this.openInline();
    else if (tag === 'f') this.formula = true;
    else if (tag === 'row') this.openRow(attributes);
    else if (tag === 'rPh') this.phonetic = true;
  }

  text(text: string): void {
    if (this.reading === '') return;
    if (this.reading === 'v') this.value += text;
    else this.inline = (this.inline ?? '') + text;
    if (this.value.length + (this.inline?.length ?? 0) > LIMITS.cellCharacters * 2) {
      throw refuse('CELL_TOO_LONG', '单元格文字过长', 'a cell holds more text than a spreadsheet can', this.place());
    }
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.reading = '';
    else if (tag === 'c') this.closeCell();
    else if (tag === 'rPh') this.phonetic = false;
    else if (tag === 'row' && this.filled) {
      const { row, cells, hidden, struck } = this;
      this.rows.push({ row, cells, ...(hidden ? { hidden } : {}), ...(struck ? { struck } : {}) });
    }
  }

  private place() {
    return { sheet: this.sheet, row: this.row };
  }

  /** The cell that is read. */
  private cellPlace(value?: string) {
    return {
      ...this.place(),
      cell: `${columnName(this.column)}${this.row}`,
      ...(value === undefined ? {} : { value }),
    };
  }

  private openRow({ r, hidden, ht }: Attributes): void {
    const row = r === undefined ? this.row + 1 : Number(r);
    if (row > LIMITS.rows) {
      throw refuse(
        'TOO_MANY_ROWS',
        `超过${LIMITS.rows}行`,
        `more than ${LIMITS.rows} rows, which no spreadsheet can hold`,
        { sheet: this.sheet },
      );
    }
    if (!Number.isInteger(row) || row <= this.row) {
      throw refuse('BAD_WORKBOOK', '行号混乱', 'rows are out of order', this.place());
    }
    this.row = row;
    this.hidden = hidden === '1' || hidden === 'true' || ht === '0';
    this.rowText = String(row);
    this.column = -1;
    if (this.filled || this.cells.length > 0) this.cells = [];
    this.filled = false;
    this.struck = this.context.formats.struck.size > 0;
  }

  private openCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOfRef(r);
    if (this.column < 0 || this.column >= LIMITS.columns) {
      throw refuse('BAD_WORKBOOK', '列号无效', 'a cell is outside the sheet', this.place());
    }
    if (r !== undefined && r.slice(this.column < 26 ? 1 : this.column < 702 ? 2 : 3) !== this.rowText) {
      const place = { ...this.place(), cell: r };
      throw damaged(`${this.sheet}!${r}`, `row ${this.row} contains a cell of another row`, place, '单元格不在本行');
    }
    if (this.cells[this.column] !== undefined) throw this.twice();
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.value = '';
    this.inline = null;
    this.valued = false;
    this.formula = false;
    this.reading = '';
  }

  private openValue(): void {
    if (this.valued) throw this.twice();
    this.valued = true;
    this.reading = 'v';
  }

  private openInline(): void {
    if (this.inline !== null) throw this.twice();
    this.inline = '';
  }

  /** Which of the two is meant no one can know. */
  private twice() {
    const { sheet, cell, ...rest } = this.cellPlace();
    return damaged(`${sheet}!${cell}`, 'the cell has two values', { sheet, cell, ...rest }, '单元格有两个内容');
  }

  private closeCell(): void {
    const cell = this.formula ? this.formulaCell() : this.cell();
    if (cell === undefined) return;
    this.cells[this.column] = cell;
    this.struck &&= this.context.formats.struck.has(this.style);
    this.filled = true;
  }

  /** A formula whose result is an empty text shows nothing; one whose result no one stored may show anything. */
  private formulaCell(): RawCell {
    const showsNothing = this.type === 'str' && this.valued && this.value === '';
    return showsNothing ? undefined : { kind: 'formula', text: this.value };
  }

  private cell(): RawCell {
    const { value, inline } = this;
    if (inline !== null && (this.type === 'inlineStr' || value === '')) return this.shown(unescapeText(inline));
    if (value === '') return undefined;
    switch (this.type) {
      case 's':
        return this.shown(this.sharedString(value));
      case 'b':
        return { kind: 'bool', text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return value.slice(0, 10);
      case 'n':
        return this.number(value.trim());
      default:
        return this.shown(unescapeText(value));
    }
  }

  /** A text with what its cell's format puts around it. */
  private shown(text: string): RawCell {
    const around = this.context.formats.numbers[this.style]?.text;
    return around && text !== '' ? around.before + text + around.after : text || undefined;
  }

  private sharedString(index: string): string {
    const text = this.context.strings[Number(index)];
    if (text !== undefined) return text;
    const place = this.cellPlace(index);
    throw damaged(
      `${place.sheet}!${place.cell}`,
      `there is no shared text ${index}, of ${this.context.strings.length}`,
      place,
      '单元格指向的文字不在文件中',
    );
  }

  private number(literal: string): RawCell {
    const format = this.context.formats.numbers[this.style];
    if (!format) return { kind: 'number', text: literal };
    const day = format.shows === 'number' ? null : dayOfSerial(Number(literal), this.context.from1904);
    if (day === null) return { kind: 'number', text: literal, format };
    return format.shows === 'day' ? { kind: 'date', text: day } : { kind: 'date', text: day, format };
  }
}
